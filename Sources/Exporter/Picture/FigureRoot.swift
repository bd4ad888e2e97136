import Solver
import Template

extension Template {
    /// The equations that the sheet shows, by what they define.
    var shownExpressions: [String: Expression] {
        Dictionary(definitions.filter(\.isShown).map { ($0.name, $0.expression) }) { first, _ in first }
    }

    /// The quantity that a picture ends in: the last one that is differentiated, else the only one that no equation uses.
    var figureRoot: String? {
        let shown = definitions.filter(\.isShown)
        let differentiated = Set(graph.adjoints.map(\.of))
        if let last = shown.last(where: { nodes[$0.name].map(differentiated.contains) ?? false }) { return last.name }
        let used = Set(shown.flatMap(\.expression.names))
        let ends = shown.filter { !used.contains($0.name) }
        return ends.count == 1 ? ends[0].name : nil
    }
}
