import YAML

/// A text as a file named `q.yaml`.
func file(_ text: String) throws(Diagnostics) -> SourceFile {
    try SourceFile(name: "q.yaml", bytes: Array(text.utf8), limit: 8 << 20)
}

/// The node a text consists of.
func read(_ text: String, limits: Limits = .template) throws(Diagnostics) -> Node {
    try YAMLReader.read(file(text), limits: limits)
}

/// What is wrong with a text.
func problems(_ text: String, limits: Limits = .template) -> [Diagnostic] {
    do throws(Diagnostics) {
        _ = try read(text, limits: limits)
        return []
    } catch {
        return error.all
    }
}

/// A node in one line, with each style marked in its own way.
func outline(_ node: Node) -> String {
    switch node.kind {
    case .scalar(let scalar):
        switch scalar.style {
        case .plain: scalar.text
        case .singleQuoted: "'\(scalar.text)'"
        case .doubleQuoted: "\"\(scalar.text)\""
        case .literal: "|\(scalar.text)|"
        case .folded: ">\(scalar.text)>"
        }
    case .sequence(let items):
        "[" + items.map(outline).joined(separator: ", ") + "]"
    case .mapping(let entries):
        "{" + entries.map { "\(outline($0.key)): \(outline($0.value))" }.joined(separator: ", ") + "}"
    }
}

extension Diagnostic {
    /// The line and column it begins at.
    var place: String { "\(range.start.line):\(range.start.column)" }
}

extension Node {
    /// The node and all nodes inside, keys included.
    var all: [Node] {
        switch kind {
        case .scalar: [self]
        case .sequence(let items): [self] + items.flatMap(\.all)
        case .mapping(let entries): [self] + entries.flatMap { $0.key.all + $0.value.all }
        }
    }
}
