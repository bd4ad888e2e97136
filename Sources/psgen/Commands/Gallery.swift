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
        guard let folder else { return [] }
        return psgen.names(inFolder: folder).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The file of a template by its name, with or without ending; nil for one that is not there.
    func path(of name: String) -> String? {
        let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        guard let folder, names.contains(stem) else { return nil }
        return "\(folder)/\(stem).yaml"
    }
}
