import Document
import Exact
import Maths
import Template

/// The sentences that sheets say by themselves.
enum Wording {
    /// `Find z₁, h₁ and L.`
    static func question(_ names: [Maths]) -> [Inline] {
        [.text("Find ")] + enumeration(names) + [.text(".")]
    }

    /// `z₁, h₁ and L`.
    private static func enumeration(_ names: [Maths]) -> [Inline] {
        var inlines: [Inline] = []
        for (index, name) in names.enumerated() {
            if index > 0 { inlines.append(.text(index == names.count - 1 ? " and " : ", ")) }
            inlines.append(.maths(name))
        }
        return inlines
    }

    /// What a quantity, or each quantity of a table's column, is worth.
    struct Share {
        let name: Maths
        let points: Rational
        let isEach: Bool
    }

    /// `2 points for L; 1 point for each of z₁ and h₁.`, in the order of first mention; nil where all are worth the same.
    static func points(ofEach shares: [Share]) -> [Inline]? {
        var groups: [[Share]] = []
        for share in shares {
            if let index = groups.firstIndex(where: { $0[0].points == share.points && $0[0].isEach == share.isEach }) {
                groups[index].append(share)
            } else {
                groups.append([share])
            }
        }
        guard shares.contains(where: { $0.points != shares[0].points }) else { return nil }
        let clauses = groups.map { group -> [Inline] in
            let each = group[0].isEach ? "for each " : group.count > 1 ? "for each of " : "for "
            return [.text(points(group[0].points) + " " + each)] + enumeration(group.map(\.name))
        }
        return clauses.joined(separator: [.text("; ")]) + [.text(".")]
    }

    /// `5 points`, and how they are earned where it is not one by one.
    static func points(of part: AskedPart) -> String {
        let isOneAnswer = part.quantities.count == 1 && part.quantities[0].entries.count == 1
        return points(part.points) + (part.grading == .all && !isOneAnswer ? ", all or nothing" : "")
    }

    /// `5 points`.
    static func points(_ points: Rational) -> String {
        points == .one ? "1 point" : "\(points.text) points"
    }

    /// How the answers of a part are to be given, where some may be exact and others rounded.
    static func rules(_ rules: [AnswerRule]) -> String {
        guard rules.count > 1, rules.contains(.exact), let other = rules.first(where: { $0 != .exact }) else {
            return rules.map(rule).joined(separator: " ")
        }
        switch other {
        case .decimals(let places):
            return "Give numbers that end exactly; round the others to \(places) decimal places."
        case .significant(let digits): return "Give numbers that end exactly; round the others to \(digits) digits."
        default: return rules.map(rule).joined(separator: " ")
        }
    }

    /// How answers are to be given.
    static func rule(_ rule: AnswerRule) -> String {
        switch rule {
        case .exact: "Give exact numbers: integers, fractions or decimals that end."
        case .decimals(0): "Round your answers to whole numbers."
        case .decimals(1): "Round your answers to 1 decimal place."
        case .decimals(let places): "Round your answers to \(places) decimal places."
        case .significant(1): "Round your answers to 1 significant digit."
        case .significant(let digits): "Round your answers to \(digits) significant digits."
        case .tolerance(let width): "Answers within \(width.text) of the right number are accepted."
        }
    }
}
