import Exact
import Testing

@testable import Solver

struct FoundingNetworkTests {
    @Test func forwardAndGradientsAreTheCorrectedSheets() throws {
        var network = try FoundingNetwork()
        let texts = ["z1", "h1", "z2", "yhat", "L", "dL/dW3[2]", "dL/dW2[2,2]", "dL/dW1[2,1]"]
        let nodes = try texts.map { try network.node($0) }
        let expected = [
            exact(-1, 2, 3), exact(0, 2, 3), exact(9, 6, -4), exact(5), exact(Rational(49, 8)), exact(21), exact(7),
            exact(14),
        ]
        #expect(try network.values(of: nodes) == expected)
    }
}
