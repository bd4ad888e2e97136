extension Oracle {
    /// A network of 2, 2 and 2 sigmoid units and one update of its eight weights.
    static let mazur: [Oracle] = [
        Oracle(
            id: "mazur-2-2-2-sigmoid", equations: mazurEquations,
            asked: [
                "net_h1": ["net_h[1]"], "out_h1": ["out_h[1]"], "out_h2": ["out_h[2]"], "net_o1": ["net_o[1]"],
                "out_o1": ["out_o[1]"], "out_o2": ["out_o[2]"], "E_o1": ["E[1]"], "E_o2": ["E[2]"],
                "E_total": ["E_total"], "dE_dw5": ["dE_total/dW2[1,1]"], "w5_new": ["W2_new[1,1]"],
                "w6_new": ["W2_new[1,2]"], "w7_new": ["W2_new[2,1]"], "w8_new": ["W2_new[2,2]"],
            ]),
        Oracle(
            id: "mazur-hidden-weights", givenOf: "mazur-2-2-2-sigmoid", equations: mazurEquations,
            asked: [
                "w1_new": ["W1_new[1,1]"], "w2_new": ["W1_new[1,2]"], "w3_new": ["W1_new[2,1]"],
                "w4_new": ["W1_new[2,2]"],
            ]),
    ]

    private static let mazurEquations = """
        net_h: W1 @ x + b1
        out_h: sigmoid(net_h)
        net_o: W2 @ out_h + b2
        out_o: sigmoid(net_o)
        E: (target - out_o)^2 / 2
        E_total: sum(E)
        W1_new: W1 - lr * dE_total/dW1
        W2_new: W2 - lr * dE_total/dW2
        """
}
