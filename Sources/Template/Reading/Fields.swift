import Exact
import YAML

/// The keys of one kind of mapping.
protocol FieldKey: RawRepresentable<String>, CaseIterable, Hashable {}

/// The values of a mapping by their keys; what is unknown is reported when it is made.
struct Fields<Key: FieldKey> {
    private var nodes: [Key: Node] = [:]

    init(_ entries: [Entry], of keys: Key.Type, in reader: inout TemplateReader) {
        let known = Key.allCases.map(\.rawValue)
        for entry in entries {
            if let key = Key(rawValue: entry.name) {
                nodes[key] = entry.value
            } else {
                let offer =
                    nearestName(to: entry.name, in: known).map { "; did you mean '\($0):'?" }
                    ?? "; the keys here are \(known.joined(separator: ", "))"
                reader.report("'\(entry.name):' is not a key that is known here\(offer)", at: entry.key)
            }
        }
    }

    subscript(key: Key) -> Node? { nodes[key] }
}

/// The keys of a template.
enum TemplateKey: String, FieldKey {
    case title, text, given, define, solution, require, ask, answers, marking, symbols, style, picture, variants
}

/// The keys of a given quantity.
enum GivenKey: String, FieldKey {
    case shape, draw, step, value, decimals, nonzero, distinct, symmetric, show
    case oneHot = "one_hot"
}

/// The keys of a part.
enum PartKey: String, FieldKey {
    case text, question, table, find, points, answers, grade, mark, space, solution
}

/// The keys of a rule for answers that takes a number.
enum AnswerKey: String, FieldKey { case decimals, significant, tolerance }

/// The keys of the rules of good variants.
enum VariantKey: String, FieldKey {
    case zeros, kinks, equal, largest, decimals, spread, work, expose, apart
    case isRepeating = "repeat"
}

/// The keys of what variants show up.
enum ExposureKey: String, FieldKey { case except }

extension TemplateReader {
    /// A text in any style.
    mutating func text(_ node: Node) -> String? {
        if let scalar = node.scalar { return scalar.text }
        report("expected a text here", at: node)
        return nil
    }

    /// `yes` or `no`.
    mutating func flag(_ node: Node) -> Bool? {
        switch node.scalar?.text {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            report("expected yes or no", at: node)
            return nil
        }
    }

    /// One of the words of a type.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ node: Node, of type: Choice.Type
    ) -> Choice? {
        if let word = node.scalar?.text, let choice = Choice(rawValue: word) { return choice }
        report("expected \(Choice.allCases.map(\.rawValue).joined(separator: " or "))", at: node)
        return nil
    }

    /// A number that is not quoted.
    mutating func number(_ node: Node) -> Rational? {
        guard let scalar = node.scalar else {
            report("expected a number here", at: node)
            return nil
        }
        guard scalar.style == .plain else {
            report("a number stands without quotes", at: node)
            return nil
        }
        if let number = Rational(reading: scalar.text) { return number }
        report(Self.advice(onNumber: scalar.text), at: node)
        return nil
    }

    /// What is wrong with a text that cannot be read as a number.
    private static func advice(onNumber text: String) -> String {
        if text.isEmpty { return "a number is missing here" }
        if text.hasSuffix("/0") { return "'\(text)' divides by 0" }
        let isDecimal = text.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) }
        if isDecimal, Double(text) != nil {
            return "'\(text)' does not fit; numbers have at most 38 digits"
        }
        return "'\(text)' is not a number; write it as 3, -0.5, 1/3 or 1e-6"
    }

    /// A whole number in a range.
    mutating func whole(_ node: Node, in range: ClosedRange<Int>) -> Int? {
        guard let number = number(node) else { return nil }
        if number.isInteger, let whole = Int(exactly: number.numerator), range.contains(whole) { return whole }
        report("expected a whole number from \(range.lowerBound) to \(range.upperBound)", at: node)
        return nil
    }
}
