import Maths

/// ⌊x⌋, the greatest integer that is not above x.
struct Floor: ElementwiseOperation, StepOperation {
    static let function = Function("floor(x)") { _ in Floor() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.floor(entry) }

    func written(_ operands: [Written]) -> Maths { .fenced(.floor, operands[0].maths) }
}
