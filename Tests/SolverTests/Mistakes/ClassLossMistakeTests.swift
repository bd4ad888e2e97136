import Foundation
import Testing

/// Softmax and sigmoid with cross-entropy.
struct ClassLossMistakeTests {
    /// Forward, and p − t back; by default at the class 2.
    private let softmax = PlainSteps(
        steps: [
            "s": { try $0.W * $0.x + $0.b },
            "p": { $0.s.softmax },
            "L": { numbers in PlainArray(-zip(numbers.t.entries, numbers.p.entries).reduce(0) { $0 + term($1) }) },
            "ds": { try $0.p - $0.t },
            "e": { $0.ds },
            "dW": { try $0.e * $0.x.transpose },
        ],
        answers: { $0.s.entries + $0.p.entries + $0.L.entries + $0.ds.entries + [$0.dW[[1, 0]]] })

    private static func term(_ pair: (t: Double, p: Double)) -> Double { pair.t == 0 ? 0 : pair.t * log(pair.p) }

    /// The same for each way of writing the loss.
    @Test(arguments: ["cross_entropy(p, t)", "-sum(t * ln(p))", "-(t @ ln(p))", "-ln(p[2])"])
    func softmaxThenCrossEntropy(loss: String) throws {
        var oracle = try MistakeOracle(
            text: """
                given:
                  x: { shape: 2, draw: -2..2 }
                  W: { shape: [3, 2], draw: -1..1, step: 1/2 }
                  b: { shape: 3, draw: -1..1 }
                  t: [0, 1, 0]
                define:
                  s: W @ x + b
                  p: softmax(s)
                  L: \(loss)
                ask:
                  - find: s, p, L, dL/ds, dL/dW[2,1]
                """, softmax)
        try expectSoftmaxMistakes(&oracle, target: loss.contains("t") ? "t" : "the target", loss: loss)
    }

    @Test func gallery() throws {
        var oracle = try MistakeOracle(gallery: "softmax", softmax)
        try expectSoftmaxMistakes(&oracle, target: "t", loss: "cross_entropy(p, t)")
    }

    private func expectSoftmaxMistakes(_ oracle: inout MistakeOracle, target: String, loss: String) throws {
        try oracle.expect(.biasDropped, "the bias b was not added in s", ["s": { try $0.W * $0.x }])
        // The way back through softmax and cross-entropy takes each step's derivative at the wrong numbers.
        if loss == "cross_entropy(p, t)" {
            try oracle.expect(
                .activationAtOutput, "softmax was applied twice in p",
                ["p": { $0.s.softmax.softmax }, "ds": { try $0.p - $0.t }])
        }
        for base in [10.0, 2] {
            try oracle.expect(
                .logBase, "the logarithm to base \(Int(base)) was taken in L, not the natural one",
                ["L": { PlainArray(-log($0.p.entries[1]) / log(base)) }])
        }
        try oracle.expect(.sign, "∂L/∂s has the wrong sign", ["ds": { try $0.t - $0.p }])
        try oracle.expect(
            .lossAsDelta, "the loss itself was taken for ∂L/∂s", ["ds": { $0.s.filled($0.L.entries[0]) }])
        try oracle.expect(.upstreamDropped, "∂L/∂s was left out of the product", ["e": { $0.ds.filled(1) }])
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W", ["dW": { try ($0.e * $0.x.transpose).mirrored }])
        try oracle.expect(.oneHotForgotten, "\(target) was not subtracted in ∂L/∂s", ["ds": { $0.p }])
        for (place, neighbour) in [("before", [1.0, 0, 0]), ("behind", [0, 0, 1])] {
            try oracle.expect(
                .oneHotForgotten, "the 1 was subtracted at the class \(place) the right one in ∂L/∂s",
                ["ds": { try $0.p - PlainArray([3], neighbour) }])
        }
        oracle.expectNothingElse(but: [.activationAtOutput, .softmaxSkipped])
    }

    /// Scores for probabilities, and shares of scores, asked without the way back.
    @Test func softmaxSkipped() throws {
        let steps = PlainSteps(
            steps: [
                "s": { try $0.W * $0.x }, "p": { $0.s.softmax },
                "q": { try $0.p * $0.v },
            ], answers: { $0.s.entries + $0.p.entries + $0.q.entries })
        var oracle = try MistakeOracle(
            text: """
                given:
                  x: { shape: 2, draw: 1..3 }
                  W: { shape: [3, 2], draw: 1..3 }
                  v: { shape: 3, draw: 1..3 }
                define:
                  s: W @ x
                  p: softmax(s)
                  q: p @ v
                ask:
                  - find: s, p, q
                """, steps)
        try oracle.expect(
            .softmaxSkipped, "the scores were used as they are for p, without softmax", ["p": { $0.s }])
        try oracle.expect(
            .softmaxSkipped, "the scores were divided by their sum for p, without the exponentials",
            ["p": { try $0.s / $0.s.sum }])
        try oracle.expect(.activationAtOutput, "softmax was applied twice in p", ["p": { $0.s.softmax.softmax }])
    }

    @Test func sigmoidThenLogLoss() throws {
        let steps = PlainSteps(
            steps: [
                "z": { try $0.w * $0.x + $0.b }, "p": { $0.z.sigmoid },
                "L": { numbers in
                    let (t, p) = (numbers.t.entries[0], numbers.p.entries[0])
                    return PlainArray(-(t * log(p) + (1 - t) * log(1 - p)))
                },
                "dz": { try $0.p - $0.t }, "e": { $0.dz }, "dw": { try $0.e * $0.x },
            ], answers: { [$0.z, $0.p, $0.L, $0.dz, $0.dw, $0.e].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  x: { shape: 2, draw: -2..2 }
                  w: { shape: 2, draw: -1..1 }
                  b: { draw: -1..1 }
                  t: { draw: 0..1 }
                define:
                  z: w @ x + b
                  p: sigmoid(z)
                  L: -(t * ln(p) + (1 - t) * ln(1 - p))
                ask:
                  - find: z, p, L, dL/dz, dL/dw, dL/db
                """, steps)
        try oracle.expect(.biasDropped, "the bias b was not added in z", ["z": { try $0.w * $0.x }])
        for base in [10.0, 2] {
            try oracle.expect(
                .logBase, "the logarithm to base \(Int(base)) was taken in L, not the natural one",
                ["L": { (1 / log(base)) * (try steps.step("L")($0)) }])
        }
        try oracle.expect(.sign, "∂L/∂z has the wrong sign", ["dz": { try $0.t - $0.p }])
        try oracle.expect(.lossAsDelta, "the loss itself was taken for ∂L/∂z", ["dz": { $0.L }])
        try oracle.expect(.upstreamDropped, "∂L/∂z was left out of the product", ["e": { $0.dz.filled(1) }])
        try oracle.expect(.oneHotForgotten, "t was not subtracted in ∂L/∂z", ["dz": { $0.p }])
        try oracle.expect(
            .maskIgnored, "the derivative of sigmoid at z was left out",
            ["dz": { try ($0.p - $0.t) / $0.p.sigmoidSlope }])
    }
}
