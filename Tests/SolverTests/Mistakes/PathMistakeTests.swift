import Testing

/// Where values are used several times: circuits, two losses, steps of time, gates, kernels.
struct PathMistakeTests {
    @Test func circuit() throws {
        let steps = PlainSteps(
            steps: [
                "a": { try $0.x + $0.y }, "b": { try $0.a * $0.z },
                "c": { PlainArray(max($0.a.entries[0], $0.z.entries[0])) }, "f": { try $0.b + 2 * $0.c },
                "da1": { $0.z }, "da2": { $0.a.filled($0.a.entries[0] >= $0.z.entries[0] ? 2 : 0) },
                "da": { try $0.da1 + $0.da2 },
                "dz": { try $0.a + $0.a.filled($0.a.entries[0] >= $0.z.entries[0] ? 0 : 2) },
            ],
            answers: { numbers in
                let backward = [numbers.da1, numbers.da2, numbers.da, numbers.da, numbers.da, numbers.dz]
                return [numbers.a, numbers.b, numbers.c, numbers.f].flatMap(\.entries) + [1, 2]
                    + backward.flatMap(\.entries)
            })
        var oracle = try MistakeOracle(gallery: "circuit", steps)
        try oracle.expect(
            .forkOverwritten, "only what comes back through a_1 was kept in ∂f/∂a", ["da": { $0.da1 }])
        try oracle.expect(
            .forkOverwritten, "only what comes back through a_2 was kept in ∂f/∂a", ["da": { $0.da2 }])
        try oracle.expect(.forkOverwritten, "only what comes back through b was kept in ∂f/∂z", ["dz": { $0.a }])
        try oracle.expect(
            .forkOverwritten, "only what comes back through c was kept in ∂f/∂z",
            ["dz": { $0.a.filled($0.a.entries[0] >= $0.z.entries[0] ? 0 : 2) }])
        oracle.expectNothingElse()
    }

    @Test func twoLosses() throws {
        let steps = PlainSteps(
            steps: [
                "z": { try $0.W * $0.x }, "h": { $0.z.relu }, "y": { try $0.u * $0.h }, "s": { try $0.v * $0.h },
                "L_1": { 0.5 * (try $0.y - $0.t_1).squared },
                "L_2": { (try $0.s.filled(1) - $0.t_2 * $0.s).relu }, "L": { try $0.L_1 + $0.L_2 },
                "e": { try $0.y - $0.t_1 }, "dh_1": { try $0.e * $0.u },
                // Of two equal operands of max the first is taken.
                "ds": { numbers in
                    (try numbers.s.filled(1) - numbers.t_2 * numbers.s).mask.map { -$0 * numbers.t_2.entries[0] }
                },
                "dh_2": { try $0.ds * $0.v }, "dh": { try $0.dh_1 + $0.dh_2 }, "dz": { try $0.dh ⊙ $0.z.mask },
                "dW": { try $0.dz * $0.x.transpose },
            ],
            answers: {
                let forward = [$0.h, $0.y, $0.s, $0.L_1, $0.L_2, $0.L]
                return (forward + [$0.dh_1, $0.dh_2, $0.dW]).flatMap(\.entries)
            })
        var oracle = try MistakeOracle(gallery: "two-losses", steps)
        try oracle.expect(
            .transposedForward, "rows and columns of W were exchanged in h",
            ["h": { try ($0.W.transpose * $0.x).relu }, "z": { try $0.W.transpose * $0.x }])
        try oracle.expect(.activationSkipped, "ReLU was not applied in h", ["h": { $0.z }])
        try oracle.expect(
            .activationAtOutput, "ReLU was applied to y, which is linear", ["y": { try ($0.u * $0.h).relu }])
        try oracle.expect(.sign, "∂L_1/∂y has the wrong sign", ["e": { try $0.t_1 - $0.y }])
        try oracle.expect(
            .forkOverwritten, "only what comes back through y was kept in ∂L/∂h", ["dh": { $0.dh_1 }])
        try oracle.expect(
            .forkOverwritten, "only what comes back through s was kept in ∂L/∂h", ["dh": { $0.dh_2 }])
        try oracle.expect(
            .wrongLayerWeights, "v stood in the place of u on the way back to h", ["dh_1": { try $0.e * $0.v }])
        try oracle.expect(
            .wrongLayerWeights, "u stood in the place of v on the way back to h", ["dh_2": { try $0.ds * $0.u }])
        try oracle.expect(.maskIgnored, "the derivative of ReLU in h was left out", ["dz": { $0.dh }])
        try oracle.expect(
            .valueForMask, "what goes into h stood in the place of ReLU's derivative in h",
            ["dz": { try $0.dh ⊙ $0.z }])
        try oracle.expect(.preForPost, "what goes into h was used for h in s", ["s": { try $0.v * $0.z }])
    }

    @Test func stepsOfTime() throws {
        let steps = PlainSteps(
            steps: [
                "a_1": { try $0.W * $0.h_0 + $0.x[1] * $0.u }, "h_1": { $0.a_1.relu },
                "a_2": { try $0.W * $0.h_1 + $0.x[2] * $0.u }, "h_2": { $0.a_2.relu },
                "a_3": { try $0.W * $0.h_2 + $0.x[3] * $0.u }, "h_3": { $0.a_3.relu },
                "yhat": { try $0.v * $0.h_3 }, "L": { 0.5 * (try $0.yhat - $0.y).squared },
                "e": { try $0.yhat - $0.y }, "dh_3": { try $0.e * $0.v },
                "da_3": { try $0.dh_3 ⊙ $0.a_3.mask }, "dW_3": { try $0.da_3 * $0.h_2.transpose },
                "dh_2": { try $0.W.transpose * $0.da_3 },
                "da_2": { try $0.dh_2 ⊙ $0.a_2.mask }, "dW_2": { try $0.da_2 * $0.h_1.transpose },
                "dh_1": { try $0.W.transpose * $0.da_2 },
                "da_1": { try $0.dh_1 ⊙ $0.a_1.mask }, "dW_1": { try $0.da_1 * $0.h_0.transpose },
                "dW": { try $0.dW_1 + $0.dW_2 + $0.dW_3 },
            ],
            answers: { numbers in
                let forward = [numbers.h_1, numbers.h_2, numbers.h_3, numbers.L]
                let weights = [numbers.dW_1, numbers.dW_2, numbers.dW_3, numbers.dW]
                return (forward + [numbers.dh_3, numbers.dh_2, numbers.dh_1]).flatMap(\.entries)
                    + weights.map { $0[[0, 1]] }
            })
        var oracle = try MistakeOracle(gallery: "bptt", steps)
        let error = "the derivative by what L compares with the target"
        try oracle.expect(.sign, "\(error) has the wrong sign", ["e": { try $0.y - $0.yhat }])
        try oracle.expect(.lossAsDelta, "the loss itself was taken for \(error)", ["e": { $0.L }])
        try oracle.expect(.upstreamDropped, "\(error) was left out of the product", ["e": { $0.L.filled(1) }])
        try oracle.expect(
            .transposedForward, "rows and columns of W_2 were exchanged in a_2",
            ["a_2": { try $0.W.transpose * $0.h_1 + $0.x[2] * $0.u }])
        try oracle.expect(
            .transposedForward, "rows and columns of the weights were exchanged",
            [
                "a_1": { try $0.W.transpose * $0.h_0 + $0.x[1] * $0.u },
                "a_2": { try $0.W.transpose * $0.h_1 + $0.x[2] * $0.u },
                "a_3": { try $0.W.transpose * $0.h_2 + $0.x[3] * $0.u },
            ])
        try oracle.expect(
            .activationSkipped, "ReLU was never applied",
            ["h_1": { $0.a_1 }, "h_2": { $0.a_2 }, "h_3": { $0.a_3 }])
        try oracle.expect(
            .transposeDropped, "the weights were not transposed on the way back",
            ["dh_2": { try $0.W * $0.da_3 }, "dh_1": { try $0.W * $0.da_2 }])
        try oracle.expect(.maskIgnored, "the derivative of ReLU at a_2 was left out", ["da_2": { $0.dh_2 }])
        try oracle.expect(
            .maskFromOtherLayer, "the derivative of ReLU was taken at a_1 and not at a_2",
            ["da_2": { try $0.dh_2 ⊙ $0.a_1.mask }])
        try oracle.expect(
            .valueForMask, "h_3 stood in the place of ReLU's derivative at a_3",
            ["da_3": { try $0.dh_3 ⊙ $0.h_3 }])
        for path in 1...2 {
            try oracle.expect(
                .onePathOnly, "only the path through entry \(path) of a_3 was followed back to h_2",
                ["dh_2": { try $0.W.only(row: path).transpose * $0.da_3 }])
        }
        for time in 1...3 {
            try oracle.expect(
                .forkOverwritten, "only what comes back through W_\(time) was kept in ∂L/∂W",
                ["dW": { [$0.dW_1, $0.dW_2, $0.dW_3][time - 1] }])
        }
        try oracle.expect(
            .indexSwapped, "row and column were exchanged in ∂L/∂W_2",
            [

                "dW_2": { try ($0.da_2 * $0.h_1.transpose).transpose }
            ])
        try oracle.expect(.preForPost, "a_1 was used for h_1 in ∂L/∂W_2", ["dW_2": { try $0.da_2 * $0.a_1.transpose }])
        try oracle.expect(.preForPost, "a_3 was used for h_3 in L", ["yhat": { try $0.v * $0.a_3 }])
    }

    @Test func gates() throws {
        let steps = PlainSteps(
            steps: [
                "a": { try $0.W * $0.x + $0.h_0 * $0.u + $0.b },
                "i": { $0.a[1].sigmoid }, "f": { $0.a[2].sigmoid }, "o": { $0.a[3].sigmoid }, "g": { $0.a[4].tanh },
                "c": { try $0.f * $0.c_0 + $0.i * $0.g }, "k": { $0.c.tanh }, "h": { try $0.o * $0.k },
                "dc": { try $0.o * $0.k.tanhSlope }, "dc_0": { try $0.dc * $0.f }, "df": { try $0.dc * $0.c_0 },
                "da": { try $0.df * $0.f.sigmoidSlope },
            ],
            answers: {
                [$0.a, $0.i, $0.f, $0.o, $0.g, $0.c, $0.h, $0.dc, $0.dc_0, $0.da].flatMap(\.entries)
            })
        var oracle = try MistakeOracle(gallery: "lstm", steps)
        try oracle.expect(
            .biasDropped, "the bias b was not added in a", ["a": { try $0.W * $0.x + $0.h_0 * $0.u }])
        let gates: [(Int, String)] = [(1, "i"), (2, "f"), (3, "o")]
        for (place, gate) in gates {
            try oracle.expect(
                .activationSkipped, "sigmoid was not applied to a[\(place)]", [gate: { $0.a[place] }])
        }
        try oracle.expect(.activationSkipped, "tanh was not applied to a[4]", ["g": { $0.a[4] }])
        try oracle.expect(.activationSkipped, "tanh was not applied to c_1", ["k": { $0.c }])
        try oracle.expect(
            .activationSkipped, "sigmoid was never applied",
            ["i": { $0.a[1] }, "f": { $0.a[2] }, "o": { $0.a[3] }])
        try oracle.expect(.maskIgnored, "the derivative of sigmoid at a[2] was left out", ["da": { $0.df }])
        try oracle.expect(.maskIgnored, "the derivative of tanh at c_1 was left out", ["dc": { $0.o }])
        try oracle.expect(
            .derivativeAtActivation, "the derivative of sigmoid was taken at f and not at a[2]",
            ["da": { try $0.df * $0.f.sigmoid.sigmoidSlope }])
        try oracle.expect(
            .derivativeAtActivation, "the derivative of tanh was taken at tanh(c_1) and not at c_1",
            ["dc": { try $0.o * $0.k.tanh.tanhSlope }])
        try oracle.expect(
            .sigmoidRuleForTanh, "the derivative of tanh was taken as a(1 − a), with a = tanh(c_1)",
            ["dc": { try $0.o * $0.k.sigmoidSlope }])
        try oracle.expect(
            .sigmoidRuleForTanh, "the derivative of tanh was taken as 1 − z², with z = c_1",
            ["dc": { try $0.o * $0.c.tanhSlope }])
        try oracle.expect(.preForPost, "a[2] was used for f in ∂h_1/∂c_0", ["dc_0": { try $0.dc * $0.a[2] }])
        try oracle.expect(.preForPost, "c_1 was used for tanh(c_1) in h_1", ["h": { try $0.o * $0.c }])
    }

    @Test func kernel() throws {
        func patch(_ image: PlainArray<Double>, _ row: Int, _ column: Int) -> PlainArray<Double> {
            PlainArray([2, 2]) { image[[row + $0[0], column + $0[1]]] }
        }
        func convolved(_ numbers: PlainNumbers, _ kernel: PlainArray<Double>) throws -> PlainArray<Double> {
            var entries: [Double] = []
            for row in 0..<2 {
                for column in 0..<2 {
                    entries += try (patch(numbers.X, row, column) ⊙ kernel).sum.entries
                }
            }
            return PlainArray([2, 2], entries)
        }
        let steps = PlainSteps(
            steps: [
                "y": { try convolved($0, $0.K) + $0.c }, "L": { (try $0.y[1] + $0.y[4]).squared },
                "e": { 2 * (try $0.y[1] + $0.y[4]) },
                "dK": { try $0.e * (patch($0.X, 0, 0) + patch($0.X, 1, 1)) }, "dc": { 2 * $0.e },
            ], answers: { [$0.y, $0.L, $0.dK, $0.dc].flatMap(\.entries) })
        var oracle = try MistakeOracle(
            text: """
                given:
                  X: { shape: [3, 3], draw: -2..2 }
                  K: { shape: [2, 2], draw: -2..2 }
                  c: { draw: -2..2 }
                define:
                  y_11: sum(X[1:2, 1:2] * K) + c
                  y_12: sum(X[1:2, 2:3] * K) + c
                  y_21: sum(X[2:3, 1:2] * K) + c
                  y_22: sum(X[2:3, 2:3] * K) + c
                  L: (y_11 + y_22)^2
                ask:
                  - find: y_11, y_12, y_21, y_22, L, dL/dK, dL/dc
                """, steps)
        try oracle.expect(
            .kernelFlipped, "the kernel K was flipped",
            ["y": { try convolved($0, PlainArray([2, 2], $0.K.entries.reversed())) + $0.c }])
        try oracle.expect(.biasDropped, "no bias was added", ["y": { try convolved($0, $0.K) }])
        try oracle.expect(
            .forkOverwritten, "only what comes back through y_11 was kept in ∂L/∂K",
            ["dK": { try $0.e * patch($0.X, 0, 0) }])
        try oracle.expect(
            .halfInvented, "the 2 of the square in L was not used in the derivative",
            ["e": { try $0.y[1] + $0.y[4] }])
    }
}
