import Exact
import Template
import TestSupport
import Testing
import YAML

@testable import Solver

@Suite struct WorkCounterTests {
    /// The products to an asked number, from the given ones and some of the others, and what the way begins with.
    private func work(_ given: [Int], to column: String, from ends: Set<String> = []) throws -> (Int, Set<String>) {
        let text = """
            given: { a: { draw: -9..9 }, b: { draw: -9..9 }, c: { draw: -9..9 } }
            define: { u: a * b, v: u * c, L: v + a / c + v * v }
            ask: [{ find: 'u, v, L' }]
            variants: { zeros: yes }
            """
        let template = try Template(SourceFile(name: "t", bytes: Array(text.utf8)))
        let calculation = try Calculation(template, isOverridable: true)
        let machine = Machine(calculation.program)
        for (index, number) in given.enumerated() {
            #expect(machine.set(input: index, to: Rational(number), lane: 0))
        }
        machine.run(lanes: 1)
        let names = calculation.asked.map(\.column)
        let pin = try #require(names.firstIndex(of: column))
        let counter = WorkCounter(calculation.program)
        let target = calculation.location(ofValue: calculation.asked[pin].value)
        let places = Set(ends.compactMap { names.firstIndex(of: $0) })
        return (
            counter.products(to: target, ofPin: pin, from: places, in: machine, lane: 0),
            Set(counter.beginnings(of: target, ofPin: pin, among: places).map { names[$0] })
        )
    }

    @Test func productsAreCountedOnceAsAPersonWorksThemOut() throws {
        #expect(try work([3, 4, 5], to: "u").0 == 2)
        #expect(try work([-1, 4, 5], to: "v").0 == 3)
        #expect(try work([3, 4, 5], to: "L").0 == 8)
        #expect(try work([3, 0, 5], to: "L").0 == 2, "only a / c is left")
    }

    @Test func theWayBeginsWithTheNearestEntries() throws {
        let from = try work([3, 4, 5], to: "L", from: ["u", "v", "L"])
        #expect(from.0 == 4)
        #expect(from.1 == ["v"])
        #expect(try work([3, 0, 5], to: "v", from: ["u"]).1 == ["u"])
    }
}
