import Maths

/// all(c): 1 where the condition holds for every entry, else 0.
struct AllOf: StepOperation {
    static let function = Function("all(c)") { _ in AllOf() }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape { .scalar }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        [operands[0].slots.reduce(code.constant(1)) { code.and($0, $1) }]
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("all", .upright), [operands[0].maths])
    }
}
