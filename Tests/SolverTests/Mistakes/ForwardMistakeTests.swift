import Foundation
import Testing

/// Sizes, attention, networks of which only the way forward is asked, and functions that are drawn.
struct ForwardMistakeTests {
    @Test func sizes() throws {
        let steps = PlainSteps(
            steps: [
                "size": { try ($0.n - $0.f + 2 * $0.p) / $0.s },
                "a": { PlainArray($0.size.entries[0].rounded(.down) + 1) },
                "q": { PlainArray(($0.a.entries[0] / 2).rounded(.down)) },
                "N_conv": { try $0.k * (3 * $0.f.squared + $0.k.filled(1)) },
                "N_full": { 10 * (try $0.k * $0.q.squared + $0.k.filled(1)) },
                "N": { try $0.N_conv + $0.N_full },
            ], answers: { [$0.a, $0.q, $0.N_conv, $0.N_full, $0.N].flatMap(\.entries) })
        var oracle = try MistakeOracle(gallery: "sizes", steps)
        let broken: PlainSteps.Step = { try $0.size + $0.size.filled(1) }
        try oracle.expect(.sizeOffByOne, "a was not rounded down", ["a": broken])
        try oracle.expect(
            .sizeOffByOne, "the + 1 in a was left out", ["a": { PlainArray($0.size.entries[0].rounded(.down)) }])
        try oracle.expect(.sizeOffByOne, "q was not rounded down", ["q": { 0.5 * $0.a }])
        try oracle.expect(.sizeOffByOne, "no size was rounded down", ["a": broken, "q": { 0.5 * $0.a }])
        let convolution: PlainSteps.Step = { 3 * (try $0.k * $0.f.squared) }
        let full: PlainSteps.Step = { 10 * (try $0.k * $0.q.squared) }
        try oracle.expect(.biasPerFilter, "the biases were not counted in N_conv", ["N_conv": convolution])
        try oracle.expect(.biasPerFilter, "the biases were not counted in N_full", ["N_full": full])
        try oracle.expect(.biasPerFilter, "no biases were counted", ["N_conv": convolution, "N_full": full])
        oracle.expectNothingElse()
    }

    /// By the root of a given number, or by the root itself.
    @Test(arguments: ["sqrt(d)", "2"])
    func attention(divisor: String) throws {
        func softmaxOfRows(_ scores: PlainArray<Double>) -> PlainArray<Double> {
            PlainArray([2, 2]) { place in
                exp(scores[place]) / (0..<2).reduce(0) { $0 + exp(scores[[place[0], $1]]) }
            }
        }
        let steps = PlainSteps(
            steps: [
                "S": { 0.5 * (try $0.Q * $0.K.transpose) }, "A": { softmaxOfRows($0.S) }, "O": { try $0.A * $0.V },
            ], answers: { [$0.S, $0.A, $0.O].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  Q: { shape: [2, 4], draw: -2..2 }
                  K: { shape: [2, 4], draw: -2..2 }
                  V: { shape: [2, 3], draw: -2..2 }
                  d: 4
                define:
                  S: Q @ K.T / \(divisor)
                  A: softmax(S, by=rows)
                  O: A @ V
                ask:
                  - find: S, A, O
                """, steps)
        try oracle.expect(
            .unscaledAttention, "the scores S were not divided by √d", ["S": { try $0.Q * $0.K.transpose }])
        try oracle.expect(
            .unscaledAttention, "the scores S were divided by d, not by √d",
            ["S": { 0.25 * (try $0.Q * $0.K.transpose) }])
        try oracle.expect(
            .softmaxSkipped, "the scores were used as they are for A, without softmax", ["A": { $0.S }])
        try oracle.expect(
            .softmaxSkipped, "the scores were divided by their sum for A, without the exponentials",
            [
                "A": { numbers in
                    PlainArray([2, 2]) { numbers.S[$0] / (numbers.S[[$0[0], 0]] + numbers.S[[$0[0], 1]]) }
                }
            ])
        try oracle.expect(
            .activationAtOutput, "softmax was applied twice in A", ["A": { softmaxOfRows(softmaxOfRows($0.S)) }])
        oracle.expectNothingElse()
    }

    @Test func tableOfExamples() throws {
        let steps = PlainSteps(
            steps: [
                "Z": { try $0.W1 * $0.X + $0.b1 }, "H": { $0.Z.relu }, "y": { try $0.W2 * $0.H + $0.b2 },
            ],
            answers: { numbers in
                (0..<4).flatMap { column in
                    [
                        numbers.Z[[0, column]], numbers.Z[[1, column]], numbers.H[[0, column]],
                        numbers.H[[1, column]], numbers.y.entries[column],
                    ]
                }
            })
        var oracle = try MistakeOracle(gallery: "xor", steps)
        try oracle.expect(.biasDropped, "the bias b1 was not added in Z", ["Z": { try $0.W1 * $0.X }])
        try oracle.expect(.biasDropped, "the bias b2 was not added in y", ["y": { try $0.W2 * $0.H }])
        try oracle.expect(
            .biasDropped, "no bias was added", ["Z": { try $0.W1 * $0.X }, "y": { try $0.W2 * $0.H }])
        try oracle.expect(
            .transposedForward, "rows and columns of W1 were exchanged in Z",
            ["Z": { try $0.W1.transpose * $0.X + $0.b1 }])
        try oracle.expect(.activationSkipped, "ReLU was not applied to Z", ["H": { $0.Z }])
        try oracle.expect(
            .activationAtOutput, "ReLU was applied to y, which is linear",
            ["y": { try ($0.W2 * $0.H + $0.b2).relu }])
        try oracle.expect(.preForPost, "Z was used for H in y", ["y": { try $0.W2 * $0.Z + $0.b2 }])
        oracle.expectNothingElse()
    }

    /// Which of two activations a sheet has is drawn.
    @Test func drawnActivation() throws {
        func activation(_ numbers: PlainNumbers) -> PlainArray<Double> {
            numbers.act.entries[0] == 0 ? numbers.z.relu : numbers.z.tanh
        }
        let steps = PlainSteps(
            steps: [
                "z": { try $0.W * $0.x }, "h": { activation($0) }, "y": { try $0.v * $0.h },
                "dz": { try $0.v ⊙ ($0.act.entries[0] == 0 ? $0.z.mask : $0.h.tanhSlope) },
            ], answers: { [$0.z, $0.h, $0.y, $0.dz].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  act: { draw: [relu, tanh] }
                  x: { shape: 2, draw: -2..2 }
                  W: { shape: [2, 2], draw: -2..2 }
                  v: { shape: 2, draw: -2..2 }
                define:
                  z: W @ x
                  h: act(z)
                  y: v @ h
                ask:
                  - find: z, h, y, dy/dz
                """, steps)
        try oracle.expect(.activationSkipped, "the activation was not applied to z", ["h": { $0.z }])
        try oracle.expect(.maskIgnored, "the derivative of the activation at z was left out", ["dz": { $0.v }])
        try oracle.expect(
            .activationAtOutput, "the activation was applied to y, which is linear",
            ["y": { $0.act.entries[0] == 0 ? try ($0.v * $0.h).relu : try ($0.v * $0.h).tanh }])
    }
}
