/// One thing that is wrong with a text, said to the person who wrote it.
package struct Diagnostic: Error, Sendable, Hashable {
    /// How much it matters.
    package enum Severity: String, Sendable, Hashable {
        /// The text cannot be used.
        case error
        /// The text can be used, but may not mean what its author thinks.
        case warning
    }

    /// Something to add, often another place.
    package struct Note: Sendable, Hashable {
        /// What there is to say.
        package let message: String
        /// Where, if it has a place.
        package let range: SourceRange?

        /// A note, at a place if one is given.
        package init(_ message: String, at range: SourceRange? = nil) {
            self.message = message
            self.range = range
        }
    }

    /// How much it matters.
    package let severity: Severity
    /// What is wrong and what to do, without a full stop at its end.
    package let message: String
    /// Where.
    package let range: SourceRange
    /// What there is to add.
    package let notes: [Note]

    /// A diagnostic of any severity.
    package init(_ severity: Severity, _ message: String, at range: SourceRange, notes: [Note] = []) {
        self.severity = severity
        self.message = message
        self.range = range
        self.notes = notes
    }

    /// An error at a place.
    package static func error(_ message: String, at range: SourceRange, notes: [Note] = []) -> Diagnostic {
        Diagnostic(.error, message, at: range, notes: notes)
    }

    /// A warning at a place.
    package static func warning(_ message: String, at range: SourceRange, notes: [Note] = []) -> Diagnostic {
        Diagnostic(.warning, message, at: range, notes: notes)
    }
}

/// Everything that is wrong with a text, in the order of the places.
package struct Diagnostics: Error, Sendable {
    /// The diagnostics, sorted by where they begin.
    package let all: [Diagnostic]

    /// Diagnostics in any order; those of one place keep theirs.
    package init(_ diagnostics: [Diagnostic]) {
        all = diagnostics.enumerated()
            .sorted { ($0.element.range.start.offset, $0.offset) < ($1.element.range.start.offset, $1.offset) }
            .map(\.element)
    }

    /// A single diagnostic.
    package init(_ diagnostic: Diagnostic) {
        all = [diagnostic]
    }
}
