import Exact

/// Scalar instructions to be run on real numbers, two draws at once: quick, and near enough to recognise a number.
package struct RealCode: Sendable {
    /// A number in each of the two draws.
    package typealias Pair = SIMD2<Double>

    private let steps: [Step]
    /// Where the results stand, in the order in which they were asked for.
    package let results: [Int]

    private struct Step {
        let operation: ScalarOperation
        var a: Int32 = 0
        var b: Int32 = 0
        var c: Int32 = 0
        var constant = 0.0
    }

    /// The instructions that some slots need.
    package init(_ code: Code, _ slots: [Slot]) {
        var isNeeded = [Bool](repeating: false, count: code.count)
        for slot in slots { isNeeded[Int(slot)] = true }
        for index in isNeeded.indices.reversed() where isNeeded[index] {
            for operand in code.operands(of: Slot(index)) { isNeeded[Int(operand)] = true }
        }
        var places = [Int32](repeating: 0, count: code.count)
        var steps: [Step] = []
        for index in isNeeded.indices where isNeeded[index] {
            let instruction = code.instructions[index]
            places[index] = Int32(steps.count)
            var step = Step(operation: instruction.operation)
            switch instruction.operation {
            case .constant: step.constant = code.constants[Int(instruction.a)].double
            case .input: step.a = instruction.a
            default:
                let operands = code.operands(of: Slot(index)).map { places[Int($0)] }
                step.a = operands[0]
                if operands.count > 1 { step.b = operands[1] }
                if operands.count > 2 { step.c = operands[2] }
            }
            steps.append(step)
        }
        self.steps = steps
        results = slots.map { Int(places[Int($0)]) }
    }

    /// How many instructions a run takes.
    package var count: Int { steps.count }

    /// Whether an input is read.
    package func reads(input: Int) -> Bool { steps.contains { $0.operation == .input && $0.a == Int32(input) } }

    /// Runs the instructions; `values` holds each one's number afterwards, those of ``results`` among them.
    package func run(_ inputs: [Pair], _ values: inout [Pair]) {
        if values.count < steps.count { values = Array(repeating: .zero, count: steps.count) }
        values.withUnsafeMutableBufferPointer { values in
            for (index, step) in steps.enumerated() {
                var a: Pair { values[Int(step.a)] }
                var b: Pair { values[Int(step.b)] }
                switch step.operation {
                case .constant: values[index] = Pair(repeating: step.constant)
                case .input: values[index] = inputs[Int(step.a)]
                case .pin: values[index] = a
                case .add: values[index] = a + b
                case .subtract: values[index] = a - b
                case .multiply: values[index] = a * b
                case .negate: values[index] = -a
                default:
                    let c = values[Int(step.c)]
                    values[index] = Pair(
                        Self.value(step.operation, a[0], b[0], c[0]), Self.value(step.operation, a[1], b[1], c[1]))
                }
            }
        }
    }

    private static func value(_ operation: ScalarOperation, _ a: Double, _ b: Double, _ c: Double) -> Double {
        switch operation {
        case .divide: a.divided(by: b)
        case .absolute: a.magnitude
        case .floor: a.floored
        case .round: a.rounded()
        case .maximum: a.maximum(b)
        case .minimum: a.minimum(b)
        case .less: a.less(b)
        case .lessOrEqual: 1 - b.less(a)
        case .equal: a.equals(b)
        case .notEqual: 1 - a.equals(b)
        case .select: a.select(b, c)
        default: a.transcendental(operation.machineOperation, b)
        }
    }
}
