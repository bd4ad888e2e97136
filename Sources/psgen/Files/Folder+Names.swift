#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Folder {
    /// The bytes of a file in this folder.
    func contents(of name: String, limit: Int) throws(FileError) -> [UInt8] {
        let number = untilUninterrupted { openat(descriptor.number, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        if number < 0 { throw error(name, .read, errno) }
        return try psgen.contents(of: Descriptor(number), path: path + "/" + name, expected: 0, limit: limit)
    }

    /// Gives a file another name, in this folder or another one.
    func rename(_ name: String, to other: String, in folder: Folder) throws(FileError) {
        if renameat(descriptor.number, name, folder.descriptor.number, other) != 0 {
            throw folder.error(other, .create, errno)
        }
    }

    /// Removes a file.
    func remove(_ name: String) throws(FileError) {
        if unlinkat(descriptor.number, name, 0) != 0 { throw error(name, .remove, errno) }
    }
}
