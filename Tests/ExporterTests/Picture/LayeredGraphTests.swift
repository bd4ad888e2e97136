import TestSupport
import Testing

@testable import Exporter

/// Places of graphs in columns.
struct LayeredGraphTests {
    /// A graph whose last node needs all others, as a result does.
    private func randomInputs(seed: UInt64) -> [[Int]] {
        var random = SplitMix(seed: seed)
        let count = Int.random(in: 2...12, using: &random)
        var inputs = (0..<count).map { node -> [Int] in
            node < 2
                ? [] : (0..<Int.random(in: 0...2, using: &random)).map { _ in .random(in: 0..<node, using: &random) }
        }
        let used = Set(inputs.flatMap { $0 })
        inputs.append((0..<count).filter { !used.contains($0) })
        return inputs
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func nodesKeepTheirDistanceBehindTheirInputs(_ seed: UInt64) {
        let inputs = randomInputs(seed: seed)
        let graph = LayeredGraph(inputs: inputs)
        #expect(graph.columns.joined().sorted() == Array(graph.vertices.indices), "seed \(seed)")
        for (node, inputs) in inputs.enumerated() {
            for (place, input) in inputs.enumerated() {
                let way = graph.ways[node][place]
                #expect(way.first == input && way.last == node, "seed \(seed)")
                #expect(
                    zip(way, way.dropFirst()).allSatisfy { graph.vertices[$1].column == graph.vertices[$0].column + 1 },
                    "seed \(seed)")
                #expect(way.dropFirst().dropLast().allSatisfy { graph.vertices[$0].node == nil }, "seed \(seed)")
            }
        }
        for column in graph.columns {
            for (first, second) in zip(column, column.dropFirst()) {
                let (upper, lower) = (graph.vertices[first], graph.vertices[second])
                let least = upper.node == nil && lower.node == nil ? 0.4 : 1
                #expect(lower.height - upper.height >= least - 1e-9, "seed \(seed)")
            }
        }
        #expect(graph.vertices.map(\.height).min() == 0, "seed \(seed)")
    }

    @Test func treesHaveNoCrossings() {
        #expect(LayeredGraph(inputs: [[], [], [0, 1], [], [], [3, 4], [2, 5]]).crossings == 0)
        #expect(LayeredGraph(inputs: [[], [], [], [1, 2], [0, 3]]).crossings == 0)
    }

    /// Operations one after another stand in a line, however many given numbers join them.
    @Test func chainsAreStraight() {
        let graph = LayeredGraph(inputs: [[], [], [0, 1], [], [2, 3], [], [4, 5], [6]])
        let heights = [2, 4, 6, 7].map { graph.vertices[$0].height }
        #expect(heights.allSatisfy { abs($0 - heights[0]) < 0.02 }, "\(heights)")
    }
}
