import Maths

/// The natural logarithm.
struct Logarithm: ElementwiseOperation {
    static let function = Function("ln(x)") { _ in Logarithm() }

    func value(of entry: Slot, in code: inout Code) -> Slot { code.function(.logarithm, entry) }

    /// u / x.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.append(Division(), upstream, graph[node].inputs[0])
    }

    func written(_ operands: [Written]) -> Maths {
        .function(.identifier("ln", .upright), [operands[0].maths])
    }

    var conventions: [Maths] { [Self.isNatural] }

    /// ln x = logₑ x.
    static let isNatural: Maths = {
        let x = Maths.variable("x")
        let toBaseE = Maths.scripts(.identifier("log", .upright), sub: .identifier("e", .upright), sup: nil)
        return .equation(.function(.identifier("ln", .upright), [x]), .function(toBaseE, [x]))
    }()
}
