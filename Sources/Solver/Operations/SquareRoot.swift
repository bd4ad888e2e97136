import Exact
import Maths

/// The root that is not negative.
struct SquareRoot: ElementwiseOperation {
    static let function = Function("sqrt(x)") { _ in SquareRoot() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.function(.squareRoot, entry) }

    /// u / (2 r), with r the root itself.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let double = try graph.append(Multiplication(), try graph.constant(Rational(2)), node)
        return try graph.append(Division(), upstream, double)
    }

    func written(_ operands: [Written]) -> Maths {
        .root(operands[0].maths, degree: nil)
    }
}
