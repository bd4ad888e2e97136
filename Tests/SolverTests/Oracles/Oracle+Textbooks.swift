extension Oracle {
    /// Units of two textbooks.
    static let textbooks: [Oracle] = [
        Oracle(
            id: "goodfellow-xor",
            equations: """
                H: relu(X @ W + c.T)
                y: H @ w + b
                """,
            asked: ["H": ["H"], "y": ["y"]]),
        Oracle(
            id: "nielsen-neuron", equations: "out: sigmoid(cases[:,1] * x + cases[:,2])", asked: ["out": ["out"]]),
        Oracle(
            id: "nielsen-nand", equations: "pre: inputs @ w + b",
            asked: ["pre": ["pre"], "out": ["where(pre > 0, 1, 0)"]]),
        Oracle(
            id: "d2l-conv", equations: "",
            asked: ["Y": windows(of: "X", "K", rows: 1...2, columns: 1...2), "maxpool_first": ["max(X[1:2,1:2])"]],
            outOfReach: ["pad1_first", "stride_h3_w2_pad1", "two_channel_first"]),
    ]

    /// A kernel of 2×2 laid over each place of an array, without an operation for it.
    static func windows(
        of array: String, _ kernel: String, rows: some Sequence<Int>, columns: some Sequence<Int>
    ) -> [String] {
        rows.flatMap { row in
            columns.map { "sum(\(array)[\(row):\(row + 1),\($0):\($0 + 1)] * \(kernel))" }
        }
    }
}
