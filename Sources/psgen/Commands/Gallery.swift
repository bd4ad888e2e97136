#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The templates that come with psgen.
struct Gallery {
    /// Where they are; nil if they cannot be found.
    let folder: String?

    /// Looks for `Templates` beside or above the running program, then where an installation puts them.
    init() {
        var place = executableFolder()
        var found: String?
        while found == nil, let current = place {
            found = ["Templates", "share/psgen/Templates"].map { current + "/" + $0 }
                .first { isRegularFile($0 + "/q2.yaml") }
            place = current.lastIndex(of: "/").map { String(current[..<$0]) }
        }
        folder = found
    }

    /// The names of all templates, in order.
    var names: [String] {
        guard let folder, let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
        }
        return names.sorted()
    }

    /// The file of a template by its name, with or without ending; nil for one that is not there.
    func path(of name: String) -> String? {
        let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        guard let folder, names.contains(stem) else { return nil }
        return "\(folder)/\(stem).yaml"
    }
}

/// Whether a path leads to a file that can be read to its end.
func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
