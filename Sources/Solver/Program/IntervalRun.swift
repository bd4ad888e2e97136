import Exact

extension Code {
    /// The intervals of some slots where every pinned number may be changed on the way, as by rounding.
    ///
    /// - Parameters:
    ///   - slots: What is wanted.
    ///   - inputs: The drawn numbers.
    ///   - pinned: What becomes of a pinned number, by its pin.
    ///
    /// Complexity: linear in the instructions.
    package func intervals(
        of slots: [Slot], inputs: [Double], pinned: (Int, Interval) -> Interval
    ) -> [Interval] {
        var values: [Interval] = []
        values.reserveCapacity(instructions.count)
        for instruction in instructions {
            values.append(value(instruction, values, inputs: inputs, pinned: pinned))
        }
        return slots.map { values[Int($0)] }
    }

    private func value(
        _ instruction: Instruction, _ values: [Interval], inputs: [Double], pinned: (Int, Interval) -> Interval
    ) -> Interval {
        var a: Interval { values[Int(instruction.a)] }
        var b: Interval { values[Int(instruction.b)] }
        switch instruction.operation {
        case .constant: return Interval(constants[Int(instruction.a)].double)
        case .input: return Interval(inputs[Int(instruction.a)])
        case .pin: return a.isDefined ? pinned(Int(instruction.b), a) : .undefined
        case .add: return a + b
        case .subtract: return instruction.a == instruction.b ? Interval(0) : a - b
        case .multiply: return instruction.a == instruction.b ? a.squared : a * b
        case .divide: return a.divided(by: b)
        case .negate: return -a
        case .power: return a.power(b)
        case .absolute: return a.magnitude
        case .floor: return a.rising { $0.rounded(.down) }
        case .round: return a.rising { $0.rounded() }
        case .maximum: return a.isDefined && b.isDefined ? Interval(max(a.low, b.low), max(a.high, b.high)) : .undefined
        case .minimum: return a.isDefined && b.isDefined ? Interval(min(a.low, b.low), min(a.high, b.high)) : .undefined
        case .less: return .truth(surely: a.high < b.low, never: a.low >= b.high)
        case .lessOrEqual: return .truth(surely: a.high <= b.low, never: a.low > b.high)
        case .equal: return .truth(surely: a.low == b.high && a.high == b.low, never: a.high < b.low || b.high < a.low)
        case .notEqual:
            return .truth(surely: a.high < b.low || b.high < a.low, never: a.low == b.high && a.high == b.low)
        case .select:
            let other = values[Int(instruction.c)]
            guard a.isDefined else { return .undefined }
            return a == Interval(0) ? other : a.contains(0) ? b.hull(other) : b
        case .exponential, .logarithm, .squareRoot, .tanh, .sigmoid:
            return a.rising { $0.transcendental(instruction.operation.machineOperation, 0) }
        }
    }
}
