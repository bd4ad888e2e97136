import Exact
import Maths

/// Writes a node's calculation: in symbols, with numbers put in, and step by step up to its value.
struct StepWriter {
    /// What is written.
    var graph: Graph
    /// How nodes that have a name are written.
    var names: [NodeID: Maths]
    /// Gives a leaf for an entry of a node.
    var numbers: ShownNumbers

    /// Arrays of more entries are not written out in each step.
    static let largestArray = 36
    /// Vectors of more entries are not written out entry by entry.
    static let longestVector = 5
    /// Formulas of more operations and operands are not written in symbols.
    static let longestFormula = 80

    /// A node in symbols; by its own name only where `isNamed` says so.
    func symbol(_ node: NodeID, isNamed: Bool = false) -> Maths { symbol(node, isTop: !isNamed).maths }

    /// Whether a node's symbols are few enough to be read.
    func isShort(_ node: NodeID) -> Bool {
        var count = 0
        var stack = graph[node].inputs
        while let next = stack.popLast() {
            count += 1
            if count > Self.longestFormula { return false }
            if names[next] == nil { stack += graph[next].inputs }
        }
        return true
    }

    private func symbol(_ node: NodeID, isTop: Bool) -> Written {
        let shape = graph[node].shape
        if !isTop, let name = names[node] { return Written(name, shape) }
        return Written(graph[node].operation.written(graph[node].inputs.map { symbol($0, isTop: false) }), shape)
    }

    /// A node with the numbers of its names put in, then with one step after the other worked out; the value comes last.
    mutating func steps(_ node: NodeID) -> [Maths] {
        if isChoiceByScalar(node), !hasLargeArray(node, isTop: true) { return stepsOfChoice(node) }
        let height = height(node, isTop: true)
        var steps: [Maths] = []
        if !hasLargeArray(node, isTop: true) {
            for level in 0..<max(0, height) {
                let step = written(node, level, isTop: true).maths
                if steps.last != step { steps.append(step) }
            }
        }
        if let operation = graph[node].operation as? any DetailedOperation, height > 0 {
            steps += operation.details(graph[node].inputs, by: &self)
        }
        let value = numbers.array(node, graph)
        if steps.last != value { steps.append(value) }
        return steps
    }

    mutating func written(_ node: NodeID, _ level: Int, isTop: Bool) -> Written {
        let shape = graph[node].shape
        if height(node, isTop: isTop) <= level { return Written(numbers.array(node, graph), shape) }
        var operands: [Written] = []
        for (operand, input) in graph[node].inputs.enumerated() {
            let isCondition = graph[node].operation is Where && operand == 0
            operands.append(isCondition ? condition(input, level) : written(input, level, isTop: false))
        }
        return Written(graph[node].operation.written(operands), shape)
    }

    /// How many steps a person takes to the node's value once its names' numbers are put in.
    func height(_ node: NodeID, isTop: Bool) -> Int {
        let operation = graph[node].operation
        if (!isTop && names[node] != nil) || operation is Constant { return 0 }
        let inputs = graph[node].inputs
        let isMove = operation.isMove || inputs.count == 1 && operation is Accumulation
        let heights = inputs.map { input in
            let isJoined = isMove || operation.isOneStep(with: graph[input].operation) && names[input] == nil
            return height(input, isTop: false) + (isJoined ? 0 : 1)
        }
        return heights.max() ?? 0
    }

    private func hasLargeArray(_ node: NodeID, isTop: Bool) -> Bool {
        if graph[node].shape.count > Self.largestArray { return true }
        if !isTop && names[node] != nil { return false }
        return graph[node].inputs.contains { hasLargeArray($0, isTop: false) }
    }
}

extension Operation {
    /// Whether it only moves entries or turns signs, which is no step of its own.
    fileprivate var isMove: Bool {
        self is Transpose || self is Selection || self is Placement || self is Reshape || self is Quantity
            || self is Negation || self is Spread || self is DrawnIndex || self is DrawnSelection
            || self is DrawnPlacement || self is Choice
    }

    /// Whether both are done at once, as the additions of a sum.
    fileprivate func isOneStep(with other: any Operation) -> Bool {
        func isSum(_ operation: any Operation) -> Bool {
            operation is Addition || operation is Subtraction || operation is Accumulation
        }
        return isSum(self) && isSum(other) || self is Multiplication && other is Multiplication
            || self is Where && (other is Comparison || other is PositiveMask)
    }
}

/// The numbers that formulas show, each once.
package struct ShownNumbers: Sendable {
    /// In the order of the leaves' IDs.
    package private(set) var entries: [ShownEntry]
    private var places: [ShownEntry: Int] = [:]

    /// Further numbers behind those that are shown already.
    package init(_ entries: [ShownEntry] = []) {
        self.entries = entries
        for (place, entry) in entries.enumerated() { places[entry] = places[entry] ?? place }
    }

    /// A leaf for each entry of a node; how it is rounded is known only when the numbers' domains are.
    mutating func leaves(_ node: NodeID, _ graph: Graph) -> [Maths] {
        (0..<graph[node].shape.count).map { entry in
            let own = ShownEntry(node: node, entry: entry)
            let place = places[own] ?? entries.count
            if place == entries.count {
                places[own] = place
                entries.append(own)
            }
            return .value(ValueID(place), .exact)
        }
    }

    /// A node's numbers as a scalar, a column or a matrix.
    mutating func array(_ node: NodeID, _ graph: Graph) -> Maths {
        if let constant = graph[node].operation as? Constant { return constant.written([]) }
        return .array(leaves(node, graph), graph[node].shape)
    }
}
