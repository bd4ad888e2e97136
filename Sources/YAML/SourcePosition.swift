/// A place in a text.
package struct SourcePosition: Sendable, Hashable, Comparable {
    /// The line, from 1.
    package let line: Int
    /// The column in Unicode scalars, from 1.
    package let column: Int
    /// The number of bytes before the place.
    package let offset: Int

    /// A place given in all three ways.
    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// The start of every text.
    package static let start = SourcePosition(line: 1, column: 1, offset: 0)

    /// Whether one place stands before another in the same text.
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        left.offset < right.offset
    }
}

/// A stretch of a text, possibly empty.
package struct SourceRange: Sendable, Hashable {
    /// The first place inside.
    package let start: SourcePosition
    /// The first place behind.
    package let end: SourcePosition

    /// The stretch from one place up to another.
    package init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }

    /// The empty stretch at a place.
    package init(at place: SourcePosition) {
        self.init(start: place, end: place)
    }
}
