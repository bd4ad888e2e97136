extension Oracle {
    /// Exercises of quiz collections.
    static let quizzes: [Oracle] = [
        Oracle(
            id: "cn-quiz-dead-relu",
            equations: """
                z: W1 @ x + b1
                h: relu(z)
                out: v @ h + c
                L: (out - y)^2
                """,
            asked: [
                "z": ["z"], "out": ["out"], "dL_dout": ["dL/dout"], "dw11": ["dL/dW1[1,1]"], "dw12": ["dL/dW1[1,2]"],
                "delta2": ["dL/dz[2]"], "dw21": ["dL/dW1[2,1]"],
                "x1_threshold": ["-(b1[2] + W1[2,2] * x[2]) / W1[2,1]"],
            ]),
        Oracle(id: "leyaa-1weight", equations: "L: (w * x - y)^2", asked: ["dL_dw": ["dL/dw"]]),
        Oracle(
            id: "lexailabs-conv-backward", moreGiven: [("x", [4, 4], (0..<16).map { .init($0) })],
            equations: "y: sum(x[1:2,1:2] * W)", asked: ["dW": ["dy/dW"], "dx_topleft": ["dy/dx[1:2,1:2]"]]),
    ]
}
