extension Oracle {
    /// Scalar circuits with forks.
    static let micrograd: [Oracle] = [
        Oracle(
            id: "micrograd-readme",
            equations: """
                c1: a + b
                d1: a * b + b^3
                c2: c1 + c1 + 1
                c3: c2 + 1 + c2 + (-a)
                d2: d1 + d1 * 2 + relu(b + a)
                d3: d2 + 3 * d2 + relu(b - a)
                e: c3 - d3
                f: e^2
                g: f / 2 + 10 / f
                """,
            asked: ["g": ["g"], "dg_da": ["dg/da"], "dg_db": ["dg/db"]]),
        Oracle(
            id: "micrograd-neuron", equations: "o: tanh(x1 * w1 + x2 * w2 + b)",
            asked: ["o": ["o"], "dx1": ["do/dx1"], "dw1": ["do/dw1"], "dx2": ["do/dx2"], "dw2": ["do/dw2"]]),
    ]
}
