import CFile

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension OutputLocation {
    /// Gives the name to the folder that is called `sibling`, unless it is taken.
    ///
    /// - Returns: 0 or the error number, EEXIST if the name is taken.
    func give(_ sibling: String) -> Int32 {
        let error = cfile_rename_new(parent.number, sibling, parent.number, name)
        if error == ENOTEMPTY { return EEXIST }
        if !meansUnsupported(error) { return error }
        if isTaken { return EEXIST }
        return renameat(parent.number, sibling, parent.number, name) == 0 ? 0 : errno
    }

    /// Puts the folder that is called `sibling` in the place of the one that has the name.
    ///
    /// Where the file system cannot exchange two names, the old folder is put aside first; `removeLeftOvers`
    /// puts it back if the process is killed just then.
    /// - Parameter exchange: as `cfile_exchange`.
    /// - Returns: the name that the old folder has now.
    func replace(
        by sibling: String,
        exchange: (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>) -> Int32
    ) throws(FileError) -> String {
        let number = parent.number
        let error = sibling.withCString { new in name.withCString { exchange(number, new, number, $0) } }
        if error == 0 { return sibling }
        if !meansUnsupported(error) { throw FileError(path, .replace, errorNumber: error) }

        let aside = SiblingName(.replaced, process: getpid()).text(beside: name)
        if renameat(number, name, number, aside) != 0 { throw FileError(path, .replace, errorNumber: errno) }
        if renameat(number, sibling, number, name) != 0 {
            let error = FileError(path, .replace, errorNumber: errno)
            _ = renameat(number, aside, number, name)
            throw error
        }
        return aside
    }

    /// The path of something beside the folder.
    func sibling(_ sibling: String) -> String {
        String(path.prefix(path.count - name.count)) + sibling
    }
}

/// Whether an error number says that the file system does not know a way of renaming.
private func meansUnsupported(_ error: Int32) -> Bool {
    error == EINVAL || error == ENOSYS || error == ENOTSUP || error == EOPNOTSUPP
}
