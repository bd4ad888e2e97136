extension Oracle {
    /// Steps of descent.
    static let updates: [Oracle] = [
        Oracle(
            id: "hmkcode-linear",
            equations: """
                h1: x[1] * w1 + x[2] * w2
                h2: x[1] * w3 + x[2] * w4
                pred: h1 * w5 + h2 * w6
                err: (pred - y)^2 / 2
                v1: w1 - lr * derr/dw1
                v2: w2 - lr * derr/dw2
                v3: w3 - lr * derr/dw3
                v4: w4 - lr * derr/dw4
                v5: w5 - lr * derr/dw5
                v6: w6 - lr * derr/dw6
                k1: x[1] * v1 + x[2] * v2
                k2: x[1] * v3 + x[2] * v4
                """,
            asked: [
                "h": ["h1", "h2"], "pred": ["pred"], "err": ["err"], "delta": ["derr/dpred"], "w1": ["v1"],
                "w2": ["v2"], "w3": ["v3"], "w4": ["v4"], "w5": ["v5"], "w6": ["v6"], "h_new": ["k1", "k2"],
                "pred_new": ["k1 * v5 + k2 * v6"],
            ]),
        Oracle(
            id: "sghosh-neuron",
            equations: """
                z: w @ x + b
                p: sigmoid(z)
                L: (y - p)^2 / 2
                """,
            asked: [
                "z": ["z"], "p": ["p"], "dL_dp": ["dL/dp"], "dp_dz": ["dp/dz"], "w_new": ["w - lr * dL/dw"],
                "b_new": ["b - lr * dL/db"],
            ]),
        Oracle(
            id: "adam-q4quant",
            equations: """
                m: b1 * m0 + (1 - b1) * g
                v: b2 * v0 + (1 - b2) * g^2
                mhat: m / (1 - b1)
                vhat: v / (1 - b2)
                """,
            asked: [
                "m": ["m"], "v": ["v"], "mhat": ["mhat"], "vhat": ["vhat"],
                "step": ["-alpha * mhat / (sqrt(vhat) + eps)"],
            ]),
    ]
}
