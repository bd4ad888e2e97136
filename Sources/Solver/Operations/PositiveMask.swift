/// 1 where z > 0, else 0: ReLU's derivative.
struct PositiveMask: ElementwiseOperation, StepOperation {
    func value(of entry: Slot, in code: inout Code) -> Slot { code.less(code.constant(0), entry) }
}
