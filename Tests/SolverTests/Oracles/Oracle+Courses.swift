extension Oracle {
    /// Exercises of university courses.
    static let courses: [Oracle] = [
        Oracle(
            id: "udacity-miniflow-forward",
            equations: """
                mse: mean((mse_y - mse_a)^2)
                Z: X @ W + b.T
                A: sigmoid(Z)
                """,
            asked: ["mse": ["mse"], "Z": ["Z[1,:]"], "A": ["A[1,:]"]]),
        Oracle(
            id: "utm-csc413-conv-w04", equations: "",
            asked: [
                "stride1": windows(of: "X", "K", rows: 1...3, columns: 1...3),
                "stride2": windows(of: "X", "K", rows: [1, 3], columns: [1, 3]),
            ],
            outOfReach: ["stride2_pad1"]),
        Oracle(
            id: "utm-csc413-attn-w09", equations: "C: softmax(Q @ K.T / sqrt(2), by=rows) @ V", asked: ["C": ["C"]]),
        Oracle(
            id: "utm-csc413-dot-attn",
            equations: """
                alpha: softmax(h @ s)
                c: h.T @ alpha
                """,
            asked: ["alpha": ["alpha"], "c": ["c"]]),
        Oracle(
            id: "cs188-fa19-ep11-perceptron", equations: "w_new: w + where(w @ x < 0, label * x, 0)",
            asked: ["w_new": ["w_new"]]),
        Oracle(
            id: "unicamp-relu",
            equations: """
                u: x * w
                z: relu(u)
                """,
            asked: ["u": ["u"], "z": ["z"], "dz_du": ["dz/du"], "dz_dx": ["dz/dx"], "dz_dw": ["dz/dw"]]),
    ]
}
