/// A place in a text, kept small since every node has two.
package struct SourcePosition: Sendable, Hashable, Comparable {
    private let line32, column32, offset32: UInt32

    /// The line, from 1.
    package var line: Int { Int(line32) }
    /// The column in Unicode scalars, from 1.
    package var column: Int { Int(column32) }
    /// The number of bytes before the place.
    package var offset: Int { Int(offset32) }

    /// A place given in all three ways; numbers of 4 Gi and more are taken as the largest below.
    package init(line: Int, column: Int, offset: Int) {
        line32 = UInt32(clamping: line)
        column32 = UInt32(clamping: column)
        offset32 = UInt32(clamping: offset)
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
