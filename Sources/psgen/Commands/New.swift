import Template

/// `psgen new`: a template to start from, out of the gallery.
struct New {
    let name: String?
    let origin: String
    let isListing: Bool

    init(_ arguments: ParsedArguments) {
        name = arguments.string("name")
        origin = arguments.string("from") ?? "q2"
        isListing = arguments.flag("list")
    }

    func run(_ output: OutputFile) throws {
        let gallery = Gallery()
        guard let folder = gallery.folder else {
            throw CommandError("the gallery was not found: psgen looks for a folder Templates beside or above itself")
        }
        if isListing {
            let width = gallery.names.map(\.count).max() ?? 0
            for name in gallery.names {
                let files = try? SetFiles(["\(folder)/\(name).yaml"])
                let title = files?.heading?.title ?? files?.files.first?.template.title ?? ""
                try output.write("\(name)\(String(repeating: " ", count: width - name.count))  \(title)\n")
            }
            return
        }
        guard let name else { throw CommandError("say the new template's name, as in 'psgen new quiz3', or --list") }
        guard let path = gallery.path(of: origin) else {
            let offer = nearestName(to: origin, among: gallery.names).map { " Did you mean '\($0)'?" } ?? ""
            throw CommandError("there is no template '\(origin)' in the gallery.\(offer)")
        }
        let target = name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? name : name + ".yaml"
        try writeNewFile(contentsOfFile(path, limit: 1 << 20), to: target)
        try output.write("\(target), from \(origin); 'psgen lint \(target)' says whether it is right\n")
    }
}
