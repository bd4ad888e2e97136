import Exact

extension Code {
    /// A slot that is 1 where another is 0 because something is switched off, not by chance.
    ///
    /// Switched off are a ReLU unit below 0, what a comparison's outcome multiplies or chooses away, and what is 0 on
    /// every sheet. A product vanishes with a factor, a sum with all of its terms.
    package mutating func vanishing(_ slot: Slot) -> Slot {
        var known: [Slot: Slot] = [:]
        var stack = [slot]
        while let next = stack.last {
            let waiting = carriers(of: next).filter { known[$0] == nil }
            if known[next] == nil, waiting.isEmpty { known[next] = vanishing(next, known) }
            if waiting.isEmpty { stack.removeLast() } else { stack += waiting }
        }
        return known[slot] ?? constant(0)
    }

    /// The operands that can make a slot vanish.
    private func carriers(of slot: Slot) -> [Slot] {
        let instruction = instructions[Int(slot)]
        switch instruction.operation {
        case .add, .subtract, .multiply: return [instruction.a, instruction.b]
        case .negate, .divide, .absolute, .pin: return [instruction.a]
        case .select: return [instruction.b, instruction.c]
        default: return []
        }
    }

    private mutating func vanishing(_ slot: Slot, _ known: [Slot: Slot]) -> Slot {
        let instruction = instructions[Int(slot)]
        let parts = carriers(of: slot).map { known[$0] ?? constant(0) }
        switch instruction.operation {
        case .constant: return constant(constants[Int(instruction.a)].isZero ? 1 : 0)
        case .multiply: return or(parts[0], parts[1])
        case .add, .subtract: return and(parts[0], parts[1])
        case .negate, .divide, .absolute, .pin: return parts[0]
        case .select: return select(instruction.a, parts[0], parts[1])
        case .less, .lessOrEqual, .equal, .notEqual: return not(slot)
        case .minimum where isOutcome(slot), .maximum where isOutcome(slot): return not(slot)
        case .maximum:
            // ReLU is the larger of a number and 0.
            for (zero, other) in [(instruction.a, instruction.b), (instruction.b, instruction.a)]
            where constantValue(zero)?.isZero == true {
                return lessOrEqual(other, zero)
            }
            return constant(0)
        default: return constant(0)
        }
    }

    /// Whether a slot is the outcome of comparisons alone: of one, or of both or either of two.
    func isOutcome(_ slot: Slot) -> Bool {
        var stack = [slot]
        while let next = stack.popLast() {
            let instruction = instructions[Int(next)]
            switch instruction.operation {
            case .less, .lessOrEqual, .equal, .notEqual: continue
            case .minimum, .maximum: stack += [instruction.a, instruction.b]
            default: return false
            }
        }
        return true
    }
}

extension Code {
    /// A slot that is 1 unless another is 0 by chance.
    package mutating func nonzeroUnlessVanishing(_ slot: Slot) -> Slot {
        let isNonzero = notEqual(slot, constant(0))
        return or(isNonzero, vanishing(slot))
    }
}
