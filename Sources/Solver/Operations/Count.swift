import Maths

/// count(c): for how many entries the condition holds.
struct Count: StepOperation {
    static let function = Function("count(c)") { _ in Count() }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape { .scalar }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        [code.sum(operands[0].slots)]
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("count", .upright), [operands[0].maths])
    }
}
