/// What a file may hold.
package struct Limits: Sendable, Hashable {
    /// Which escapes a text in double quotes may use.
    package enum Escapes: Sendable, Hashable {
        /// Those that nobody means to be a TeX command: in `"\theta"`, `\t` is refused.
        case unmistakable
        /// All that YAML knows.
        case all
    }

    /// The most bytes.
    package let bytes: Int
    /// The most lists and mappings inside each other.
    package let depth: Int
    /// The most nodes, what aliases stand for counted each time.
    package let nodes: Int
    /// Which escapes are read.
    package let escapes: Escapes

    /// Limits of one's own.
    package init(bytes: Int, depth: Int, nodes: Int, escapes: Escapes) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
        self.escapes = escapes
    }

    /// For what a person writes.
    package static let template = Limits(bytes: 1 << 20, depth: 64, nodes: 100_000, escapes: .unmistakable)
    /// For what the program itself has written.
    package static let record = Limits(bytes: 8 << 20, depth: 64, nodes: 1_000_000, escapes: .all)
}
