extension Elaboration {
    /// The node of `dA/dB`: for a scalar A shaped as B, for an array A with A's dimensions before B's.
    mutating func derivative(
        of numerator: Expression, by denominator: Expression, at range: TextRange
    ) throws(ExpressionError) -> NodeID {
        let top = try node(for: numerator)
        let bottom = try node(for: denominator)
        let shape =
            graph[top].shape.isScalar
            ? graph[bottom].shape : Shape(graph[top].shape.dimensions + graph[bottom].shape.dimensions)
        guard shape.rank <= 4 else {
            throw ExpressionError("this derivative has more than four dimensions; ask for entries of it", at: range)
        }
        do throws(DerivativeError) {
            if graph[top].shape.isScalar {
                let gradient = try graph.derivative(of: top, withRespectTo: bottom)
                return graph[gradient].sum
            }
            let rows = try graph.jacobian(of: top, withRespectTo: bottom)
            return graph[rows].shape == shape ? rows : try graph.added(Reshape(to: shape), rows)
        } catch {
            switch error {
            case .independent:
                throw ExpressionError(
                    "there is no such derivative: what is differentiated does not depend on the other", at: range)
            case .shape(let error): throw ExpressionError(error.message, at: range)
            }
        }
    }
}
