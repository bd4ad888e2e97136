import Exact
import Solver
import Template
import YAML

extension Sample {
    /// A denominator beyond this is no work for paper.
    private static let largestDenominator = 1000 as Int128
    /// A numerator beyond this is no work for paper.
    private static let largestNumerator = 10_000 as Int128

    /// A warning of the first named number that wants a calculator on most sheets though all answers are exact.
    var numbersForCalculators: [Diagnostic] {
        let template = calculation.template
        guard !calculation.asked.isEmpty, calculation.asked.allSatisfy({ $0.rule == .exact }) else { return [] }
        let defined = calculation.quantities.dropFirst(template.given.count).flatMap { quantity in
            quantity.values.enumerated().map { entry, value in
                (
                    name: quantity.name + AskedQuantity.index(ofEntry: entry, in: quantity.shape), value: value,
                    place: template.places.quantities[quantity.name]
                )
            }
        }
        let asked = calculation.asked.map {
            (name: $0.column, value: $0.value, place: template.places.answers[$0.column])
        }
        for (name, value, place) in defined + asked {
            let unwieldy = sheets.compactMap { $0[value].unwieldy }
            guard unwieldy.count * 2 > sheets.count, let place, let example = unwieldy.first else { continue }
            return [
                .warning(
                    "'\(name)' needs a calculator though answers are exact: on \(Self.percent(unwieldy.count, of: sheets.count))"
                        + " of the sheets it is a number such as \(example.text); draw simpler numbers, or say"
                        + " 'answers: { decimals: 4 }'", at: place)
            ]
        }
        return []
    }

    fileprivate static func isUnwieldy(_ number: Rational) -> Bool {
        number.denominator > largestDenominator || number.numerator.magnitude > largestNumerator.magnitude
    }
}

extension Number {
    /// Itself where it is exact and too long to be worked with on paper.
    fileprivate var unwieldy: Rational? {
        guard case .exact(let number) = self, !number.isUndefined, Sample.isUnwieldy(number) else { return nil }
        return number
    }
}
