#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a folder is to be: an open parent folder and a name in it.
struct OutputLocation: Sendable {
    /// The path as the user gave it, without slashes at its end.
    let path: String
    /// The folder that it is in.
    let parent: Descriptor
    /// Its name there.
    let name: String
    /// Folders that were made on the way, outermost first.
    let madeParents: [String]

    /// Opens the folder that `path` is in; those that are missing are made.
    init(_ path: String) throws(FileError) {
        var text = Substring(path)
        while text.utf8.count > 1 && text.utf8.last == UInt8(ascii: "/") { text = text.dropLastByte() }
        self.path = String(text)
        let slash = text.utf8.lastIndex(of: UInt8(ascii: "/"))
        name = String(text[(slash.map(text.utf8.index(after:)) ?? text.startIndex)...])
        if ["", ".", ".."].contains(name) || text.utf8.contains(0) {
            throw FileError(path: path, attempt: .create, reason: .notName)
        }
        guard let slash else {
            madeParents = []
            parent = try Self.open(".")
            return
        }
        let parentPath = slash == text.startIndex ? "/" : String(text[..<slash])
        var made: [String] = []
        do throws(FileError) {
            try Self.makeFolders(parentPath, &made)
            parent = try Self.open(parentPath)
        } catch {
            removeEmptyFolders(made)
            throw error
        }
        madeParents = made
    }

    private static func open(_ path: String) throws(FileError) -> Descriptor {
        guard let folder = Descriptor.folder(path) else { throw FileError(path, .create, errorNumber: errno) }
        return folder
    }

    private static func makeFolders(_ path: String, _ made: inout [String]) throws(FileError) {
        for end in path.utf8.indices where end > path.startIndex && path.utf8[end] == UInt8(ascii: "/") {
            try makeFolder(String(path[..<end]), &made)
        }
        try makeFolder(path, &made)
    }

    private static func makeFolder(_ path: String, _ made: inout [String]) throws(FileError) {
        if mkdir(path, 0o777) == 0 { return made.append(path) }
        let error = errno
        // Systems differ in the error for a folder that is there where nothing may be made.
        if access(path, F_OK) != 0 { throw FileError(path, .create, errorNumber: error) }
    }
}

/// Removes folders that were made for something that did not come, innermost first, unless others use them now.
func removeEmptyFolders(_ paths: [String]) {
    for path in paths.reversed() where rmdir(path) != 0 { return }
}

extension Substring {
    fileprivate func dropLastByte() -> Substring { self[..<utf8.index(before: endIndex)] }
}
