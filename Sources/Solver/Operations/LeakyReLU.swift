import Exact
import Maths

/// z where z > 0, else slope · z; its derivative at 0 is the slope.
struct LeakyReLU: ElementwiseOperation {
    let slope: Rational

    static let function = Function("leaky_relu(z, slope=1/10)", options: ["slope"]) { call throws(CallError) in
        LeakyReLU(slope: try call.number("slope", standard: Rational(1, 10)))
    }

    func value(of entry: Slot, in code: inout Code) -> Slot {
        let positive = code.less(code.constant(0), entry)
        return code.select(positive, entry, code.multiply(code.constant(slope), entry))
    }

    /// u · (1 where z > 0, else the slope).
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let mask = try graph.append(PositiveMask(), graph[node].inputs[0])
        let (one, low) = (try graph.constant(.one), try graph.constant(slope))
        return try graph.append(Multiplication(), upstream, try graph.append(Where(), mask, one, low))
    }

    func clearOfKink(_ entry: Slot, in code: inout Code) -> Slot? { code.notEqual(entry, code.constant(0)) }

    /// The slope stands below the name.
    private var name: Maths { .scripts(.identifier("LeakyReLU", .upright), sub: .number(slope), sup: nil) }

    func written(_ operands: [Written]) -> Maths { .function(name, [operands[0].maths]) }

    /// With a slope above 1 the smaller of both is taken.
    var conventions: [Maths] {
        let z = Maths.variable("z")
        let choice = Maths.identifier(slope > .one ? "min" : "max", .upright)
        return [
            .equation(.function(name, [z]), .function(choice, [.product([.number(slope), z], .juxtaposed), z]))
        ]
    }

    var derivativeConventions: [Maths] {
        [.equation(.function(.prime(name), [.integer(0)]), .number(slope))]
    }
}
