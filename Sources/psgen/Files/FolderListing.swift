#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The names in a folder in order, hidden ones left out; none where it cannot be read.
func names(inFolder path: String) -> [String] {
    guard let folder = Descriptor.folder(path) else { return [] }
    var names: [String] = []
    _ = forEachName(in: folder) { name in
        names.append(String(cString: name))
        return 0
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
}

/// Whether a path leads to a file that can be read to its end.
func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
