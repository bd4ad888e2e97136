import Maths

/// 1 where x > 0, −1 where x < 0, else 0: the derivative of |x|.
struct Sign: ElementwiseOperation, StepOperation {
    func value(of entry: Slot, in code: inout Code) -> Slot {
        let zero = code.constant(0)
        return code.subtract(code.less(zero, entry), code.less(entry, zero))
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("sign", .upright), [operands[0].maths])
    }
}
