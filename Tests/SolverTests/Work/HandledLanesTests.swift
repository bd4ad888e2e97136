import Exact
import TestSupport
import Testing

@testable import Solver

/// What is told of numbers in all lanes at once against what is told of each by itself.
struct HandledLanesTests {
    @Test(arguments: [1, 2, 3, 4, 7, 8, 12, 40, 1000, 3000, 1 << 20] as [Int]) func eachNumberAsByItself(
        denominator: Int
    ) {
        var source = SplitMix(seed: denominator)
        // Numbers of 32 bits, of 64, and huge ones.
        for largest in [9, 1_000, 1 << 20, 1 << 40, 1 << 58] {
            var code = Code()
            let input = code.input(0)
            let scale = Rational(1, Int128(denominator))
            let range = InputRange(
                Rational(-largest) * scale, Rational(largest) * scale, denominator: Int128(denominator))
            let program = Program(code, stages: [[input]], inputs: [range])
            let location = program.outputs[0][0]
            let machine = Machine(program)
            for lane in 0..<64 {
                let small = source.number(0...2) == 0
                let numerator = small ? source.number(-9...9) * denominator : source.number(-largest...largest)
                machine.set(numerator: Int64(max(-largest, min(largest, numerator))), at: location, lane: lane)
            }
            let lanes = source.number(1...64)
            let handled = HandledLanes(location, in: machine, lanes: lanes, [.factor, .sign])
            for lane in 0..<lanes {
                func isSet(_ bits: UInt64) -> Bool { bits >> UInt64(lane) & 1 == 1 }
                let number = machine.handled(at: location, lane: lane)
                let context = "\(machine.number(at: location, lane: lane)) among \(lanes)"
                #expect(isSet(handled.zero) == number.isZero, "\(context)")
                #expect(isSet(handled.one) == number.isOne, "\(context)")
                #expect(isSet(handled.negative) == number.isNegative, "\(context)")
                #expect(isSet(handled.fraction) == !number.isWhole, "\(context)")
                #expect(handled.digits.filter(isSet).count == number.digits, "\(context)")
            }
        }
    }
}
