import Exact
import Maths
import Template

/// For each drawn number of a template the longest that it can be, so that the same room is kept for it on every sheet.
struct PaperBounds: Sendable {
    private let numbers: [[Number]]

    /// The bounds of a template's numbers; a number that is worked out has none.
    init(_ calculation: Calculation) {
        let program = calculation.program
        var longest = calculation.template.draws.map { _ in [Number]?.none }
        numbers = calculation.roundings.indices.map { value in
            let location = calculation.location(ofValue: value)
            guard let draw = program.inputs.firstIndex(of: location) else { return [] }
            let numbers = longest[draw] ?? Self.longest(calculation.template.draws[draw])
            longest[draw] = numbers
            return numbers
        }
    }

    /// The numbers that a value's place must hold.
    subscript(id: ValueID) -> [Number] { numbers.indices.contains(id.index) ? numbers[id.index] : [] }

    /// The longest number in one line, and the fraction with the longest numerator or denominator.
    private static func longest(_ draw: Draw) -> [Number] {
        var (line, fraction): ((Int, Rational)?, (Int, Rational)?)
        for place in places(of: draw) {
            let number = draw[place]
            let lengths = number.text.split(separator: "/").map(\.utf8.count)
            let length = lengths.max() ?? 0
            if lengths.count == 1 {
                if length > line?.0 ?? 0 { line = (length, number) }
            } else if length > fraction?.0 ?? 0 {
                fraction = (length, number)
            }
        }
        return [line, fraction].compactMap { $0.map { .exact($0.1) } }
    }

    /// All places, or of very many those at both ends, where the longest numbers are.
    private static func places(of draw: Draw) -> [Int] {
        let most = 2000
        if draw.count <= 2 * most { return Array(0..<draw.count) }
        return Array(0..<most) + Array(draw.count - most..<draw.count)
    }
}
