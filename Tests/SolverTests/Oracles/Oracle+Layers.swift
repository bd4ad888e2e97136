extension Oracle {
    /// Layers that carry a state or a scale.
    static let layers: [Oracle] = [
        Oracle(
            id: "bn-pixelbank",
            equations: """
                column: x[:,1]
                centred: column - mean(column)
                std: sqrt(mean(centred^2))
                """,
            asked: ["std": ["std"], "out": ["gamma * centred / std + beta"]]),
        Oracle(
            id: "click4ai-lstm",
            equations: """
                f: sigmoid(Wf[:,1:2] @ x + Wf[:,3:4] @ h)
                i: sigmoid(Wi[:,1:2] @ x + Wi[:,3:4] @ h)
                g: tanh(Wg[:,1:2] @ x + Wg[:,3:4] @ h)
                o: sigmoid(Wo[:,1:2] @ x + Wo[:,3:4] @ h)
                c_new: f * c + i * g
                h_new: o * tanh(c_new)
                """,
            asked: ["f": ["f"], "i": ["i"], "g": ["g"], "o": ["o"], "c": ["c_new"], "h": ["h_new"]]),
    ]
}
