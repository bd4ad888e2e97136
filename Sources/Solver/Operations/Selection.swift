import Maths

/// One place of `X[2, :]`.
package enum Subscript: Hashable, Sendable {
    /// An index from 1.
    case index(Int)
    /// All along this dimension.
    case all
    /// From the first to the second index, both included, from 1.
    case range(Int, Int)
    /// A formula of loop variables, or from one to another; only to be written.
    case symbol(Expression, Expression?)
    /// The value of a given whole number with this name.
    case drawn(String)
}

/// X[2,1], X[2,:], X[1:2,:]: an entry, or a part of an array.
package struct Selection: Operation {
    let subscripts: [Subscript]

    init(_ subscripts: [Subscript]) { self.subscripts = subscripts }

    package func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        let full = try Self.full(subscripts, in: operands[0])
        var dimensions: [Int] = []
        for (place, size) in zip(full, operands[0].dimensions) {
            switch place {
            case .index(let index):
                guard (1...size).contains(index) else {
                    throw ShapeError("index \(index) is outside 1 to \(size) in an array of \(operands[0])")
                }
            case .all: dimensions.append(size)
            case .range(let first, let last):
                guard first >= 1, first <= last, last <= size else {
                    throw ShapeError("indices \(first):\(last) are outside 1 to \(size) in an array of \(operands[0])")
                }
                dimensions.append(last - first + 1)
            case .symbol(_, let last): if last != nil { dimensions.append(size) }
            case .drawn: break
            }
        }
        return Shape(dimensions)
    }

    package func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        Self.entries(subscripts, in: operands[0].shape).map { operands[0].slots[$0] }
    }

    package func pull(
        operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph
    ) throws(ShapeError) -> NodeID {
        try graph.append(Placement(subscripts, in: graph[graph[node].inputs[0]].shape), upstream)
    }

    /// One subscript a dimension: a row or column matrix's entry may be given by one.
    static func full(_ subscripts: [Subscript], in shape: Shape) throws(ShapeError) -> [Subscript] {
        if subscripts.count == shape.rank { return subscripts }
        if subscripts.count == 1 && shape.isRowOrColumn {
            return shape.dimensions[0] == 1 ? [.index(1), subscripts[0]] : [subscripts[0], .index(1)]
        }
        if shape.isScalar { throw ShapeError("a scalar has no entries to choose from") }
        throw ShapeError(
            "an array of \(shape) takes \(shape.rank) \(shape.rank == 1 ? "index" : "indices"), not \(subscripts.count)"
        )
    }

    /// The row-major places of what is chosen, which must be inside the shape.
    package static func entries(_ subscripts: [Subscript], in shape: Shape) -> [Int] {
        guard let full = try? full(subscripts, in: shape) else { return [] }
        return zip(full, shape.dimensions).reduce([0]) { places, pair in
            let indices: ClosedRange<Int>
            switch pair.0 {
            case .index(let index): indices = index...index
            case .all: indices = 1...pair.1
            case .range(let first, let last): indices = first...last
            case .symbol, .drawn: indices = 1...1
            }
            return places.flatMap { place in indices.map { place * pair.1 + $0 - 1 } }
        }
    }

    /// Indices below the name; a slice keeps its colons.
    package func written(_ operands: [Written]) -> Maths {
        .entry(subscripts.map { $0.written() }, of: operands[0].maths)
    }
}

extension Maths {
    /// An entry of an array by its indices, which stand beside a label that is there already: z₁ has the entry z₁,₂.
    ///
    /// `areDigits` says that no index has more than one digit where the indices do not say it themselves.
    package static func entry(_ indices: [Maths], of array: Maths, areDigits: Bool = false) -> Maths {
        let place = areDigits && indices.count > 1 ? Maths.row(indices) : .indices(indices)
        guard case .scripts(let base, let sub, let sup) = array else {
            return .scripts(array, sub: place, sup: nil)
        }
        return .scripts(base, sub: sub.map { .list([$0, place]) } ?? place, sup: sup)
    }
}

extension Subscript {
    /// Whether it is the value of a given number.
    package var isDrawn: Bool {
        if case .drawn = self { true } else { false }
    }

    /// The subscript as it is written; `numbers` has what stands for names.
    package func written(_ numbers: [String: Maths] = [:]) -> Maths {
        switch self {
        case .index(let index): .integer(index)
        case .all: .text(":")
        case .range(let first, let last): .row([.integer(first), .text(":"), .integer(last)])
        case .symbol(let first, nil): Notation.plain.written(first).maths
        case .symbol(let first, let last?):
            .row([Notation.plain.written(first).maths, .text(":"), Notation.plain.written(last).maths])
        case .drawn(let name): numbers[name] ?? .variable(name)
        }
    }
}
