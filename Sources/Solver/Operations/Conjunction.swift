import Maths

/// Both of two comparisons, entry by entry: what the chain a < b < c means.
struct Conjunction: StepOperation {
    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        try Broadcasting.shape(operands[0], operands[1], verb: "compare")
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Broadcasting.combine(operands, shape) { code.and($0, $1) }
    }

    func written(_ operands: [Written]) -> Maths {
        .list(operands.map(\.maths))
    }
}
