import Maths

/// any(c): 1 where the condition holds for at least one entry, else 0.
struct AnyOf: StepOperation {
    static let function = Function("any(c)") { _ in AnyOf() }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape { .scalar }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        [operands[0].slots.reduce(code.constant(0)) { code.or($0, $1) }]
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("any", .upright), [operands[0].maths])
    }
}
