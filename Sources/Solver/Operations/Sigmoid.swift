import Exact
import Maths

/// 1 / (1 + e^−z).
struct Sigmoid: ElementwiseOperation {
    static let function = Function("sigmoid(z)") { _ in Sigmoid() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.function(.sigmoid, entry) }

    /// u · a (1 − a), with a the sigmoid itself.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let rest = try graph.append(Subtraction(), try graph.constant(.one), node)
        return try graph.append(Multiplication(), upstream, try graph.append(Multiplication(), node, rest))
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.variable("σ"), [operands[0].maths])
    }

    var conventions: [Maths] {
        let z = Maths.variable("z")
        let power = Maths.power(.identifier("e", .upright), .negation(z))
        let denominator = Maths.sum([Term(.plus, .integer(1)), Term(.plus, power)])
        return [.equation(written([Written(z, .scalar)]), .quotient(.integer(1), denominator))]
    }
}
