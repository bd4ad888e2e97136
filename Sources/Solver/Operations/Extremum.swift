import Maths

/// The larger or the smaller of two, entry by entry; or the largest or smallest entry of all, or of each row or column.
struct Extremum: Operation {
    enum Kind: String, Hashable, Sendable {
        case maximum = "max"
        case minimum = "min"
    }

    let kind: Kind
    var grouping = Grouping.all

    /// `max` and `min`.
    static let functions = [function(.maximum), function(.minimum)]

    private static func function(_ kind: Kind) -> Function {
        let name = kind.rawValue
        return Function("\(name)(X, by=rows) or \(name)(a, b)", arity: 1...2, options: ["by"]) {
            call throws(CallError) in
            Extremum(kind: kind, grouping: try call.groupingOfOne())
        }
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        operands.count == 2
            ? try Broadcasting.shape(operands[0], operands[1], verb: "compare")
            : try grouping.shape(of: operands[0])
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        if operands.count == 2 { return Broadcasting.combine(operands, shape) { code.extreme([$0, $1], kind) } }
        return grouping.groups(of: operands[0].shape).map { group in
            code.extreme(group.map { operands[0].slots[$0] }, kind)
        }
    }

    /// u where the entry is the extreme one, else 0; of two equal operands the first takes it.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let inputs = graph[node].inputs
        let shape = graph[inputs[operand]].shape
        if inputs.count == 2 {
            let wins = try graph.append(Comparison(relation(operand)), inputs[operand], inputs[1 - operand])
            return try graph.product(upstream, wins, as: shape)
        }
        let extreme = try graph.spread(node, by: grouping, to: shape)
        let wins = try graph.append(Comparison(.equal), inputs[0], extreme)
        let arriving = try graph.spread(upstream, by: grouping, to: shape)
        return try graph.append(Multiplication(), arriving, wins)
    }

    /// How the operand with an index must stand to the other to be taken.
    private func relation(_ operand: Int) -> Comparison.Relation {
        switch kind {
        case .maximum: operand == 0 ? .greaterOrEqual : .greater
        case .minimum: operand == 0 ? .lessOrEqual : .less
        }
    }

    func clearOfKinks(_ operands: [Tensor], in code: inout Code) -> [Slot] {
        guard operands.count == 1 else {
            guard let shape = try? shape(of: operands.map(\.shape)) else { return [] }
            return Broadcasting.combine(operands, shape) { code.notEqual($0, $1) }
        }
        return grouping.groups(of: operands[0].shape).map { group in
            code.hasOneExtreme(group.map { operands[0].slots[$0] }, kind)
        }
    }

    func written(_ operands: [Written]) -> Maths {
        .function(grouping.labelled(.identifier(kind.rawValue, .upright)), operands.map(\.maths))
    }
}

extension Code {
    /// The largest or the smallest of several.
    mutating func extreme(_ entries: [Slot], _ kind: Extremum.Kind) -> Slot {
        entries.dropFirst().reduce(entries[0]) { kind == .maximum ? maximum($0, $1) : minimum($0, $1) }
    }

    /// 1 where no two entries are the largest or the smallest together, else 0.
    mutating func hasOneExtreme(_ entries: [Slot], _ kind: Extremum.Kind) -> Slot {
        let extreme = extreme(entries, kind)
        return equal(sum(entries.map { equal($0, extreme) }), constant(1))
    }
}
