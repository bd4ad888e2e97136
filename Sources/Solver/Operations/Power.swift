import Exact
import Maths

/// a ^ b, entry by entry: exact for a whole constant exponent, otherwise real.
struct Power: Operation {
    /// Whole exponents beyond these are worked out as real numbers.
    static let wholeExponents = -64...64

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        try Broadcasting.shape(operands[0], operands[1], verb: "raise")
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Broadcasting.combine(operands, shape) { base, exponent in
            guard let value = code.constantValue(exponent), value.isInteger,
                let whole = Int(exactly: value.numerator), Self.wholeExponents.contains(whole)
            else { return code.power(base, exponent) }
            return code.power(base, whole)
        }
    }

    /// u · b · a^(b − 1) for the base, u · a^b · ln a for the exponent.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let (a, b) = (graph[node].inputs[0], graph[node].inputs[1])
        if operand == 1 {
            let slope = try graph.append(Multiplication(), node, try graph.append(Logarithm(), a))
            return try graph.product(upstream, slope, as: graph[b].shape)
        }
        let lower: NodeID
        if let exponent = graph.constantValue(of: b) {
            lower = try graph.constant(exponent - .one)
        } else {
            lower = try graph.append(Subtraction(), b, try graph.constant(.one))
        }
        let power = graph.constantValue(of: lower) == .one ? a : try graph.append(Power(), a, lower)
        let slope = try graph.append(Multiplication(), b, power)
        return try graph.product(upstream, slope, as: graph[a].shape)
    }

    func written(_ operands: [Written]) -> Maths {
        .power(operands[0].maths, operands[1].maths)
    }
}
