import Foundation
import Testing

/// Steps of optimisers.
struct OptimiserMistakeTests {
    private func root(_ numbers: PlainArray<Double>) -> PlainArray<Double> { numbers.map { sqrt($0) } }

    @Test func adam() throws {
        func moment(_ decay: PlainArray<Double>, _ before: PlainArray<Double>, _ new: PlainArray<Double>) throws
            -> PlainArray<Double>
        { try decay * before + (decay.filled(1) - decay) * new }
        let steps = PlainSteps(
            steps: [
                "e1": { try $0.w_0 * $0.x - $0.y }, "g1": { try $0.e1 * $0.x },
                "m1": { try moment($0.beta1, $0.m_0, $0.g1) }, "v1": { try moment($0.beta2, $0.v_0, $0.g1.squared) },
                "mhat1": { try $0.m1 / ($0.x.filled(1) - $0.beta1) },
                "vhat1": { try $0.v1 / ($0.x.filled(1) - $0.beta2) },
                "step1": { try $0.eta * $0.mhat1 / root($0.vhat1) }, "w1": { try $0.w_0 - $0.step1 },
                "e2": { try $0.w1 * $0.x - $0.y }, "g2": { try $0.e2 * $0.x },
                "m2": { try moment($0.beta1, $0.m1, $0.g2) }, "v2": { try moment($0.beta2, $0.v1, $0.g2.squared) },
                "mhat2": { try $0.m2 / ($0.x.filled(1) - $0.beta1.squared) },
                "vhat2": { try $0.v2 / ($0.x.filled(1) - $0.beta2.squared) },
                "step2": { try $0.eta * $0.mhat2 / root($0.vhat2) }, "w2": { try $0.w1 - $0.step2 },
            ],
            answers: {
                let first = [$0.g1, $0.mhat1, $0.vhat1, $0.w1]
                return (first + [$0.g2, $0.m2, $0.v2, $0.mhat2, $0.vhat2, $0.w2]).flatMap(\.entries)
            })
        var oracle = try MistakeOracle(gallery: "adam", steps)
        try oracle.expect(
            .halfForgotten, "the ½ in L was not used in the derivative",
            ["g1": { 2 * (try $0.e1 * $0.x) }, "g2": { 2 * (try $0.e2 * $0.x) }])
        let error = "the derivative by what L compares with the target"
        let down1: PlainSteps.Step = { -1 * (try $0.e1 * $0.x) }
        let down2: PlainSteps.Step = { -1 * (try $0.e2 * $0.x) }
        try oracle.expect(.sign, "\(error) has the wrong sign, first in g_1", ["g1": down1])
        try oracle.expect(.sign, "\(error) has the wrong sign, first in g_2", ["g2": down2])
        try oracle.expect(
            .sign, "the derivatives of the losses have the wrong sign", ["g1": down1, "g2": down2])
        let loss1: PlainSteps.Step = { 0.5 * (try $0.e1.squared * $0.x) }
        let loss2: PlainSteps.Step = { 0.5 * (try $0.e2.squared * $0.x) }
        try oracle.expect(.lossAsDelta, "the loss itself was taken for \(error), first in g_1", ["g1": loss1])
        try oracle.expect(.lossAsDelta, "the loss itself was taken for \(error), first in g_2", ["g2": loss2])
        try oracle.expect(
            .lossAsDelta, "the loss itself was taken for its derivative", ["g1": loss1, "g2": loss2])
        try oracle.expect(
            .upstreamDropped, "\(error) was left out of the product, first in g_1", ["g1": { $0.x }])
        try oracle.expect(
            .upstreamDropped, "\(error) was left out of the product, first in g_2", ["g2": { $0.x }])
        try oracle.expect(
            .upstreamDropped, "what arrives from the loss was left out of the products",
            ["g1": { $0.x }, "g2": { $0.x }])
        try oracle.expect(.parameterForGradient, "g_1 was given for w_1", ["w1": { $0.g1 }])
        try oracle.expect(.parameterForGradient, "g_2 was given for w_2", ["w2": { $0.g2 }])
        try oracle.expect(
            .parameterForGradient, "w_1 was given for g_1",
            handedIn: { numbers in numbers.w1.entries + steps.answers(numbers).dropFirst() })
        try oracle.expect(
            .parameterForGradient, "w_2 was given for g_2",
            handedIn: { numbers in
                let right = steps.answers(numbers)
                return right[..<4] + numbers.w2.entries + right[5...]
            })
        let up1: PlainSteps.Step = { try $0.w_0 + $0.step1 }
        let up2: PlainSteps.Step = { try $0.w1 + $0.step2 }
        try oracle.expect(.ascent, "the step to w_1 was added, not subtracted", ["w1": up1])
        try oracle.expect(.ascent, "the step to w_2 was added, not subtracted", ["w2": up2])
        try oracle.expect(.ascent, "steps were added, not subtracted", ["w1": up1, "w2": up2])
        try oracle.expect(
            .biasCorrectionDropped, "mhat_1 was not corrected for its start at 0", ["mhat1": { $0.m1 }])
        try oracle.expect(
            .biasCorrectionDropped, "vhat_1 was not corrected for its start at 0", ["vhat1": { $0.v1 }])
        try oracle.expect(
            .biasCorrectionDropped, "mhat_2 was not corrected for its start at 0", ["mhat2": { $0.m2 }])
        try oracle.expect(
            .biasCorrectionDropped, "vhat_2 was not corrected for its start at 0", ["vhat2": { $0.v2 }])
        try oracle.expect(
            .biasCorrectionDropped, "no moment was corrected for its start at 0",
            ["mhat1": { $0.m1 }, "vhat1": { $0.v1 }, "mhat2": { $0.m2 }, "vhat2": { $0.v2 }])
        oracle.expectNothingElse()
    }

    @Test func descent() throws {
        let steps = PlainSteps(
            steps: [
                "yhat": { try $0.w * $0.x + $0.b }, "L": { (try $0.yhat - $0.y).squared },
                "e": { 2 * (try $0.yhat - $0.y) },
                "dw": { try $0.e * $0.x }, "db": { $0.e },
                "w_new": { try $0.w - $0.lr * $0.dw }, "b_new": { try $0.b - $0.lr * $0.db },
                "yhat_new": { try $0.w_new * $0.x + $0.b_new },
                "L_new": { (try $0.yhat_new - $0.y).squared },
            ],
            answers: { [$0.yhat, $0.L, $0.dw, $0.db, $0.w_new, $0.b_new, $0.L_new].flatMap(\.entries) })
        var oracle = try MistakeOracle(gallery: "descent", steps)
        try oracle.expect(.biasDropped, "the bias b was not added in yhat", ["yhat": { try $0.w * $0.x }])
        try oracle.expect(
            .biasDropped, "the bias b_new was not added in yhat_new", ["yhat_new": { try $0.w_new * $0.x }])
        try oracle.expect(
            .biasDropped, "no bias was added",
            ["yhat": { try $0.w * $0.x }, "yhat_new": { try $0.w_new * $0.x }])
        try oracle.expect(
            .halfInvented, "the 2 of the square in L was not used in the derivative",
            ["e": { try $0.yhat - $0.y }])
        try oracle.expect(.sign, "∂L/∂yhat has the wrong sign", ["e": { 2 * (try $0.y - $0.yhat) }])
        try oracle.expect(.lossAsDelta, "the loss itself was taken for ∂L/∂yhat", ["e": { $0.L }])
        try oracle.expect(.upstreamDropped, "∂L/∂yhat was left out of the product", ["e": { $0.x.filled(1) }])
        try oracle.expect(.parameterForGradient, "∂L/∂w was given for w_new", ["w_new": { $0.dw }])
        try oracle.expect(.parameterForGradient, "∂L/∂b was given for b_new", ["b_new": { $0.db }])
        try oracle.expect(
            .parameterForGradient, "w_new was given for ∂L/∂w",
            handedIn: { [$0.yhat, $0.L, $0.w_new, $0.db, $0.w_new, $0.b_new, $0.L_new].flatMap(\.entries) })
        try oracle.expect(
            .parameterForGradient, "b_new was given for ∂L/∂b",
            handedIn: { [$0.yhat, $0.L, $0.dw, $0.b_new, $0.w_new, $0.b_new, $0.L_new].flatMap(\.entries) })
        let upW: PlainSteps.Step = { try $0.w + $0.lr * $0.dw }
        let upB: PlainSteps.Step = { try $0.b + $0.lr * $0.db }
        try oracle.expect(.ascent, "the step to w_new was added, not subtracted", ["w_new": upW])
        try oracle.expect(.ascent, "the step to b_new was added, not subtracted", ["b_new": upB])
        try oracle.expect(.ascent, "steps were added, not subtracted", ["w_new": upW, "b_new": upB])
        oracle.expectNothingElse()
    }

    /// Momentum and RMSProp.
    @Test func otherSteps() throws {
        let steps = PlainSteps(
            steps: [
                "L": { (try $0.w_0 * $0.x - $0.y).squared }, "g": { 2 * (try ($0.w_0 * $0.x - $0.y) * $0.x) },
                "v_1": { try 0.9 * $0.v_0 + $0.g }, "w_1": { try $0.w_0 - 0.1 * $0.v_1 },
                "r_1": { try 0.9 * $0.r_0 + 0.1 * $0.g.squared },
                "w_2": { try $0.w_0 - (0.1 * $0.g) / root($0.r_1 + $0.x.filled(1)) },
            ], answers: { [$0.L, $0.g, $0.v_1, $0.w_1, $0.r_1, $0.w_2].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  x:   { draw: -2..2 }
                  y:   { draw: -2..2 }
                  w_0: { draw: -2..2 }
                  v_0: { draw: -1..1 }
                  r_0: { draw: 1..2 }
                define:
                  L: (w_0 * x - y)^2
                  g: dL/dw_0
                  v_1: 0.9 * v_0 + g
                  w_1: w_0 - 0.1 * v_1
                  r_1: 0.9 * r_0 + 0.1 * g^2
                  w_2: w_0 - 0.1 * g / sqrt(r_1 + 1)
                ask:
                  - find: L, g, v_1, w_1, r_1, w_2
                """, steps)
        let error = "the derivative by what L compares with the target"
        try oracle.expect(.sign, "\(error) has the wrong sign", ["g": { -2 * (try ($0.w_0 * $0.x - $0.y) * $0.x) }])
        try oracle.expect(
            .halfInvented, "the 2 of the square in L was not used in the derivative",
            ["g": { try ($0.w_0 * $0.x - $0.y) * $0.x }])
        try oracle.expect(.upstreamDropped, "\(error) was left out of the product", ["g": { $0.x }])
        try oracle.expect(
            .ascent, "the step to w_1 was added, not subtracted", ["w_1": { try $0.w_0 + 0.1 * $0.v_1 }])
        try oracle.expect(
            .ascent, "the step to w_2 was added, not subtracted",
            ["w_2": { try $0.w_0 + (0.1 * $0.g) / root($0.r_1 + $0.x.filled(1)) }])
        try oracle.expect(
            .parameterForGradient, "w_1 was given for g",
            handedIn: { [$0.L, $0.w_1, $0.v_1, $0.w_1, $0.r_1, $0.w_2].flatMap(\.entries) })
    }

    /// A loss calculated again with new weights has mistakes of its own.
    @Test func lossAfterStep() throws {
        let steps = PlainSteps(
            steps: [
                "h": { try ($0.W1 * $0.x).relu }, "yhat": { try $0.W2 * $0.h },
                "L": { 0.5 * (try $0.yhat - $0.y).squared }, "e": { try $0.yhat - $0.y },
                "dW2": { try $0.e * $0.h.transpose }, "W2_new": { try $0.W2 - $0.eta * $0.dW2 },
                "dh": { try $0.W2.transpose * $0.e }, "dz": { try $0.dh ⊙ ($0.W1 * $0.x).mask },
                "dW1": { try $0.dz * $0.x.transpose }, "W1_new": { try $0.W1 - $0.eta * $0.dW1 },
                "h_new": { try ($0.W1_new * $0.x).relu },
                "L_new": { 0.5 * (try $0.W2_new * $0.h_new - $0.y).squared },
            ],
            answers: { [$0.h, $0.yhat, $0.L, $0.W2_new, $0.W1_new, $0.L_new].flatMap(\.entries) })
        var oracle = try MistakeOracle(gallery: "step", steps)
        let plain: PlainSteps.Step = { try $0.W1 * $0.x }
        let plainNew: PlainSteps.Step = { try $0.W1_new * $0.x }
        try oracle.expect(.activationSkipped, "ReLU was not applied in h", ["h": plain])
        try oracle.expect(.activationSkipped, "ReLU was not applied in h, first in L_new", ["h_new": plainNew])
        try oracle.expect(.activationSkipped, "ReLU was never applied", ["h": plain, "h_new": plainNew])
        try oracle.expect(
            .halfForgotten, "the ½ in L was left out, first in L_new",
            ["L_new": { (try $0.W2_new * $0.h_new - $0.y).squared }])
        try oracle.expect(.maskIgnored, "the derivative of ReLU in h was left out", ["dz": { $0.dh }])
        try oracle.expect(
            .updatedWeightsUsed, "the updated W2_new was used on the way back to h",
            ["dh": { try $0.W2_new.transpose * $0.e }])
        try oracle.expect(
            .preForPost, "what goes into h was used for h in ∂L/∂W2", ["dW2": { try $0.e * ($0.W1 * $0.x).transpose }])
    }
}
