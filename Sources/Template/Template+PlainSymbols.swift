import Exact
import Maths
import Solver

extension Template {
    /// How the sheet writes each name, as text in one line.
    package var plainSymbols: [String: String] {
        let notation = notation.ofAllSheets
        let names = given.map(\.name) + definitions.map(\.name)
        let pairs = names.map { ($0, UnicodeText.line(notation.name($0)) { _ in .exact(.zero) }) }
        return Dictionary(pairs) { first, _ in first }
    }
}
