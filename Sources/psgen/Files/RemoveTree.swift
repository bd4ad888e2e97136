import CFile

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Removes a file or a folder with all that is in it; links are removed, not followed.
///
/// - Parameters:
///   - name: relative to the folder `parent`; not necessarily UTF-8.
/// - Returns: 0, also if there is nothing of that name, or the error number of what could not be removed.
func removeTree(_ name: UnsafePointer<CChar>, in parent: Int32) -> Int32 {
    if unlinkat(parent, name, 0) == 0 || errno == ENOENT { return 0 }
    // How systems say that it is a folder.
    guard errno == EISDIR || errno == EPERM else { return errno }
    guard let folder = Descriptor.folder(name, in: parent, flags: O_NOFOLLOW) else { return errno }
    // Some systems leave entries out when a folder changes while it is listed.
    for _ in 0..<100 {
        let error = removeEntries(of: folder)
        if error != 0 { return error }
        if unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT { return 0 }
        guard errno == ENOTEMPTY || errno == EEXIST else { return errno }
    }
    return ENOTEMPTY
}

/// Calls `visit` with each name in a folder except `.` and `..`, until it returns an error number.
///
/// - Returns: 0 or the error number.
func forEachName(in folder: Descriptor, _ visit: (UnsafePointer<CChar>) -> Int32) -> Int32 {
    // A stream closes its descriptor and shares its place with copies, so it gets one of its own.
    let number = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if number < 0 { return errno }
    guard let stream = fdopendir(number) else {
        let error = errno
        close(number)
        return error
    }
    defer { closedir(stream) }
    while true {
        errno = 0
        guard let entry = readdir(stream) else { return errno }
        guard let name = cfile_entry_name(entry), strcmp(name, ".") != 0, strcmp(name, "..") != 0 else { continue }
        let error = visit(name)
        if error != 0 { return error }
    }
}

private func removeEntries(of folder: Descriptor) -> Int32 {
    forEachName(in: folder) { removeTree($0, in: folder.number) }
}
