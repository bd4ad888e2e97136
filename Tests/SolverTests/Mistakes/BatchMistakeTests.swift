import Foundation
import Testing

/// Means over examples, and layers that take several examples at once.
struct BatchMistakeTests {
    @Test func examplesAsRows() throws {
        let steps = PlainSteps(
            steps: [
                "Z": { try $0.X * $0.W1 + $0.b1 }, "H": { $0.Z.relu }, "yhat": { try $0.H * $0.W2 },
                "L": { 0.5 * (try $0.yhat - $0.t).squared.sum },
                "dyhat": { try $0.yhat - $0.t }, "e": { $0.dyhat },
                "dW2": { try $0.H.transpose * $0.e }, "dH": { try $0.e * $0.W2.transpose },
                "dZ": { try $0.dH ⊙ $0.Z.mask },
                "dW1": { try $0.X.transpose * $0.dZ },
            ],
            answers: {
                [$0.Z, $0.H, $0.yhat, $0.L, $0.dyhat, $0.dW2].flatMap(\.entries) + [$0.dW1[[0, 1]], $0.dW1[[1, 1]]]
            })
        var oracle = try MistakeOracle(gallery: "batch-rows", steps)
        try oracle.expect(.biasDropped, "the bias b1 was not added in Z", ["Z": { try $0.X * $0.W1 }])
        try oracle.expect(
            .transposedForward, "rows and columns of X were exchanged in Z",
            ["Z": { try $0.X.transpose * $0.W1 + $0.b1 }])
        try oracle.expect(.activationSkipped, "ReLU was not applied to Z", ["H": { $0.Z }])
        try oracle.expect(
            .activationAtOutput, "ReLU was applied to yhat, which is linear", ["yhat": { try ($0.H * $0.W2).relu }])
        try oracle.expect(
            .halfInvented, "the 2 of the square in L was not used in the derivative",
            ["dyhat": { 0.5 * (try $0.yhat - $0.t) }])
        try oracle.expect(.sign, "∂L/∂yhat has the wrong sign", ["dyhat": { try $0.t - $0.yhat }])
        try oracle.expect(
            .lossAsDelta, "the loss itself was taken for ∂L/∂yhat", ["dyhat": { $0.yhat.filled($0.L.entries[0]) }])
        try oracle.expect(.upstreamDropped, "∂L/∂yhat was left out of the product", ["e": { $0.dyhat.filled(1) }])
        try oracle.expect(
            .transposeDropped, "X was not transposed on the way back to W1", ["dW1": { try $0.X * $0.dZ }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W1", ["dW1": { try ($0.X.transpose * $0.dZ).mirrored }]
        )
        try oracle.expect(.maskIgnored, "the derivative of ReLU at Z was left out", ["dZ": { $0.dH }])
        try oracle.expect(
            .valueForMask, "H stood in the place of ReLU's derivative at Z", ["dZ": { try $0.dH ⊙ $0.H }])
        try oracle.expect(
            .valueForMask, "Z stood in the place of ReLU's derivative at Z", ["dZ": { try $0.dH ⊙ $0.Z }])
        try oracle.expect(.preForPost, "Z was used for H in ∂L/∂W2", ["dW2": { try $0.Z.transpose * $0.e }])
        try oracle.expect(.preForPost, "Z was used for H in yhat", ["yhat": { try $0.Z * $0.W2 }])
        let sum: PlainSteps.Step = { (try $0.yhat - $0.t).squared.sum }
        let double: PlainSteps.Step = { 2 * (try $0.yhat - $0.t) }
        try oracle.expect(.batchNotAveraged, "L was summed and not averaged", ["L": sum, "dyhat": double])
        try oracle.expect(.batchNotAveraged, "the derivative of L was not averaged", ["dyhat": double])
        try oracle.expect(
            .batchNotAveraged, "the derivative of L was averaged twice", ["dyhat": { 0.5 * (try $0.yhat - $0.t) }])
        oracle.expectNothingElse()
    }

    /// A mean of four numbers, by name or by hand.
    @Test(arguments: ["mean(E^2)", "sum(E^2) / 4", "1/4 * sum(E * E)"])
    func mean(loss: String) throws {
        let steps = PlainSteps(
            steps: [
                "Y": { try $0.X * $0.W.transpose + $0.b }, "L": { 0.25 * (try $0.Y - $0.t).squared.sum },
                "dY": { 0.5 * (try $0.Y - $0.t) }, "dW": { try $0.dY.transpose * $0.X },
            ], answers: { [$0.Y, $0.L, $0.dY, $0.dW].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  X: { shape: [4, 2], draw: -3..3 }
                  W: { shape: [1, 2], draw: -2..2 }
                  b: { draw: -2..2 }
                  t: { shape: 4, draw: -3..3 }
                define:
                  Y: X @ W.T + b
                  E: Y - t
                  L: \(loss)
                ask:
                  - find: Y, L, dL/dY, dL/dW
                """, steps)
        let double: PlainSteps.Step = { 2 * (try $0.Y - $0.t) }
        try oracle.expect(
            .batchNotAveraged, "L was summed and not averaged",
            ["L": { (try $0.Y - $0.t).squared.sum }, "dY": double])
        try oracle.expect(.batchNotAveraged, "the derivative of L was not averaged", ["dY": double])
        try oracle.expect(
            .batchNotAveraged, "the derivative of L was averaged twice", ["dY": { 0.125 * (try $0.Y - $0.t) }])
        try oracle.expect(
            .halfInvented, "the 2 of the square in L was not used in the derivative",
            ["dY": { 0.25 * (try $0.Y - $0.t) }])
        try oracle.expect(.sign, "∂L/∂Y has the wrong sign", ["dY": { 0.5 * (try $0.t - $0.Y) }])
    }

    @Test(arguments: ["mean((x - mu)^2)", "sum((x - mu)^2) / 4"])
    func normalisation(variance: String) throws {
        let steps = PlainSteps(
            steps: [
                "mu": { 0.25 * $0.x.sum }, "v": { 0.25 * (try $0.x - $0.mu).squared.sum },
                "xhat": { numbers in (1 / sqrt(numbers.v.entries[0] + 1)) * (try numbers.x - numbers.mu) },
                "y": { try $0.g * $0.xhat + $0.b },
            ], answers: { [$0.mu, $0.v, $0.xhat, $0.y].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  x: { shape: 4, draw: -3..3 }
                  g: { draw: 1..2 }
                  b: { draw: -1..1 }
                define:
                  mu: mean(x)
                  v: \(variance)
                  xhat: (x - mu) / sqrt(v + 1)
                  y: g * xhat + b
                ask:
                  - find: mu, v, xhat, y
                """, steps)
        let squares: PlainSteps.Step = { (try $0.x - $0.mu).squared.sum }
        try oracle.expect(.biasDropped, "the bias b was not added in y", ["y": { try $0.g * $0.xhat }])
        try oracle.expect(
            .varianceByOneLess, "v was divided by one less than the number of examples",
            ["v": { (1.0 / 3) * (try squares($0)) }])
        try oracle.expect(.batchNotAveraged, "mu was summed and not averaged", ["mu": { $0.x.sum }])
        try oracle.expect(.batchNotAveraged, "v was summed and not averaged", ["v": squares])
        try oracle.expect(.batchNotAveraged, "sums were taken for means", ["mu": { $0.x.sum }, "v": squares])
        oracle.expectNothingElse()
    }

    @Test func crossEntropyOfRows() throws {
        let steps = PlainSteps(
            steps: [
                "S": { try $0.X * $0.W },
                "P": { numbers in
                    PlainArray([2, 3]) { place in
                        exp(numbers.S[place]) / (0..<3).reduce(0) { $0 + exp(numbers.S[[place[0], $1]]) }
                    }
                },
                "L": { PlainArray(-(log($0.P[[0, 1]]) + log($0.P[[1, 0]])) / 2) },
                "dS": { 0.5 * (try $0.P - $0.T) }, "dW": { try $0.X.transpose * $0.dS },
            ], answers: { [$0.S, $0.P, $0.L, $0.dS, $0.dW].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  X: { shape: [2, 2], draw: -2..2 }
                  W: { shape: [2, 3], draw: -1..1 }
                  T: [[0, 1, 0], [1, 0, 0]]
                define:
                  S: X @ W
                  P: softmax(S, by=rows)
                  L: cross_entropy(P, T) / 2
                ask:
                  - find: S, P, L, dL/dS, dL/dW
                """, steps)
        try oracle.expect(.oneHotForgotten, "T was not subtracted in ∂L/∂S", ["dS": { 0.5 * $0.P }])
        try oracle.expect(
            .batchNotAveraged, "L was summed and not averaged",
            ["L": { 2 * (try steps.step("L")($0)) }, "dS": { try $0.P - $0.T }])
        try oracle.expect(
            .batchNotAveraged, "the derivative of L was averaged twice", ["dS": { 0.25 * (try $0.P - $0.T) }])
        try oracle.expect(.sign, "∂L/∂S has the wrong sign", ["dS": { 0.5 * (try $0.T - $0.P) }])
    }
}
