import Exact
import TestSupport

@testable import Solver

/// Random scalar instructions, and beside each slot the number that it must hold.
struct RandomCode {
    var code = Code()
    var slots: [Slot] = []
    private var steps: [Step] = []
    private let inputCount: Int

    private struct Step {
        let operation: String
        let operands: [Int]
        let number: Rational
    }

    private static let constants: [Rational] = [
        0, 1, -1, 2, 3, Rational(1, 2), Rational(-2, 3), Rational(1, 3), Rational(3, 4),
    ]
    private static let operations = [
        "+", "+", "-", "-", "*", "*", "*", "/", "negate", "power", "abs", "floor", "max", "min", "<", "<=", "==", "!=",
        "select", "pin", "constant", "and", "or", "not", "sum",
    ]

    /// `count` instructions on `inputs` drawn numbers.
    init(seed: Int, inputs: Int, count: Int) {
        var source = SplitMix(seed: seed)
        inputCount = inputs
        for index in 0..<inputs {
            slots.append(code.input(index))
            steps.append(Step(operation: "input", operands: [index], number: 0))
        }
        for constant in [Self.constants[0], Self.constants[1], source.pick(Self.constants)] {
            slots.append(code.constant(constant))
            steps.append(Step(operation: "constant", operands: [], number: constant))
        }
        for _ in 0..<count { append(source.pick(Self.operations), &source) }
    }

    private mutating func append(_ operation: String, _ source: inout SplitMix) {
        // What is new is used more often, so that chains grow.
        let operands = (0..<3).map { _ in
            source.number(0...1) == 0
                ? source.number(max(0, slots.count - 4)...slots.count - 1)
                : source.number(0...slots.count - 1)
        }
        let number = operation == "power" ? Rational(source.number(-2...3)) : source.pick(Self.constants)
        let (a, b, c) = (slots[operands[0]], slots[operands[1]], slots[operands[2]])
        let truth = (code.less(a, b), code.lessOrEqual(b, c))
        let slot: Slot
        switch operation {
        case "+": slot = code.add(a, b)
        case "-": slot = code.subtract(a, b)
        case "*": slot = code.multiply(a, b)
        case "/": slot = code.divide(a, b)
        case "negate": slot = code.negate(a)
        case "power": slot = code.power(a, Int(number.numerator))
        case "abs": slot = code.absolute(a)
        case "floor": slot = code.floor(a)
        case "max": slot = code.maximum(a, b)
        case "min": slot = code.minimum(a, b)
        case "<": slot = code.less(a, b)
        case "<=": slot = code.lessOrEqual(a, b)
        case "==": slot = code.equal(a, b)
        case "!=": slot = code.notEqual(a, b)
        case "select": slot = code.select(a, b, c)
        case "and": slot = code.and(truth.0, truth.1)
        case "or": slot = code.or(truth.0, truth.1)
        case "not": slot = code.not(truth.0)
        case "sum": slot = code.sum([a, b, c])
        case "pin": slot = code.pin(a, as: slots.count)
        default: slot = code.constant(number)
        }
        slots.append(slot)
        steps.append(Step(operation: operation, operands: operands, number: number))
    }

    /// What each slot must hold for the inputs, without any simplification; undefined from where something fails.
    func numbers(_ inputs: [Rational]) -> [Rational] {
        var values: [Rational] = []
        for step in steps {
            if step.operation == "input" || step.operation == "constant" {
                values.append(step.operation == "input" ? inputs[step.operands[0]] : step.number)
                continue
            }
            let (a, b, c) = (values[step.operands[0]], values[step.operands[1]], values[step.operands[2]])
            values.append(Self.number(step, a, b, c))
        }
        return values
    }

    private static func number(_ step: Step, _ a: Rational, _ b: Rational, _ c: Rational) -> Rational {
        func truth(_ holds: Bool, _ operands: Rational...) -> Rational {
            operands.contains { $0.denominator == 0 } ? Rational(0, 0) : holds ? 1 : 0
        }
        let isThere = a.denominator != 0 && b.denominator != 0
        switch step.operation {
        case "+": return a + b
        case "-": return a - b
        case "*": return a * b
        case "/": return a / b
        case "negate": return 0 - a
        case "power": return a.denominator == 0 ? a : a.wholePower(Int(step.number.numerator))
        case "abs": return a < 0 ? 0 - a : a
        case "floor":
            if a.denominator < 2 { return a }
            let rest = ((a.numerator % a.denominator) + a.denominator) % a.denominator
            return Rational((a.numerator - rest) / a.denominator, 1)
        case "max": return isThere ? (a < b ? b : a) : Rational(0, 0)
        case "min": return isThere ? (a < b ? a : b) : Rational(0, 0)
        case "<": return truth(a < b, a, b)
        case "<=": return truth(!(b < a), a, b)
        case "==": return truth(a == b, a, b)
        case "!=": return truth(a != b, a, b)
        case "select": return a.denominator == 0 ? a : a == 0 ? c : b
        case "and": return truth(a < b && !(c < b), a, b, c)
        case "or": return truth(a < b || !(c < b), a, b, c)
        case "not": return truth(!(a < b), a, b)
        case "sum": return a + b + c
        default: return a
        }
    }
}
