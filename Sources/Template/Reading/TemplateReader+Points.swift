import Exact
import Solver
import YAML

extension TemplateReader {
    /// Reads what a part is worth, and gives each quantity its share; nil, with a message, where that cannot be said.
    ///
    /// - Parameter isWhole: Whether nothing of the part was left out because of a mistake of its own.
    mutating func readPoints(_ node: Node?, over asked: inout [AskedItem], isWhole: Bool) -> Rational? {
        if let node, case .mapping(let entries) = node.kind {
            guard isWhole, broken.isEmpty else { return nil }
            return readPoints(entries, at: node, over: &asked)
        }
        guard let node else {
            for index in asked.indices {
                asked[index].quantity.points = Rational(asked[index].quantity.entries.count)
            }
            return asked.isEmpty ? .one : asked.reduce(.zero) { $0 + $1.quantity.points }
        }
        guard let total = pointsNumber(node) else { return nil }
        let share = total / Rational(max(1, asked.count))
        for index in asked.indices { asked[index].quantity.points = share }
        return total
    }

    /// Reads `{ z1: 2, L: 3 }`.
    private mutating func readPoints(
        _ entries: [Entry], at node: Node, over asked: inout [AskedItem]
    ) -> Rational? {
        let before = diagnostics.count
        let names = asked.map(\.written)
        if names.isEmpty {
            report("a part marked by hand has one number of points", at: node)
            return nil
        }
        var missing = Set(names)
        for entry in entries {
            let name = entry.name.withoutWhiteSpace
            guard names.contains(name) else {
                let offer =
                    nearestName(to: name, in: names).map { "; did you mean '\($0)'?" }
                    ?? "; asked are \(names.joined(separator: ", "))"
                report("'\(entry.name)' is not asked in this part\(offer)", at: entry.key)
                continue
            }
            missing.remove(name)
            guard let points = pointsNumber(entry.value) else { continue }
            for index in asked.indices where names[index] == name { asked[index].quantity.points = points }
        }
        // An unknown name is most likely one of those that are missing.
        if diagnostics.count == before, let name = names.first(where: { missing.contains($0) }) {
            report("the points for '\(name)' are missing", at: node)
        }
        return diagnostics.count > before ? nil : asked.reduce(.zero) { $0 + $1.quantity.points }
    }

    private mutating func pointsNumber(_ node: Node) -> Rational? {
        guard let number = number(node) else { return nil }
        guard !number.isNegative, number <= Rational(10_000) else {
            report("points are from 0 to 10000", at: node)
            return nil
        }
        return number
    }
}
