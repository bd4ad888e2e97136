import Exact
import Testing

@testable import Solver

/// Nodes, shapes and constants.
struct GraphTests {
    @Test func nodesAreNeverMerged() throws {
        var graph = Graph()
        let one = try graph.append(Constant(.one))
        let first = try graph.append(Addition(), one, one)
        let second = try graph.append(Addition(), one, one)
        #expect(first != second)
        #expect(graph[second].inputs == [one, one])
        #expect(try graph.copy(of: first) != first)
    }

    @Test func constantValues() throws {
        var elaboration = Elaboration()
        try elaboration.give("a", Given(shape: .scalar, entries: [.fixed(2)]))
        for (text, value) in [("-1/2", Rational(-1, 2)), ("3", 3), ("-(-2/4)", Rational(1, 2))] {
            let node = try elaboration.node(for: try Parser.expression(text, names: []))
            #expect(elaboration.graph.constantValue(of: node) == value)
        }
        let drawn = try elaboration.node(for: try Parser.expression("a", names: ["a"]))
        #expect(elaboration.graph.constantValue(of: drawn) == nil)
    }

    @Test func forwardNodesOfADerivative() throws {
        var network = try FoundingNetwork()
        let gradient = try network.node("dL/dW3")
        let needed = network.elaboration.graph.forwardNodes(neededFor: [gradient])
        #expect(needed == needed.sorted())
        #expect(needed.contains(try #require(network.elaboration.quantities["z2"])))
        #expect(!needed.contains(gradient))
        #expect(needed.allSatisfy { !network.elaboration.graph[$0].isBackward })
    }

    @Test func shapes() {
        let shape = Shape([2, 3, 4])
        #expect(shape.count == 24 && shape.rank == 3 && shape.asMatrix == nil)
        for entry in 0..<24 {
            let indices = shape.indices(ofEntry: entry)
            #expect((indices[0] - 1) * 12 + (indices[1] - 1) * 4 + indices[2] - 1 == entry)
        }
        #expect(Shape.scalar.indices(ofEntry: 0) == [])
        #expect(Shape.matrix(1, 3).isRowOrColumn && !Shape.matrix(2, 3).isRowOrColumn && !Shape.vector(3).isRowOrColumn)
        #expect([Shape.scalar, .vector(3), .matrix(3, 2)].map(\.description) == ["a scalar", "3", "3×2"])
    }
}
