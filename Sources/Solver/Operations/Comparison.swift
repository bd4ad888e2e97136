import Maths

/// a < b and its kin, entry by entry: 1 where it holds, else 0.
package struct Comparison: StepOperation {
    /// The sign between the two.
    package enum Relation: String, Hashable, Sendable {
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equal = "=="
        case notEqual = "!="
    }

    let relation: Relation

    init(_ relation: Relation) { self.relation = relation }

    package func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        try Broadcasting.shape(operands[0], operands[1], verb: "compare")
    }

    package func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Broadcasting.combine(operands, shape) { left, right in
            switch relation {
            case .less: code.less(left, right)
            case .lessOrEqual: code.lessOrEqual(left, right)
            case .greater: code.less(right, left)
            case .greaterOrEqual: code.lessOrEqual(right, left)
            case .equal: code.equal(left, right)
            case .notEqual: code.notEqual(left, right)
            }
        }
    }

    package func written(_ operands: [Written]) -> Maths {
        .relation(operands[0].maths, [Link(relation.written, operands[1].maths)])
    }
}

extension Comparison.Relation {
    /// The relation's sign as it is written.
    var written: Relation {
        switch self {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .equal: .equal
        case .notEqual: .notEqual
        }
    }
}

extension Graph {
    /// Appends what is 1 for each entry of a node that is not 0, else 0; the new node has the same shape.
    package mutating func isNotZero(_ node: NodeID) throws(ShapeError) -> NodeID {
        let zero = try constant(.zero)
        return try append(Comparison(.notEqual), node, zero)
    }
}
