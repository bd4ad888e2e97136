import Exact

/// A scalar's place in a ``Code``.
package typealias Slot = Int32

/// What one instruction computes from other slots.
package enum ScalarOperation: UInt8, Hashable, Sendable {
    /// The constant at index `a`.
    case constant
    /// The drawn number at index `a`.
    case input
    /// `a`, unless the run overrides pin `b`.
    case pin
    case add, subtract, multiply, divide, negate
    /// `a` to the power `b`.
    case power
    case absolute, floor, maximum, minimum
    /// The nearest whole number, exact whatever `a` is; of two the one further from 0.
    case round
    /// 1 where the comparison of `a` with `b` holds, else 0.
    case less, lessOrEqual, equal, notEqual
    /// `b` where `a` is not 0, else `c`.
    case select
    case exponential, logarithm, squareRoot, tanh, sigmoid
}

/// An array of scalars in a ``Code``, row by row.
package struct Tensor: Hashable, Sendable {
    /// Its sizes.
    package let shape: Shape
    /// One a scalar, in row-major order.
    package let slots: [Slot]

    init(_ shape: Shape, _ slots: [Slot]) {
        self.shape = shape
        self.slots = slots
    }

    subscript(row: Int, column: Int) -> Slot { slots[row * shape.dimensions[shape.rank - 1] + column] }
}

/// Scalar instructions in the order in which they can run, each slot assigned once.
///
/// The only place where anything is simplified: constants are folded, neutral elements vanish, and what is computed
/// twice from the same slots becomes one slot. Pins are left as they stand.
package struct Code: Sendable {
    /// An operation and its operands' slots (or, where the operation says so, an index).
    package struct Instruction: Hashable, Sendable {
        let operation: ScalarOperation
        var a: Slot = 0
        var b: Slot = 0
        var c: Slot = 0
    }

    /// The instruction that gives each slot.
    private(set) var instructions: [Instruction] = []
    /// What `constant` instructions refer to.
    private(set) var constants: [Rational] = []
    private var slots: [Instruction: Slot] = [:]
    private var constantIndices: [Rational: Slot] = [:]

    /// More instructions than any calculation by hand; further ones are not kept, and ``isFull`` says so.
    static let limit = 1 << 20

    package init() {}

    /// Whether the limit was reached, so that the code must not be run.
    package var isFull: Bool { instructions.count >= Self.limit }

    /// How many scalar instructions there are.
    package var count: Int { instructions.count }

    /// The constant that a slot holds for certain, if it does.
    package func constantValue(_ slot: Slot) -> Rational? {
        let instruction = instructions[Int(slot)]
        return instruction.operation == .constant ? constants[Int(instruction.a)] : nil
    }

    /// The slots that an instruction reads.
    func operands(of slot: Slot) -> [Slot] {
        let instruction = instructions[Int(slot)]
        switch instruction.operation {
        case .constant, .input: return []
        case .pin, .negate, .absolute, .floor, .round, .exponential, .logarithm, .squareRoot, .tanh, .sigmoid:
            return [instruction.a]
        case .select: return [instruction.a, instruction.b, instruction.c]
        default: return [instruction.a, instruction.b]
        }
    }

    /// The slots that must be worked out to have another, itself included.
    package func slots(neededFor slot: Slot) -> Set<Slot> {
        var found: Set<Slot> = [slot]
        var open = [slot]
        while let next = open.popLast() {
            for operand in operands(of: next) where found.insert(operand).inserted { open.append(operand) }
        }
        return found
    }

    /// Whether a slot is a drawn number.
    package func isInput(_ slot: Slot) -> Bool { instructions[Int(slot)].operation == .input }

    /// The slot of an instruction, appended unless the same is there.
    mutating func emit(_ operation: ScalarOperation, _ a: Slot = 0, _ b: Slot = 0, _ c: Slot = 0) -> Slot {
        let instruction = Instruction(operation: operation, a: a, b: b, c: c)
        if isFull { return 0 }
        if let slot = slots[instruction] { return slot }
        let slot = Slot(instructions.count)
        instructions.append(instruction)
        slots[instruction] = slot
        return slot
    }

    /// A slot that holds a constant.
    package mutating func constant(_ value: Rational) -> Slot {
        if let index = constantIndices[value] { return emit(.constant, index) }
        let index = Slot(constants.count)
        constants.append(value)
        constantIndices[value] = index
        return emit(.constant, index)
    }

    /// A slot that holds a whole constant.
    package mutating func constant(_ value: Int) -> Slot { constant(Rational(value)) }

    /// The slot of the drawn number with this index.
    package mutating func input(_ index: Int) -> Slot { emit(.input, Slot(index)) }

    /// A slot for the same number that a run may override, as it may all slots pinned under the same index.
    package mutating func pin(_ slot: Slot, as index: Int) -> Slot { emit(.pin, slot, Slot(index)) }
}
