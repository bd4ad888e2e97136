extension Oracle {
    /// Circuits and classifiers of Stanford's course notes.
    static let cs231n: [Oracle] = [
        Oracle(
            id: "cs231n-sigmoid-circuit",
            equations: """
                dot: w[1] * x[1] + w[2] * x[2] + w[3]
                n: -dot
                e: exp(n)
                denominator: 1 + e
                f: 1 / denominator
                """,
            asked: [
                "dot": ["dot"], "exp_neg": ["e"], "denominator": ["denominator"], "f": ["f"],
                "d_inv": ["df/ddenominator"], "d_exp": ["df/dn"], "d_dot": ["df/ddot"], "dw0": ["df/dw[1]"],
                "dx0": ["df/dx[1]"], "dw1": ["df/dw[2]"], "dx1": ["df/dx[2]"], "dw2": ["df/dw[3]"],
            ]),
        Oracle(
            id: "cs231n-add-mul",
            equations: """
                q: x + y
                f: q * z
                """,
            asked: ["q": ["q"], "f": ["f"], "df_dx": ["df/dx"], "df_dy": ["df/dy"], "df_dz": ["df/dz"]]),
        Oracle(
            id: "cs231n-svm-vs-softmax",
            equations: """
                scores: W @ x + b
                margins: max(0, scores - scores[3] + svm_delta)
                """,
            asked: [
                "scores": ["scores"], "svm": ["margins[1] + margins[2]"], "exp": ["exp(scores)"],
                "ce": ["-ln(softmax(scores)[3])"],
            ]),
        Oracle(
            id: "cs231n-softmax-temperature", equations: "",
            asked: ["p1": ["softmax(s1)"], "exp2": ["exp(s2)"], "p2": ["softmax(s2)"]]),
    ]
}
