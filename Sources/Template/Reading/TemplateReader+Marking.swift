import Exact
import Solver
import YAML

extension TemplateReader {
    /// Reads the credit for answers that are not right, as `{ follow-through: 1, half-forgotten: 1/2, charge: each }`.
    mutating func readMarking(_ node: Node) -> Marking {
        var marking = Marking()
        guard case .mapping(let entries) = node.kind else {
            report("'marking:' has keys, as in { follow-through: 1, half-forgotten: 1/2 }", at: node)
            return marking
        }
        for entry in entries {
            switch entry.name {
            case "charge":
                if let charge = choice(entry.value, of: Marking.Charge.self) { marking.charge = charge }
            case "follow-through":
                if let share = credit(entry.value) { marking.followThrough = share }
            default:
                guard let mistake = Mistake(rawValue: entry.name) else {
                    reportUnknownMistake(entry.key, orOneOf: ["follow-through", "charge"], ending: ":")
                    continue
                }
                if let share = credit(entry.value) { marking.credits[mistake] = share }
            }
        }
        return marking
    }

    private mutating func credit(_ node: Node) -> Rational? {
        guard let share = number(node) else { return nil }
        guard share >= .zero, share <= .one else {
            report("a credit is from 0 to 1, as in 1/2", at: node)
            return nil
        }
        return share
    }

    /// Reports a name that is no mistake's; `others` are names that might have been meant as well, and `ending` is what
    /// follows a name where it stands.
    mutating func reportUnknownMistake(_ node: Node, orOneOf others: [String] = [], ending: String = "") {
        let name = node.scalar?.text ?? ""
        let known = others + Mistake.allCases.map(\.rawValue)
        let offer =
            nearestName(to: name, in: known).map { "; did you mean '\($0)\(ending)'?" }
            ?? "; known are \(known.joined(separator: ", "))"
        report("'\(name)\(ending)' is no mistake that psgen knows\(offer)", at: node)
    }
}
