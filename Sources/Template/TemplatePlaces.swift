import YAML

/// Where the names of a template stand in its file, for messages about a template that was read.
package struct TemplatePlaces: Sendable {
    /// The keys that give or define each quantity.
    package let quantities: [String: SourceRange]
    /// Where each answer is asked, by its column.
    package let answers: [String: SourceRange]
    /// The names that equations, conditions, questions and texts mention.
    package let used: Set<String>
    /// Where texts of the sheet show numbers that have to be worked out.
    package let revealed: [SourceRange]
}
