import Exact
import Maths
import Template
import Testing
import YAML

@testable import Exporter

/// The room that is kept for drawn numbers.
struct PaperBoundsTests {
    @Test func theLongestNumbersOfEachDrawAreKept() throws {
        let text = """
            given:
              a: { draw: -2..12 }
              b: { draw: 0..2, step: 1/3 }
              c: 5
              d: { draw: 1..1000000 }
              e: { value: a + d }
            define: { L: a * b * c * e }
            ask: [{ find: L }]
            """
        let calculation = try Calculation(Template(SourceFile(name: "q", bytes: Array(text.utf8))))
        let bounds = PaperBounds(calculation)
        func bound(_ name: String) throws -> [Number] {
            let values = try #require(calculation.quantities.first { $0.name == name }).values
            return bounds[ValueID(values.lowerBound)]
        }
        #expect(try bound("a") == [.exact(Rational(-2))])
        #expect(try bound("b") == [.exact(Rational(0)), .exact(Rational(1, 3))])
        #expect(try bound("c") == [])
        #expect(try bound("d") == [.exact(Rational(1_000_000))])
        #expect(try bound("e") == [])
        #expect(bounds[ValueID(1000)] == [])
    }
}
