import Exact
import Maths

/// The mean of all entries, or one a row or column.
struct Mean: Operation {
    var grouping = Grouping.all

    static let function = Function("mean(X, by=rows)", options: ["by"]) { call throws(CallError) in
        Mean(grouping: try call.grouping())
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape { try grouping.shape(of: operands[0]) }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        grouping.groups(of: operands[0].shape).map { group in
            code.divide(code.sum(group.map { operands[0].slots[$0] }), code.constant(group.count))
        }
    }

    /// u / n for every entry.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let shape = graph[graph[node].inputs[0]].shape
        let size = try graph.constant(Rational(shape.count / graph[node].shape.count))
        return try graph.spread(try graph.append(Division(), upstream, size), by: grouping, to: shape)
    }

    func written(_ operands: [Written]) -> Maths {
        .function(grouping.labelled(.identifier("mean", .upright)), [operands[0].maths])
    }
}
