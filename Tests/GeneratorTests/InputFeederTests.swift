import Exact
import Solver
import Template
import Testing

@testable import Generator

/// A machine is given the numbers that the draws say.
struct InputFeederTests {
    @Test func everyDigitOfEveryKindOfDraw() throws {
        let template = try template(
            """
            given:
              a: { draw: -3..3 }
              b: { draw: -1..2, step: 1/4 }
              c: { draw: -2..2, nonzero: yes }
              d: { draw: 0..3, nonzero: yes }
              e: { draw: -1..0, step: 1/3, nonzero: yes }
              f: { draw: [7, -1/2, 1/3] }
              g: { draw: [1e-30, 2, 3] }
              h: { draw: 1e37..3e37, step: 1e37 }
              i: { draw: [0, 1/2, -4], nonzero: yes }
              j: { draw: 5..5 }
            define: { L: a }
            ask: [{ find: L }]
            """)
        let calculation = try Calculation(template)
        let feeder = InputFeeder(template.draws, for: calculation.program)
        let machine = Machine(calculation.program)
        let radices = template.draws.map { UInt32($0.count) }
        #expect(radices == [7, 13, 4, 3, 3, 3, 3, 3, 2, 1])
        // Lane k takes each draw's k-th number, round and round.
        var digits = [UInt32](repeating: 0, count: radices.count * Machine.width)
        for (row, radix) in radices.enumerated() {
            for lane in 0..<Machine.width { digits[row * Machine.width + lane] = UInt32(lane) % radix }
        }
        feeder.feed(digits, to: machine, lanes: Machine.width)
        machine.run()
        for (row, draw) in template.draws.enumerated() {
            for lane in 0..<Machine.width {
                let number = machine.number(at: calculation.location(ofValue: row), lane: lane)
                #expect(number == .exact(draw[lane % draw.count]), "\(template.given[row].name), lane \(lane)")
            }
        }
    }
}
