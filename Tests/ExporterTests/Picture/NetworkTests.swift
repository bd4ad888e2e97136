import Document
import Maths
import Template
import Testing
import YAML

@testable import Exporter

/// Which equations are a network, and how their weights stand.
struct NetworkTests {
    private func network(_ given: String, _ define: String, find: String = "L") throws -> Network? {
        let text = "given:\n  \(given)\ndefine: { \(define) }\nask: [{ find: '\(find)' }]"
        let template = try Template(SourceFile(name: "q", bytes: Array(text.utf8)))
        return template.figureRoot.flatMap { NetworkReader(template).network(endingIn: $0) }
    }

    /// The place of the weight of the second unit by the first input, and of the first unit by the second input.
    @Test(arguments: [
        ("x: [1, 2, 3]", "W: [[1, 2, 3], [4, 5, 6]]", "W @ x", 3, 1),
        ("x: [1, 2, 3]", "W: [[1, 2], [3, 4], [5, 6]]", "W.T @ x", 1, 2),
        ("x: [[1, 2, 3]]", "W: [[1, 2], [3, 4], [5, 6]]", "x @ W", 1, 2),
        ("x: [[1, 2, 3]]", "W: [[1, 2, 3], [4, 5, 6]]", "x @ W.T", 3, 1),
    ])
    func weightsStandInRowsOrColumns(_ x: String, _ matrix: String, _ product: String, _ target: Int, _ source: Int)
        throws
    {
        let network = try #require(try network("\(x)\n  \(matrix)", "z: \(product), L: sum(z)", find: "dL/dz"))
        #expect(network.layers.map(\.count) == [3, 2])
        let weights = try #require(network.layers[1].weights)
        #expect(weights.entry(from: 0, to: 1) == target && weights.entry(from: 1, to: 0) == source)
    }

    @Test func sumsAndOutputsHaveTheirNames() throws {
        let given = "x: [1, 2]\n  W: [[1, 2], [3, 4]]\n  b: [1, 1]\n  v: [1, -1]\n  t: 1"
        let network = try #require(try network(given, "h: relu(b + W @ x), y: h @ v, e: y - t, L: e^2", find: "dL/dW"))
        #expect(network.summary == "2 inputs, 2 ReLU units, 1 output")
        #expect(network.layers.map(\.sum) == [nil, nil, "y"] && network.layers.map(\.output) == ["x", "h", nil])
        #expect(
            network.layers.map(\.bias) == [nil, "b", nil] && network.layers.map(\.weights?.name) == [nil, "W", "v"])
        #expect(network.loss == Network.Loss(name: "L", target: "t"))
    }

    /// A loss that is made of more than the outputs and a target is left out, not the network.
    @Test func lossesWithFurtherTermsAreLeftOut() throws {
        let given = "x: [1, 2]\n  W: [[1, 2], [3, 4]]\n  t: [1, 0]\n  c: 3"
        let network = try #require(try network(given, "z: W @ x, L: sum((z - t)^2) + c * sum(W^2)", find: "dL/dW"))
        #expect(network.loss == nil && network.layers.count == 2)
        let other = try #require(try self.network(given, "z: W @ x, e: z @ z, L: e + relu(z) @ x"))
        #expect(other.loss == nil && other.layers.count == 2)
    }

    @Test(arguments: [
        ("X: [[1, 2], [3, 4]]\n  W: [[1, 2], [3, 4]]", "Z: X @ W, L: sum(Z)"),  // several examples
        ("x: [1, 2]\n  W: [[1, 2], [3, 4]]", "z: W @ x + x, L: sum(z)"),  // two paths
        ("x: [1, 2]\n  W: [[1, 2], [3, 4]]", "z: W @ x, h: relu(z), L: sum(h) + sum(z)"),
        ("x: [1, 2, 3, 4, 5, 6, 7, 8, 9]\n  W: [[1, 2, 3, 4, 5, 6, 7, 8, 9]]", "z: W @ x, L: z^2"),  // too many units
        ("q: [1, 2]\n  k: [2, 1]", "s: q * k, L: sum(s)"),
        ("x: 2\n  w: 3", "z: w * x, L: z^2"),
    ])
    func otherEquationsAreNone(_ given: String, _ define: String) throws {
        #expect(try network(given, define) == nil)
    }
}
