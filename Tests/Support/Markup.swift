/// An element of printed markup, or a text in one.
package indirect enum Markup: Equatable {
    case element(String, [Markup])
    case text(String)

    /// The text, where it is one.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// Reads markup in which every element is closed; nil where one is not. Reads scalar by scalar, since a mark after
    /// `>` would make one character with it.
    package static func read(_ source: String) -> [Markup]? {
        var open: [(name: String, children: [Markup])] = [("", [])]
        var rest = source.unicodeScalars[...]
        while !rest.isEmpty {
            if rest.first == "<" {
                guard let end = rest.firstIndex(of: ">") else { return nil }
                let tag = String(rest[rest.index(after: rest.startIndex)..<end])
                rest = rest[rest.index(after: end)...]
                if tag.hasPrefix("/") {
                    guard open.count > 1, let last = open.popLast(), last.name == String(tag.dropFirst()) else {
                        return nil
                    }
                    open[open.count - 1].children.append(.element(last.name, last.children))
                } else if ["br", "hr"].contains(tag) || tag.hasSuffix("/") {
                    let name = tag.prefix { $0 != " " && $0 != "/" }
                    open[open.count - 1].children.append(.element(String(name), []))
                } else {
                    open.append((String(tag.prefix { $0 != " " }), []))
                }
            } else {
                let text = rest.prefix { $0 != "<" }
                open[open.count - 1].children.append(.text(String(text)))
                rest = rest.dropFirst(text.count)
            }
        }
        return open.count == 1 ? open[0].children : nil
    }
}
