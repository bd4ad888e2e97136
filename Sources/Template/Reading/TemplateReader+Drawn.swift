import Exact
import Maths
import Solver

extension TemplateReader {
    /// Notes the names that an expression mentions; drawn indices and functions among them get the sheet's own numbers as
    /// leaves.
    mutating func mention(_ expression: Expression) {
        let names = expression.names
        used.formUnion(names)
        for name in names where drawnLeaves[name] == nil {
            let isIndex = elaboration.wholeNumbers[name] != nil && expression.indices.contains(name)
            guard
                let node = elaboration.drawnFunctions[name]?.index ?? (isIndex ? elaboration.quantities[name] : nil)
            else { continue }
            drawnLeaves[name] = show(node).first
        }
    }

    /// How names are written, given the shapes of their values.
    func notation(shapes: [String: Shape]) -> Notation {
        var indices = drawnLeaves
        var functions: [String: Notation.DrawnName] = [:]
        for (name, function) in elaboration.drawnFunctions {
            guard case .value(let place, _)? = indices.removeValue(forKey: name) else { continue }
            functions[name] = Notation.DrawnName(place: place, names: function.names)
        }
        return Notation(shapes: shapes, symbols: symbols, indices: indices, functions: functions, layers: layers)
    }

    /// All that a given scalar can be, in order, where it is a whole number on each sheet; nil for more numbers than an
    /// array has entries.
    func wholeNumbers(of quantity: GivenQuantity) -> [Int]? {
        guard quantity.shape.isScalar, let entry = quantity.entries.first else { return nil }
        let numbers: [Rational]
        switch entry {
        case .fixed(let number): numbers = [number]
        case .drawn(let place):
            guard draws[place].count <= Shape.largestCount else { return nil }
            numbers = (0..<draws[place].count).map { draws[place][$0] }
        }
        let whole = numbers.compactMap { $0.isInteger ? Int(exactly: $0.numerator) : nil }
        return whole.count == numbers.count ? Set(whole).sorted() : nil
    }
}
