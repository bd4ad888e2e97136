/// A part of a YAML text: a scalar, a list or a mapping, and where it stands.
///
/// Nothing is typed: `010`, `y` and `0.1` are the text that was written, and whoever reads a field decides how.
package struct Node: Sendable {
    /// What a node is made of.
    package enum Kind: Sendable {
        /// A text.
        case scalar(Scalar)
        /// A list, in its order.
        case sequence([Node])
        /// Names with their values, in the order written; no name stands twice.
        case mapping([Entry])
    }

    /// What the node is made of.
    package let kind: Kind
    /// Where it stands, quotes and brackets included. An alias stands where its anchor is.
    package let range: SourceRange

    /// A node at a place.
    package init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    /// The scalar, nil if the node is a list or a mapping.
    package var scalar: Scalar? {
        if case .scalar(let scalar) = kind { scalar } else { nil }
    }
}

/// A text as YAML gives it, with line folding and escapes undone.
package struct Scalar: Sendable, Hashable {
    /// How a text was written.
    package enum Style: Sendable, Hashable {
        /// Without quotes.
        case plain
        /// In single quotes, where only a doubled quote is special.
        case singleQuoted
        /// In double quotes, with backslash escapes.
        case doubleQuoted
        /// Under a `|`, line ends kept.
        case literal
        /// Under a `>`, lines joined.
        case folded
    }

    /// The text.
    package let text: String
    /// How it was written.
    package let style: Style

    /// A text in a style.
    package init(text: String, style: Style) {
        self.text = text
        self.style = style
    }

    /// Whether nothing was written at all, as after `name:`.
    package var isMissing: Bool { text.isEmpty && style == .plain }
}

/// A name and its value in a mapping.
package struct Entry: Sendable {
    /// The name, always a scalar.
    package let key: Node
    /// The value.
    package let value: Node

    /// A name with its value.
    package init(key: Node, value: Node) {
        self.key = key
        self.value = value
    }

    /// The name's text.
    package var name: String { key.scalar?.text ?? "" }
}
