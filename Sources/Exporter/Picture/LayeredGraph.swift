/// Places for a graph without cycles: nodes in columns from left to right, each behind its inputs, with as few crossing
/// edges as are found easily.
struct LayeredGraph {
    /// A node, or the place where an edge passes a column.
    struct Vertex {
        /// The node; nil where an edge passes.
        let node: Int?
        /// In the column before, and in the column behind.
        var before: [Int] = []
        var behind: [Int] = []
        /// The column, from 0.
        let column: Int
        /// The height, in units of the distance of nodes.
        var height = 0.0
    }

    /// Nodes first.
    private(set) var vertices: [Vertex] = []
    /// The vertices of each column from top to bottom.
    private(set) var columns: [[Int]] = []
    /// The vertices on the way from an input to a node, both included, by node and input.
    private(set) var ways: [[[Int]]] = []

    /// How often all columns are put in order, and how often they are moved.
    private static let (orders, moves) = (24, 400)

    /// Places nodes that each stand behind their inputs. O(edges²).
    init(inputs: [[Int]]) {
        let ranks = Self.ranks(inputs)
        vertices = ranks.enumerated().map { Vertex(node: $0, column: $1) }
        columns = Array(repeating: [], count: (ranks.max() ?? -1) + 1)
        ways = inputs.map { $0.map { _ in [] } }
        var isPlaced = [Bool](repeating: false, count: inputs.count)
        // From the result back, so that the operands of an operation stand below one another in their order.
        var stack = inputs.isEmpty ? [] : [inputs.count - 1]
        while let node = stack.popLast() {
            guard !isPlaced[node] else { continue }
            isPlaced[node] = true
            columns[ranks[node]].append(node)
            for (place, input) in inputs[node].enumerated() { ways[node][place] = connect(input, to: node) }
            stack += inputs[node].reversed()
        }
        order()
        move()
    }

    /// An operation stands right behind its last input, what is given right before its first use.
    private static func ranks(_ inputs: [[Int]]) -> [Int] {
        var ranks = [Int](repeating: 0, count: inputs.count)
        for (node, inputs) in inputs.enumerated() { ranks[node] = (inputs.map { ranks[$0] + 1 }).max() ?? 0 }
        for given in inputs.indices where inputs[given].isEmpty {
            let uses = inputs.indices.filter { inputs[$0].contains(given) }
            ranks[given] = (uses.map { ranks[$0] - 1 }).min() ?? 0
        }
        return ranks
    }

    private mutating func connect(_ input: Int, to node: Int) -> [Int] {
        var way = [input]
        for column in vertices[input].column + 1..<max(vertices[node].column, vertices[input].column + 1) {
            vertices.append(Vertex(node: nil, column: column))
            columns[column].append(vertices.count - 1)
            way.append(vertices.count - 1)
        }
        way.append(node)
        for (start, end) in zip(way, way.dropFirst()) {
            vertices[start].behind.append(end)
            vertices[end].before.append(start)
        }
        return way
    }

    // MARK: Order

    /// Sorts each column by the middle of its neighbours, forwards and backwards in turn, and keeps the best order.
    private mutating func order() {
        var best = (columns: columns, crossings: crossings)
        for round in 0..<Self.orders where best.crossings > 0 {
            let isForward = round.isMultiple(of: 2)
            for column in isForward ? Array(columns.indices) : columns.indices.reversed() {
                let places = self.places
                func middle(_ vertex: Int) -> Double {
                    let neighbours = isForward ? vertices[vertex].before : vertices[vertex].behind
                    guard !neighbours.isEmpty else { return Double(places[vertex]) }
                    return Double(neighbours.reduce(0) { $0 + places[$1] }) / Double(neighbours.count)
                }
                let keys = columns[column].enumerated().map { (middle($1), $0, $1) }
                columns[column] = keys.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
            }
            let crossings = self.crossings
            if crossings < best.crossings { best = (columns, crossings) }
        }
        columns = best.columns
    }

    /// By vertex, how many stand above it in its column.
    private var places: [Int] {
        var places = [Int](repeating: 0, count: vertices.count)
        for column in columns { for (place, vertex) in column.enumerated() { places[vertex] = place } }
        return places
    }

    /// How many pairs of edges cross.
    var crossings: Int {
        let places = self.places
        return columns.reduce(0) { count, column in
            let edges = column.flatMap { start in vertices[start].behind.map { (places[start], places[$0]) } }
            return count
                + edges.indices.reduce(0) { count, index in
                    count
                        + edges[..<index].count { other in
                            (other.0 - edges[index].0) * (other.1 - edges[index].1) < 0
                        }
                }
        }
    }

    // MARK: Heights

    /// Moves each vertex towards its neighbours, without changing the order, as far as the least distances allow.
    private mutating func move() {
        for column in columns { for (place, vertex) in column.enumerated() { vertices[vertex].height = Double(place) } }
        for round in 0..<Self.moves {
            for column in round.isMultiple(of: 2) ? columns : columns.reversed() {
                let wishes = column.map { vertex in
                    let neighbours = vertices[vertex].before + vertices[vertex].behind
                    guard !neighbours.isEmpty else { return vertices[vertex].height }
                    let sum = neighbours.reduce(0) { $0 + vertices[$1].height * pull(of: $1, on: vertex) }
                    return sum / neighbours.reduce(0) { $0 + pull(of: $1, on: vertex) }
                }
                for (vertex, height) in zip(column, spread(column, wishes)) { vertices[vertex].height = height }
            }
        }
        let top = vertices.map(\.height).min() ?? 0
        for vertex in vertices.indices { vertices[vertex].height -= top }
    }

    /// The heights nearest to those wished for at which neighbours keep their distance: an isotonic regression.
    private func spread(_ column: [Int], _ wishes: [Double]) -> [Double] {
        var offset = 0.0
        var offsets: [Double] = []
        for (index, vertex) in column.enumerated() {
            if index > 0 { offset += distance(column[index - 1], vertex) }
            offsets.append(offset)
        }
        var blocks: [(sum: Double, weight: Double, count: Int)] = []
        for (index, vertex) in column.enumerated() {
            let weight = weight(vertex)
            var block = (sum: (wishes[index] - offsets[index]) * weight, weight: weight, count: 1)
            while let last = blocks.last, last.sum / last.weight > block.sum / block.weight {
                block = (last.sum + block.sum, last.weight + block.weight, last.count + block.count)
                blocks.removeLast()
            }
            blocks.append(block)
        }
        let heights = blocks.flatMap { Array(repeating: $0.sum / $0.weight, count: $0.count) }
        return zip(heights, offsets).map(+)
    }

    /// How much a vertex's place counts: what is given makes way for what is computed.
    private func weight(_ vertex: Int) -> Double { isGiven(vertex) ? 0.001 : 1 }

    /// How much a neighbour counts: what is computed of given numbers alone stands between them.
    private func pull(of neighbour: Int, on vertex: Int) -> Double {
        let followsGiven = !isGiven(vertex) && vertices[vertex].before.allSatisfy(isGiven)
        return followsGiven == isGiven(neighbour) ? 1 : 0.001
    }

    private func isGiven(_ vertex: Int) -> Bool { vertices[vertex].before.isEmpty }

    /// The least distance of two vertices; an edge needs less room than a node.
    private func distance(_ first: Int, _ second: Int) -> Double {
        vertices[first].node == nil && vertices[second].node == nil ? 0.4 : 1
    }
}
