import Maths

/// The sum of all entries, or one a row or column.
struct Sum: Operation {
    var grouping = Grouping.all

    static let function = Function("sum(X, by=rows)", options: ["by"]) { call throws(CallError) in
        Sum(grouping: try call.grouping())
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape { try grouping.shape(of: operands[0]) }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        grouping.groups(of: operands[0].shape).map { group in code.sum(group.map { operands[0].slots[$0] }) }
    }

    /// u for every entry.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        try graph.spread(upstream, by: grouping, to: graph[graph[node].inputs[0]].shape)
    }

    /// Of all entries, with the sign; of rows or columns, as a function with a label.
    func written(_ operands: [Written]) -> Maths {
        grouping == .all
            ? .large(.sum, from: nil, to: nil, operands[0].maths)
            : .function(grouping.labelled(.identifier("sum", .upright)), [operands[0].maths])
    }
}
