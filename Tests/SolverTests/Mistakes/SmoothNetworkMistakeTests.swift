import Testing

/// Networks of sigmoid and tanh.
struct SmoothNetworkMistakeTests {
    @Test func sigmoidNetworkWithStep() throws {
        let steps = PlainSteps(
            steps: [
                "z1": { try $0.W1 * $0.x + $0.b1 }, "h": { $0.z1.sigmoid },
                "z2": { try $0.W2 * $0.h + $0.b2 }, "o": { $0.z2.sigmoid },
                "L": { 0.5 * (try $0.t - $0.o).squared.sum },
                "do": { try $0.o - $0.t }, "e": { $0.do },
                "dz2": { try $0.e ⊙ $0.o.sigmoidSlope }, "dW2": { try $0.dz2 * $0.h.transpose },
                "W2_new": { try $0.W2 - $0.lr * $0.dW2 },
                "dh": { try $0.W2.transpose * $0.dz2 }, "dz1": { try $0.dh ⊙ $0.h.sigmoidSlope },
                "dW1": { try $0.dz1 * $0.x.transpose }, "W1_new": { try $0.W1 - $0.lr * $0.dW1 },
            ],
            answers: {
                $0.h.entries + $0.o.entries + $0.L.entries + [$0.dW2.entries[0]] + $0.W2_new.entries
                    + $0.W1_new.entries
            })
        var oracle = try MistakeOracle(gallery: "sigmoid-2-2-2", steps)
        let noBias1: PlainSteps.Step = { try $0.W1 * $0.x }
        let noBias2: PlainSteps.Step = { try $0.W2 * $0.h }
        try oracle.expect(.biasDropped, "the bias b1 was not added in z1", ["z1": noBias1])
        try oracle.expect(.biasDropped, "the bias b2 was not added in z2", ["z2": noBias2])
        try oracle.expect(.biasDropped, "no bias was added", ["z1": noBias1, "z2": noBias2])
        let turned1: PlainSteps.Step = { try $0.W1.transpose * $0.x + $0.b1 }
        let turned2: PlainSteps.Step = { try $0.W2.transpose * $0.h + $0.b2 }
        try oracle.expect(.transposedForward, "rows and columns of W1 were exchanged in z1", ["z1": turned1])
        try oracle.expect(.transposedForward, "rows and columns of W2 were exchanged in z2", ["z2": turned2])
        try oracle.expect(
            .transposedForward, "rows and columns of the weights were exchanged", ["z1": turned1, "z2": turned2])
        try oracle.expect(.activationSkipped, "sigmoid was not applied to z1", ["h": { $0.z1 }])
        try oracle.expect(.activationSkipped, "sigmoid was not applied to z2", ["o": { $0.z2 }])
        try oracle.expect(.activationSkipped, "sigmoid was never applied", ["h": { $0.z1 }, "o": { $0.z2 }])
        try oracle.expect(
            .halfForgotten, "the ½ in L was not used in the derivative", ["do": { 2 * (try $0.o - $0.t) }])
        try oracle.expect(.halfForgotten, "the ½ in L was left out", ["L": { (try $0.t - $0.o).squared.sum }])
        try oracle.expect(.sign, "∂L/∂o has the wrong sign", ["do": { try $0.t - $0.o }])
        try oracle.expect(
            .lossAsDelta, "the loss itself was taken for ∂L/∂o", ["do": { $0.o.filled($0.L.entries[0]) }])
        try oracle.expect(.upstreamDropped, "∂L/∂o was left out of the product", ["e": { $0.do.filled(1) }])
        try oracle.expect(
            .transposeDropped, "W2 was not transposed on the way back to h", ["dh": { try $0.W2 * $0.dz2 }])
        try oracle.expect(
            .wrongLayerWeights, "W1 stood in the place of W2 on the way back to h",
            ["dh": { try $0.W1.transpose * $0.dz2 }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W2", ["dW2": { try $0.h * $0.dz2.transpose }])
        try oracle.expect(.maskIgnored, "the derivative of sigmoid at z1 was left out", ["dz1": { $0.dh }])
        try oracle.expect(.maskIgnored, "the derivative of sigmoid at z2 was left out", ["dz2": { $0.e }])
        try oracle.expect(
            .maskIgnored, "the derivative of sigmoid was left out everywhere", ["dz1": { $0.dh }, "dz2": { $0.e }])
        let slope1: PlainSteps.Step = { try $0.dh ⊙ $0.h.sigmoid.sigmoidSlope }
        let slope2: PlainSteps.Step = { try $0.e ⊙ $0.o.sigmoid.sigmoidSlope }
        try oracle.expect(
            .derivativeAtActivation, "the derivative of sigmoid was taken at h and not at z1", ["dz1": slope1])
        try oracle.expect(
            .derivativeAtActivation, "the derivative of sigmoid was taken at o and not at z2", ["dz2": slope2])
        try oracle.expect(
            .derivativeAtActivation, "the derivative of sigmoid was taken at its values",
            ["dz1": slope1, "dz2": slope2])
        for path in 1...2 {
            try oracle.expect(
                .onePathOnly, "only the path through entry \(path) of z2 was followed back to h",
                ["dh": { try $0.W2.only(row: path).transpose * $0.dz2 }])
        }
        try oracle.expect(.preForPost, "z1 was used for h in ∂L/∂W2", ["dW2": { try $0.dz2 * $0.z1.transpose }])
        try oracle.expect(.preForPost, "z1 was used for h in z2", ["z2": { try $0.W2 * $0.z1 + $0.b2 }])
        try oracle.expect(
            .updatedWeightsUsed, "the updated W2_new was used on the way back to h",
            ["dh": { try $0.W2_new.transpose * $0.dz2 }])
        try oracle.expect(.parameterForGradient, "∂L/∂W1 was given for W1_new", ["W1_new": { $0.dW1 }])
        try oracle.expect(.parameterForGradient, "∂L/∂W2 was given for W2_new", ["W2_new": { $0.dW2 }])
        let up1: PlainSteps.Step = { try $0.W1 + $0.lr * $0.dW1 }
        let up2: PlainSteps.Step = { try $0.W2 + $0.lr * $0.dW2 }
        try oracle.expect(.ascent, "the step to W1_new was added, not subtracted", ["W1_new": up1])
        try oracle.expect(.ascent, "the step to W2_new was added, not subtracted", ["W2_new": up2])
        try oracle.expect(.ascent, "steps were added, not subtracted", ["W1_new": up1, "W2_new": up2])
        oracle.expectNothingElse()
    }

    @Test func tanhNetwork() throws {
        let steps = PlainSteps(
            steps: [
                "z1": { try $0.W1 * $0.x + $0.b1 }, "h1": { $0.z1.tanh },
                "z2": { try $0.W2 * $0.h1 + $0.b2 }, "h2": { $0.z2.tanh }, "y": { try $0.v * $0.h2 },
                "L": { (try $0.t - $0.y).squared },
                "dy": { 2 * (try $0.y - $0.t) }, "dh2": { try $0.dy * $0.v },
                "dz2": { try $0.dh2 ⊙ $0.h2.tanhSlope }, "dW2": { try $0.dz2 * $0.h1.transpose },
                "dh1": { try $0.W2.transpose * $0.dz2 }, "dz1": { try $0.dh1 ⊙ $0.h1.tanhSlope },
                "dW1": { try $0.dz1 * $0.x.transpose },
            ],
            answers: {
                let forward = [$0.z1, $0.h1, $0.z2, $0.h2, $0.y, $0.L]
                return (forward + [$0.dy, $0.dz2, $0.dW2, $0.dz1, $0.dW1]).flatMap(\.entries)
            })
        var oracle = try MistakeOracle(
            text: """
                given:
                  x:  { shape: 2, draw: -2..2 }
                  W1: { shape: [2, 2], draw: -1..1 }
                  b1: { shape: 2, draw: -1..1 }
                  W2: { shape: [2, 2], draw: -1..1 }
                  b2: { shape: 2, draw: -1..1 }
                  v:  { shape: 2, draw: -1..1 }
                  t:  { draw: -1..1 }
                define:
                  z1: W1 @ x + b1
                  h1: tanh(z1)
                  z2: W2 @ h1 + b2
                  h2: tanh(z2)
                  y: v @ h2
                  L: (t - y)^2
                ask:
                  - find: z1, h1, z2, h2, y, L, dL/dy, dL/dz2, dL/dW2, dL/dz1, dL/dW1
                """, steps)
        try oracle.expect(
            .halfInvented, "the 2 of the square in L was not used in the derivative", ["dy": { try $0.y - $0.t }])
        try oracle.expect(
            .activationAtOutput, "tanh was applied to y, which is linear", ["y": { try ($0.v * $0.h2).tanh }])
        let wrongSlope1: PlainSteps.Step = { try $0.dh1 ⊙ $0.h1.sigmoidSlope }
        let wrongSlope2: PlainSteps.Step = { try $0.dh2 ⊙ $0.h2.sigmoidSlope }
        try oracle.expect(
            .sigmoidRuleForTanh, "the derivative of tanh was taken as a(1 − a), with a = h1", ["dz1": wrongSlope1])
        try oracle.expect(
            .sigmoidRuleForTanh, "the derivative of tanh was taken as a(1 − a), with a = h2", ["dz2": wrongSlope2])
        try oracle.expect(
            .sigmoidRuleForTanh, "the derivative of tanh was taken as a(1 − a)",
            ["dz1": wrongSlope1, "dz2": wrongSlope2])
        let square1: PlainSteps.Step = { try $0.dh1 ⊙ $0.z1.tanhSlope }
        let square2: PlainSteps.Step = { try $0.dh2 ⊙ $0.z2.tanhSlope }
        try oracle.expect(
            .sigmoidRuleForTanh, "the derivative of tanh was taken as 1 − z², with z = z1", ["dz1": square1])
        try oracle.expect(
            .sigmoidRuleForTanh, "the derivative of tanh was taken as 1 − z², with z = z2", ["dz2": square2])
        try oracle.expect(
            .sigmoidRuleForTanh, "the derivative of tanh was taken as 1 − z²", ["dz1": square1, "dz2": square2])
        try oracle.expect(
            .derivativeAtActivation, "the derivative of tanh was taken at h2 and not at z2",
            ["dz2": { try $0.dh2 ⊙ $0.h2.tanh.tanhSlope }])
        try oracle.expect(
            .wrongLayerWeights, "W1 stood in the place of W2 on the way back to h1",
            ["dh1": { try $0.W1.transpose * $0.dz2 }])
        try oracle.expect(.preForPost, "z2 was used for h2 in y", ["y": { try $0.v * $0.z2 }])
    }

    /// Weights that are numbers.
    @Test func singleUnits() throws {
        let steps = PlainSteps(
            steps: [
                "z1": { try $0.w1 * $0.x + $0.b1 }, "a1": { $0.z1.sigmoid },
                "z2": { try $0.w2 * $0.a1 + $0.b2 }, "a2": { $0.z2.sigmoid },
                "L": { 0.5 * (try $0.a2 - $0.t).squared },
                "da2": { try $0.a2 - $0.t }, "dz2": { try $0.da2 ⊙ $0.a2.sigmoidSlope },
                "dw2": { try $0.dz2 * $0.a1 }, "da1": { try $0.dz2 * $0.w2 },
                "dz1": { try $0.da1 ⊙ $0.a1.sigmoidSlope }, "dw1": { try $0.dz1 * $0.x },
            ],
            answers: {
                [$0.z1, $0.a1, $0.z2, $0.a2, $0.L, $0.da2, $0.dz2, $0.dw2, $0.da1, $0.dw1].flatMap(\.entries)
            })
        var oracle = try MistakeOracle(
            text: """
                given:
                  x:  { draw: -2..2 }
                  w1: { draw: -2..2 }
                  b1: { draw: -2..2 }
                  w2: { draw: -2..2 }
                  b2: { draw: -2..2 }
                  t:  { draw: -2..2 }
                define:
                  z1: w1 * x + b1
                  a1: sigmoid(z1)
                  z2: w2 * a1 + b2
                  a2: sigmoid(z2)
                  L: (a2 - t)^2 / 2
                ask:
                  - find: z1, a1, z2, a2, L, dL/da2, dL/dz2, dL/dw2, dL/da1, dL/dw1
                """, steps)
        try oracle.expect(.biasDropped, "the bias b2 was not added in z2", ["z2": { try $0.w2 * $0.a1 }])
        try oracle.expect(
            .wrongLayerWeights, "w1 stood in the place of w2 on the way back to a1",
            ["da1": { try $0.dz2 * $0.w1 }])
        try oracle.expect(.preForPost, "z1 was used for a1 in ∂L/∂w2", ["dw2": { try $0.dz2 * $0.z1 }])
        try oracle.expect(.sign, "∂L/∂a2 has the wrong sign", ["da2": { try $0.t - $0.a2 }])
    }
}
