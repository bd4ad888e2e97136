import Maths

/// One step of a calculation: everything that psgen knows of it.
///
/// An operation is one file in this folder; what an author writes as a function stands also in ``Function/all``.
package protocol Operation: Sendable {
    /// The shape of what comes out; throws a sentence to the author where the operands do not fit.
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape

    /// The instructions that compute the entries, in row-major order; the operands have shapes that fit.
    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot]

    /// Whether derivatives are carried to this operand at all.
    func isDifferentiable(in operand: Int) -> Bool

    /// The derivative that arrives times this operation's own with respect to an operand, in that operand's shape.
    ///
    /// Nothing is simplified: the 2 of a square and the ½ before it are both there. The last node appended is the value;
    /// it is a node that nothing else uses.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID

    /// How the step is written with its operands in it.
    func written(_ operands: [Written]) -> Maths

    /// What a reader must agree on to get the same value, such as which logarithm is meant.
    var conventions: [Maths] { get }

    /// What a reader must agree on besides to get the same derivative, such as its value on a kink.
    var derivativeConventions: [Maths] { get }

    /// Slots that are 1 away from the operation's kinks and 0 on one of them.
    func clearOfKinks(_ operands: [Tensor], in code: inout Code) -> [Slot]
}

extension Operation {
    package func isDifferentiable(in operand: Int) -> Bool { true }

    package var conventions: [Maths] { [] }

    package var derivativeConventions: [Maths] { [] }

    package func clearOfKinks(_ operands: [Tensor], in code: inout Code) -> [Slot] { [] }
}

/// A formula and the shape of its value, which decides how it is written in others.
package struct Written: Hashable, Sendable {
    /// The formula.
    package let maths: Maths
    /// Its value's shape.
    package let shape: Shape

    /// A formula for a value of a shape.
    package init(_ maths: Maths, _ shape: Shape) {
        self.maths = maths
        self.shape = shape
    }
}

/// An operation on one array, entry by entry.
protocol ElementwiseOperation: Operation {
    /// The instructions for one entry.
    func value(of entry: Slot, in code: inout Code) -> Slot
    /// Whether it is a function that an author applies, and so one whose readers are told that it acts entry by entry.
    var isFunction: Bool { get }
    /// A slot that is 1 unless the entry sits on a kink; nil where there are no kinks.
    func clearOfKink(_ entry: Slot, in code: inout Code) -> Slot?
}

extension ElementwiseOperation {
    package func shape(of operands: [Shape]) throws(ShapeError) -> Shape { operands[0] }

    package func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        operands[0].slots.map { value(of: $0, in: &code) }
    }

    var isFunction: Bool { true }

    func clearOfKink(_ entry: Slot, in code: inout Code) -> Slot? { nil }

    package func clearOfKinks(_ operands: [Tensor], in code: inout Code) -> [Slot] {
        operands[0].slots.compactMap { clearOfKink($0, in: &code) }
    }
}

extension Operation {
    /// Whether an author applies it as a function and it acts entry by entry.
    var isFunctionOfEntries: Bool {
        if let drawn = self as? DrawnCall { return drawn.operations.allSatisfy(\.isFunctionOfEntries) }
        return (self as? any ElementwiseOperation)?.isFunction ?? false
    }
}

extension Operation {
    /// Whether each entry is calculated from the entries at its place in the operands alone, smaller operands spread.
    var actsOnEntries: Bool {
        switch self {
        case is Addition, is Subtraction, is Multiplication, is Division, is Power, is Accumulation, is Where,
            is Comparison, is Conjunction, is Choice:
            true
        case let drawn as DrawnCall: drawn.operations.allSatisfy(\.actsOnEntries)
        default: self is any ElementwiseOperation
        }
    }
}

/// A function of a vector whose entries each depend on all of the vector's.
protocol VectorFunction: Operation {
    /// The matrix of all derivatives, a row an entry of the result, as a person writes it; `node` computes the function.
    func jacobian(at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID
}

/// An operation that nothing is carried back through, since its derivative is 0 wherever it has one.
protocol StepOperation: Operation {}

extension StepOperation {
    package func isDifferentiable(in operand: Int) -> Bool { false }

    package func pull(
        operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph
    ) throws(ShapeError) -> NodeID {
        throw ShapeError("this step has no derivative")
    }
}

/// An operation whose value a person takes more than one step to from its operands' numbers.
protocol DetailedOperation: Operation {
    /// These steps, with the operands' numbers; nothing where they would be too long to read.
    func details(_ operands: [NodeID], by writer: inout StepWriter) -> [Maths]
}
