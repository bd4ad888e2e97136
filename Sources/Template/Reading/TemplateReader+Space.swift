import Exact
import YAML

extension TemplateReader {
    /// The most room that fits on a page, in millimetres.
    private static let mostSpace = 220

    /// Reads a height such as `6cm` or `45mm`, in millimetres.
    mutating func readSpace(_ node: Node) -> Int? {
        let words = node.scalar?.text.withoutWhiteSpace ?? ""
        for (unit, millimetres) in [("cm", 10), ("mm", 1)] where words.hasSuffix(unit) {
            guard let number = Rational(reading: String(words.dropLast(2))) else { break }
            let height = number * Rational(millimetres)
            guard height.isInteger, let space = Int(exactly: height.numerator), (0...Self.mostSpace).contains(space)
            else { break }
            return space
        }
        report(
            "'space:' is a height in cm or whole mm, as in 6cm or 45mm, of at most \(Self.mostSpace / 10)cm", at: node)
        return nil
    }
}
