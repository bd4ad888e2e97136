import Template

/// A rule that the numbers of a fixed template break.
package struct BrokenRule: Hashable, Sendable {
    /// The rule.
    package let rule: Rule
    /// The numbers that break it, as `L = 0`; none where the rule says that itself.
    package internal(set) var numbers: [String]

    /// The most numbers that a message names.
    private static let namedNumbers = 4

    /// A sentence for the author.
    package func message(for template: Template) -> String {
        let named = numbers.prefix(Self.namedNumbers).joined(separator: ", ")
        let more = numbers.count > Self.namedNumbers ? " and \(numbers.count - Self.namedNumbers) more" : ""
        let which = numbers.isEmpty ? "" : " (\(named)\(more))"
        return "these numbers break a rule\(which): \(rule.description(in: template))"
    }
}
