import Exact
import Solver
import Template
import Testing

@testable import Generator

/// The founding quiz against a calculation of the test's own, from the given numbers.
struct FoundingQuizTests {
    /// The network and its gradients, written out.
    private struct Network {
        let x, z1, h1, z2: [Rational]
        let yhat, loss, dW3, dW1: Rational
        let dW2, dz1: [Rational]
        let isAlive: [Bool]

        init(x: [Rational], W1: [Rational], b1: [Rational], W2: [Rational], b2: [Rational], W3: [Rational], y: Rational)
        {
            self.x = x
            z1 = (0..<3).map { W1[2 * $0] * x[0] + W1[2 * $0 + 1] * x[1] + b1[$0] }
            isAlive = z1.map { $0 > .zero }
            h1 = z1.map { $0 > .zero ? $0 : .zero }
            let hidden = h1
            z2 = (0..<3).map { row in (0..<3).reduce(b2[row]) { $0 + W2[3 * row + $1] * hidden[$1] } }
            yhat = W3[0] * z2[0] + W3[1] * z2[1] + W3[2] * z2[2]
            let slope = yhat - y
            loss = slope * slope / 2
            dW3 = slope * z2[1]
            dW2 = h1.map { slope * W3[1] * $0 }
            let alive = isAlive
            dz1 = (0..<3).map { unit in
                let arriving = (0..<3).reduce(Rational.zero) { $0 + W3[$1] * W2[3 * $1 + unit] }
                return alive[unit] ? slope * arriving : .zero
            }
            dW1 = dz1[1] * x[0]
        }

        /// The asked numbers in the template's order.
        var asked: [Rational] { z1 + h1 + z2 + [yhat, loss, dW3] + dW2 + dz1 + [dW1] }
    }

    private func network(_ values: [Number], of generator: Generator) -> Network {
        func quantity(_ name: String) -> [Rational] { generator.quantity(name, in: values) }
        return Network(
            x: quantity("x"), W1: quantity("W1"), b1: quantity("b1"), W2: quantity("W2"), b2: quantity("b2"),
            W3: quantity("W3"), y: quantity("y").first ?? .undefined)
    }

    @Test func theNumbersOf2024() throws {
        let generator = try Generator(gallery("q2-2024"), seed: 1)
        let values = try generator.values(ofSheets: 0..<1)[0]
        #expect(generator.quantity("z1", in: values) == [-1, 2, 3])
        #expect(generator.quantity("h1", in: values) == [0, 2, 3])
        #expect(generator.quantity("z2", in: values) == [9, 6, -4])
        #expect(generator.quantity("yhat", in: values) == [5])
        #expect(generator.quantity("L", in: values) == [Rational(49, 8)])
        let asked = generator.asked(in: values)
        #expect(asked["dL/dW3[2]"] == .exact(21))
        #expect(asked["dL/dW2[2,2]"] == .exact(7))
        #expect(asked["dL/dW1[2,1]"] == .exact(14))
        #expect(asked["L"] == .exact(Rational(49, 8)))
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func everySheetIsRightAndGood(seed: UInt64) throws {
        let generator = try Generator(gallery("q2"), seed: seed)
        for (sheet, values) in try generator.values(ofSheets: 0..<100).enumerated() {
            let network = network(values, of: generator)
            let asked = generator.calculation.asked.map { values[$0.value] }
            #expect(asked == network.asked.map { .exact($0) }, "seed \(seed), sheet \(sheet)")
            #expect(network.z1.contains { $0 < .zero } && network.loss <= 100, "seed \(seed), sheet \(sheet)")
            #expect(!network.z1.contains(0), "seed \(seed), sheet \(sheet) sits on a kink")
            let numbers = network.z2 + [network.yhat, network.loss, network.dW3]
            #expect(!numbers.contains(0), "seed \(seed), sheet \(sheet) asks for a 0")
            for unit in 0..<3 where network.isAlive[unit] {
                #expect(!network.dW2[unit].isZero, "seed \(seed), sheet \(sheet) asks for a 0 of a live unit")
                #expect(!network.dz1[unit].isZero, "seed \(seed), sheet \(sheet) asks for a 0 of a live unit")
            }
            #expect(
                !network.dW1.isZero || !network.isAlive[1], "seed \(seed), sheet \(sheet) asks for a 0 of a live unit")
        }
    }
}
