import Exact
import Maths

/// tanh z.
struct HyperbolicTangent: ElementwiseOperation {
    static let function = Function("tanh(z)") { _ in HyperbolicTangent() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.function(.tanh, entry) }

    /// u · (1 − a²), with a the tangent itself.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let square = try graph.append(Power(), node, try graph.constant(Rational(2)))
        let slope = try graph.append(Subtraction(), try graph.constant(.one), square)
        return try graph.append(Multiplication(), upstream, slope)
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("tanh", .upright), [operands[0].maths])
    }

    var conventions: [Maths] {
        let z = Maths.variable("z")
        let rising = Maths.power(.identifier("e", .upright), z)
        let falling = Maths.power(.identifier("e", .upright), .negation(z))
        let numerator = Maths.sum([Term(.plus, rising), Term(.minus, falling)])
        let denominator = Maths.sum([Term(.plus, rising), Term(.plus, falling)])
        return [.equation(written([Written(z, .scalar)]), .fraction(numerator, denominator))]
    }
}
