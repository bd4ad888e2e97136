/// An activation left out: h = z.
struct ActivationSkipped: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for node in search.forward {
            guard let name = search.activationName(node) else { continue }
            let argument = search.activationArgument(node)
            let place =
                search.hasName(argument) ? "to \(search.valueName(of: argument))" : "in \(search.name(of: node))"
            search.add(
                .activationSkipped, at: node, search.value(of: node) { _ in argument },
                "\(name) was not applied \(place)", everywhere: "\(name) was never applied")
        }
    }
}
