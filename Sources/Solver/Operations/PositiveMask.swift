import Maths

/// 1 where z > 0, else 0: ReLU's derivative.
struct PositiveMask: ElementwiseOperation, StepOperation {
    func value(of entry: Slot, in code: inout Code) -> Slot { code.less(code.constant(0), entry) }

    /// What stands before the condition.
    static let sign = Maths.identifier("1", .bold)

    /// 1 with a condition as its argument.
    func written(_ operands: [Written]) -> Maths {
        .function(
            Self.sign, [.relation(operands[0].maths, [Link(.greater, .integer(0))])])
    }
}
