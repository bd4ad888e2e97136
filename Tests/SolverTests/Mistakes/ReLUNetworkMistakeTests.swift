import Testing

/// The founding quiz, and a network in which examples are rows.
struct ReLUNetworkMistakeTests {
    private func founding(_ gradients: @escaping @Sendable (PlainNumbers) -> [Double]) -> PlainSteps {
        PlainSteps(
            steps: [
                "z1": { try $0.W1 * $0.x + $0.b1 },
                "h1": { $0.z1.relu },
                "z2": { try $0.W2 * $0.h1 + $0.b2 },
                "yhat": { try $0.W3 * $0.z2 },
                "L": { 0.5 * (try $0.y - $0.yhat).squared },
                "dyhat": { try $0.yhat - $0.y },
                // What is carried on from dL/dyhat.
                "e": { $0.dyhat },
                "dW3": { try $0.e * $0.z2.transpose },
                "dz2": { try $0.W3.transpose * $0.e },
                "dW2": { try $0.dz2 * $0.h1.transpose },
                "dh1": { try $0.W2.transpose * $0.dz2 },
                "dz1": { try $0.dh1 ⊙ $0.z1.mask },
                "dW1": { try $0.dz1 * $0.x.transpose },
            ],
            answers: {
                let forward = $0.z1.entries + $0.h1.entries + $0.z2.entries + $0.yhat.entries + $0.L.entries
                return forward + gradients($0)
            })
    }

    @Test func foundingQuiz() throws {
        var oracle = try MistakeOracle(
            gallery: "q2",
            founding {
                let weights = [$0.dW3.entries[1], $0.dW2[[1, 0]], $0.dW2[[1, 1]], $0.dW2[[1, 2]]]
                return weights + $0.dz1.entries + [$0.dW1[[1, 0]]]
            })
        try oracle.expect(.biasDropped, "the bias b1 was not added in z1", ["z1": { try $0.W1 * $0.x }])
        try oracle.expect(.biasDropped, "the bias b2 was not added in z2", ["z2": { try $0.W2 * $0.h1 }])
        try oracle.expect(
            .biasDropped, "no bias was added", ["z1": { try $0.W1 * $0.x }, "z2": { try $0.W2 * $0.h1 }])
        try oracle.expect(
            .transposedForward, "rows and columns of W2 were exchanged in z2",
            ["z2": { try $0.W2.transpose * $0.h1 + $0.b2 }])
        try oracle.expect(.activationSkipped, "ReLU was not applied to z1", ["h1": { $0.z1 }])
        try oracle.expect(
            .activationAtOutput, "ReLU was applied to z2, which is linear",
            ["z2": { try ($0.W2 * $0.h1 + $0.b2).relu }])
        try oracle.expect(
            .activationAtOutput, "ReLU was applied to yhat, which is linear", ["yhat": { try ($0.W3 * $0.z2).relu }])
        try oracle.expect(
            .activationAtOutput, "ReLU was applied to linear layers",
            ["z2": { try ($0.W2 * $0.h1 + $0.b2).relu }, "yhat": { try ($0.W3 * $0.z2).relu }])
        try oracle.expect(
            .halfForgotten, "the ½ in L was not used in the derivative", ["dyhat": { 2 * (try $0.yhat - $0.y) }])
        try oracle.expect(.halfForgotten, "the ½ in L was left out", ["L": { (try $0.y - $0.yhat).squared }])
        try oracle.expect(.sign, "∂L/∂yhat has the wrong sign", ["dyhat": { try $0.y - $0.yhat }])
        try oracle.expect(.lossAsDelta, "the loss itself was taken for ∂L/∂yhat", ["dyhat": { $0.L }])
        try oracle.expect(
            .upstreamDropped, "∂L/∂yhat was left out of the product", ["e": { $0.dyhat.filled(1) }])
        try oracle.expect(
            .transposeDropped, "W2 was not transposed on the way back to h1", ["dh1": { try $0.W2 * $0.dz2 }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W1",
            ["dW1": { try ($0.dz1 * $0.x.transpose).mirrored }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W2",
            ["dW2": { try ($0.dz2 * $0.h1.transpose).mirrored }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in the derivatives by weights",
            [
                "dW1": { try ($0.dz1 * $0.x.transpose).mirrored },
                "dW2": { try ($0.dz2 * $0.h1.transpose).mirrored },
            ])
        try oracle.expect(.maskIgnored, "the derivative of ReLU at z1 was left out", ["dz1": { $0.dh1 }])
        try oracle.expect(
            .maskFromOtherLayer, "the derivative of ReLU was taken at z2 and not at z1",
            ["dz1": { try $0.dh1 ⊙ $0.z2.mask }])
        try oracle.expect(
            .valueForMask, "h1 stood in the place of ReLU's derivative at z1", ["dz1": { try $0.dh1 ⊙ $0.h1 }])
        try oracle.expect(
            .valueForMask, "z1 stood in the place of ReLU's derivative at z1", ["dz1": { try $0.dh1 ⊙ $0.z1 }])
        for path in 1...3 {
            try oracle.expect(
                .onePathOnly, "only the path through entry \(path) of z2 was followed back to h1",
                ["dh1": { try $0.W2.only(row: path).transpose * $0.dz2 }])
        }
        try oracle.expect(.preForPost, "z1 was used for h1 in ∂L/∂W2", ["dW2": { try $0.dz2 * $0.z1.transpose }])
        try oracle.expect(.preForPost, "z1 was used for h1 in z2", ["z2": { try $0.W2 * $0.z1 + $0.b2 }])
        oracle.expectNothingElse()
    }

    /// The founding sheet's own key: 42 and 28 with the ½ forgotten.
    @Test func foundingSheet() throws {
        var oracle = try MistakeOracle(
            gallery: "q2-2024", founding { [$0.dW3.entries[1], $0.dW2[[1, 1]], $0.dW1[[1, 0]]] })
        try oracle.expect(
            .halfForgotten, "the ½ in L was not used in the derivative",
            handedIn: { right in
                let forward = right.z1.entries + right.h1.entries + right.z2.entries
                return forward + right.yhat.entries + right.L.entries + [42, 14, 28]
            })
    }

    @Test func examplesAsRows() throws {
        let steps = PlainSteps(
            steps: [
                "z1": { try $0.x * $0.W1 + $0.b1 }, "h1": { $0.z1.relu },
                "z2": { try $0.h1 * $0.W2 }, "h2": { $0.z2.relu }, "y": { try $0.h2 * $0.W3 },
                "L": { 0.5 * (try $0.y - $0.t).squared.sum },
                "dy": { try $0.y - $0.t }, "dh2": { try $0.dy * $0.W3.transpose }, "dz2": { try $0.dh2 ⊙ $0.z2.mask },
                "dW2": { try $0.h1.transpose * $0.dz2 }, "dh1": { try $0.dz2 * $0.W2.transpose },
                "dz1": { try $0.dh1 ⊙ $0.z1.mask }, "dW1": { try $0.x.transpose * $0.dz1 },
            ],
            answers: { numbers in
                let forward = [numbers.z1, numbers.h1, numbers.z2, numbers.h2, numbers.y, numbers.L]
                let backward = [numbers.dy, numbers.dh2, numbers.dz2, numbers.dh1]
                return (forward + backward).flatMap(\.entries) + [numbers.dW2[[0, 1]]] + numbers.dW1.entries
            })
        var oracle = try MistakeOracle(
            text: """
                given:
                  x:  { shape: [1, 2], draw: -2..2 }
                  W1: { shape: [2, 3], draw: -2..2 }
                  b1: { shape: [1, 3], draw: -2..2 }
                  W2: { shape: [3, 3], draw: -2..2 }
                  W3: { shape: [3, 2], draw: -2..2 }
                  t:  { shape: [1, 2], draw: -2..2 }
                define:
                  z1: x @ W1 + b1
                  h1: relu(z1)
                  z2: h1 @ W2
                  h2: relu(z2)
                  y: h2 @ W3
                  L: sum((y - t)^2) / 2
                ask:
                  - find: z1, h1, z2, h2, y, L, dL/dy, dL/dh2, dL/dz2, dL/dh1, dL/dW2[1,2], dL/dW1
                """, steps)
        try oracle.expect(.biasDropped, "the bias b1 was not added in z1", ["z1": { try $0.x * $0.W1 }])
        try oracle.expect(
            .transposedForward, "rows and columns of W2 were exchanged in z2", ["z2": { try $0.h1 * $0.W2.transpose }])
        try oracle.expect(
            .transposeDropped, "W2 was not transposed on the way back to h1", ["dh1": { try $0.dz2 * $0.W2 }])
        for path in 1...3 {
            try oracle.expect(
                .onePathOnly, "only the path through entry \(path) of z2 was followed back to h1",
                ["dh1": { try $0.dz2 * $0.W2.transpose.only(row: path) }])
        }
        for path in 1...2 {
            try oracle.expect(
                .onePathOnly, "only the path through entry \(path) of y was followed back to h2",
                ["dh2": { try $0.dy * $0.W3.transpose.only(row: path) }])
        }
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W2",
            ["dW2": { try ($0.h1.transpose * $0.dz2).transpose }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W1",
            ["dW1": { try ($0.x.transpose * $0.dz1).mirrored }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in the derivatives by weights",
            ["dW2": { try ($0.h1.transpose * $0.dz2).transpose }, "dW1": { try ($0.x.transpose * $0.dz1).mirrored }])
        try oracle.expect(
            .maskIgnored, "the derivative of ReLU was left out everywhere", ["dz2": { $0.dh2 }, "dz1": { $0.dh1 }])
        try oracle.expect(
            .maskFromOtherLayer, "the derivative of ReLU was taken at z1 and not at z2",
            ["dz2": { try $0.dh2 ⊙ $0.z1.mask }])
        try oracle.expect(
            .valueForMask, "ReLU's values stood in the place of its derivative",
            ["dz2": { try $0.dh2 ⊙ $0.h2 }, "dz1": { try $0.dh1 ⊙ $0.h1 }])
        try oracle.expect(
            .valueForMask, "ReLU's arguments stood in the place of its derivative",
            ["dz2": { try $0.dh2 ⊙ $0.z2 }, "dz1": { try $0.dh1 ⊙ $0.z1 }])
        try oracle.expect(.preForPost, "z1 was used for h1 in ∂L/∂W2", ["dW2": { try $0.z1.transpose * $0.dz2 }])
    }

    /// Activations, squares and halves that an author writes otherwise have the same mistakes.
    @Test(arguments: [
        ("relu(z)", "(y - t)^2 / 2"), ("max(0, z)", "0.5 * (y - t)^2"), ("max(0, z)", "1/2 * ((y - t) * (y - t))"),
        ("where(z > 0, z, 0)", "(y - t) * (y - t) / 2"), ("relu(z)", "0.5 * sum((y - t)^2)"),
    ])
    func writtenByHand(activation: String, loss: String) throws {
        let steps = PlainSteps(
            steps: [
                "z": { try $0.W.transpose * $0.x + $0.b }, "h": { $0.z.relu }, "y": { try $0.v * $0.h },
                "L": { 0.5 * (try $0.y - $0.t).squared },
                "dy": { try $0.y - $0.t }, "e": { $0.dy }, "dv": { try $0.e * $0.h }, "dh": { try $0.e * $0.v },
                "dz": { try $0.dh ⊙ $0.z.mask }, "dW": { try $0.x * $0.dz.transpose },
            ],
            answers: { [$0.z, $0.h, $0.y, $0.L, $0.dy, $0.dW, $0.dv, $0.dz].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  x: { shape: 3, draw: -3..3 }
                  W: { shape: [3, 3], draw: -2..2 }
                  b: { shape: 3, draw: -2..2 }
                  v: { shape: 3, draw: -2..2 }
                  t: { draw: -3..3 }
                define:
                  z: W.T @ x + b
                  h: \(activation)
                  y: v @ h
                  L: \(loss)
                ask:
                  - find: z, h, y, L, dL/dy, dL/dW, dL/dv, dL/db
                """, steps)
        try oracle.expect(.biasDropped, "the bias b was not added in z", ["z": { try $0.W.transpose * $0.x }])
        try oracle.expect(
            .transposedForward, "rows and columns of W were exchanged in z", ["z": { try $0.W * $0.x + $0.b }])
        try oracle.expect(.activationSkipped, "ReLU was not applied to z", ["h": { $0.z }])
        try oracle.expect(
            .activationAtOutput, "ReLU was applied to y, which is linear", ["y": { try ($0.v * $0.h).relu }])
        try oracle.expect(
            .halfForgotten, "the ½ in L was not used in the derivative", ["dy": { 2 * (try $0.y - $0.t) }])
        try oracle.expect(.halfForgotten, "the ½ in L was left out", ["L": { (try $0.y - $0.t).squared }])
        try oracle.expect(.sign, "∂L/∂y has the wrong sign", ["dy": { try $0.t - $0.y }])
        try oracle.expect(.lossAsDelta, "the loss itself was taken for ∂L/∂y", ["dy": { $0.L }])
        try oracle.expect(.upstreamDropped, "∂L/∂y was left out of the product", ["e": { $0.dy.filled(1) }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W", ["dW": { try $0.dz * $0.x.transpose }])
        try oracle.expect(.maskIgnored, "the derivative of ReLU at z was left out", ["dz": { $0.dh }])
        try oracle.expect(
            .valueForMask, "h stood in the place of ReLU's derivative at z", ["dz": { try $0.dh ⊙ $0.h }])
        try oracle.expect(
            .valueForMask, "z stood in the place of ReLU's derivative at z", ["dz": { try $0.dh ⊙ $0.z }])
        try oracle.expect(.preForPost, "z was used for h in ∂L/∂v", ["dv": { try $0.e * $0.z }])
        try oracle.expect(.preForPost, "z was used for h in y", ["y": { try $0.v * $0.z }])
        oracle.expectNothingElse()
    }
}
