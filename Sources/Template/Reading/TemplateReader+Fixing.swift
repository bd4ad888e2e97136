import Exact
import Solver
import YAML

extension TemplateReader {
    /// A quantity with the numbers that were fixed for it, if any, instead of its own.
    func fixed(_ quantity: GivenQuantity) -> GivenQuantity {
        guard let numbers = fixing[quantity.name], numbers.count == quantity.entries.count else { return quantity }
        return GivenQuantity(
            name: quantity.name, shape: quantity.shape, entries: numbers.map { .fixed($0) }, isShown: quantity.isShown,
            isAsymmetric: quantity.isAsymmetric, functions: quantity.functions)
    }

    /// Takes the choices back of which nothing is drawn since numbers were fixed.
    mutating func dropUnusedChoices() {
        let entries = given.flatMap(\.entries)
        let used = entries.compactMap { if case .drawn(let draw) = $0 { draws[draw].digit } else { nil } }
        digits.keep(Set(used))
    }
}

extension GivenQuantity {
    /// Reads numbers for the quantity, as `[[1, 2], [3, 4]]`, or the name of a drawn function; in row-major order.
    ///
    /// Throws where they are none or have another shape.
    package func numbers(reading file: SourceFile) throws(Diagnostics) -> [Rational] {
        let root = try YAMLReader.read(file)
        if isComputed {
            throw Diagnostics(.error("'\(name)' is worked out from other given quantities; fix those", at: root.range))
        }
        if !functions.isEmpty {
            guard let place = functions.firstIndex(of: root.scalar?.text ?? "") else {
                throw Diagnostics(
                    .error("'\(name)' is a function: \(functions.joined(separator: " or "))", at: root.range))
            }
            return [Rational(place)]
        }
        var reader = TemplateReader(file)
        guard let numbers = reader.numbers(root) else { throw Diagnostics(reader.diagnostics) }
        guard numbers.shape == shape else {
            let expected =
                shape.isScalar
                ? "a number" : "the shape \(shape), as in \(Self.example(shape.dimensions[...]))"
            let found = numbers.shape.isScalar ? "this is a number" : "these numbers have \(numbers.shape)"
            throw Diagnostics(
                .error("'\(name)' \(shape.isScalar ? "is" : "has") \(expected); \(found)", at: root.range))
        }
        return numbers.numbers
    }

    /// Nested brackets of a shape; long rows are cut.
    private static func example(_ sizes: ArraySlice<Int>) -> String {
        guard let size = sizes.first else { return "0" }
        let item = example(sizes.dropFirst())
        return "[" + Array(repeating: item, count: min(size, 4)).joined(separator: ", ") + (size > 4 ? ", …]" : "]")
    }
}
