import Exact

/// The steps to asked numbers, as a person does them one by one.
///
/// What is done twice counts once; where a factor is 0 nobody works the other one out, nor what only it needs.
package struct WorkSteps: Sendable {
    enum Kind: UInt8, Sendable {
        case product, quotient, sum, difference
        /// A ReLU unit: the larger of a number and 0.
        case unit
        /// One of two numbers, by a condition.
        case choice
        /// Nothing to be counted.
        case other
    }

    /// A step; its numbers by their places in ``slots``.
    struct Step: Sendable {
        let kind: Kind
        let target: Int
        /// Of a choice the condition and the two numbers; where there are fewer, the last stands for those that lack.
        let a, b, c: Int

        init(_ kind: Kind, _ target: Int, _ operands: [Int]) {
            self.kind = kind
            self.target = target
            a = operands[0]
            b = operands.count > 1 ? operands[1] : a
            c = operands.count > 2 ? operands[2] : b
        }
    }

    /// From the last to the first.
    let steps: [Step]
    /// How many of ``slots``, from the first, are asked for.
    let targetCount: Int
    /// The numbers that the steps use and give.
    package let slots: [Slot]

    /// The steps to some slots from what is given, which nobody works out.
    package init(to targets: [Slot], given: Set<Slot>, in code: inout Code) {
        var places: [Slot: Int] = [:]
        var slots: [Slot] = []
        func place(_ slot: Slot) -> Int {
            if let known = places[slot] { return known }
            places[slot] = slots.count
            slots.append(slot)
            return slots.count - 1
        }
        for target in targets { _ = place(target) }
        targetCount = slots.count
        var open = Set(targets)
        var steps: [Step] = []
        // Operands stand before what is made of them, so that the highest open slot is never met again.
        while let slot = open.max() {
            open.remove(slot)
            if given.contains(slot) { continue }
            let (kind, operands) = Self.step(slot, in: &code)
            if operands.isEmpty { continue }
            steps.append(Step(kind, place(slot), operands.map(place)))
            open.formUnion(operands)
        }
        self.steps = steps
        self.slots = slots
    }

    private static func step(_ slot: Slot, in code: inout Code) -> (Kind, [Slot]) {
        let instruction = code.instructions[Int(slot)]
        let (a, b) = (instruction.a, instruction.b)
        switch instruction.operation {
        case .multiply:
            // A constant times a constant times a number is one step, the 2 of a square and the ½ before it none.
            for (first, second) in [(a, b), (b, a)] {
                guard let outer = code.constantValue(first) else { continue }
                let inner = code.instructions[Int(second)]
                guard inner.operation == .multiply else { continue }
                for (third, number) in [(inner.a, inner.b), (inner.b, inner.a)] {
                    guard let factor = code.constantValue(third) else { continue }
                    let both = outer * factor
                    return both.magnitude == .one ? (.other, [number]) : (.product, [code.constant(both), number])
                }
            }
            return (.product, [a, b])
        case .divide: return (.quotient, [a, b])
        case .add: return (.sum, [a, b])
        case .subtract: return (.difference, [a, b])
        case .select: return (.choice, [a, b, instruction.c])
        case .maximum:
            if code.constantValue(a)?.isZero == true { return (.unit, [b]) }
            if code.constantValue(b)?.isZero == true { return (.unit, [a]) }
            return (.other, [a, b])
        default: return (.other, code.operands(of: slot))
        }
    }
}
