import Maths

/// The sum of the pulls of all uses of a value; 0 pulls cannot be, one is passed on.
struct Accumulation: Operation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard let first = operands.first, operands.allSatisfy({ $0 == first }) else {
            throw ShapeError("the derivatives to be summed differ in shape")
        }
        return first
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        (0..<shape.count).map { entry in code.sum(operands.map { $0.slots[entry] }) }
    }

    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        upstream
    }

    func written(_ operands: [Written]) -> Maths {
        operands.count == 1 ? operands[0].maths : .sum(operands.map { Term(.plus, $0.maths) })
    }
}
