#if canImport(Glibc)
    import Glibc
#else
    import Darwin
    import MachO
#endif

/// The folder that the running program is in, links resolved, or nil if the system does not tell.
func executableFolder() -> String? {
    guard let path = executablePath(), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

#if canImport(Glibc)
    private func executablePath() -> String? { resolved("/proc/self/exe") }
#else
    private func executablePath() -> String? {
        var size = UInt32(PATH_MAX)
        var path = [CChar](repeating: 0, count: Int(size))
        guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
        return resolved(path)
    }
#endif

private func resolved(_ path: UnsafePointer<CChar>) -> String? {
    guard let result = realpath(path, nil) else { return nil }
    defer { free(result) }
    return String(validatingCString: result)
}
