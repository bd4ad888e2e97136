import Exact

/// The founding network worked out step by step in plain Swift, right or with a student's mistakes in it.
struct HandCalculation {
    var z1: [Rational] = []
    var h1: [Rational] = []
    var z2: [Rational] = []
    var yhat: Rational = 0
    var loss: Rational = 0
    var gradientW3: [Rational] = []
    var gradientW2: [[Rational]] = []
    var gradientW1: [[Rational]] = []

    /// What is done wrong.
    struct Mistakes {
        var forgetsHalf = false
        var ignoresMask = false
        /// In the forward pass; the backward pass is then at the right values.
        var dropsBiasForward = false
        /// In both passes.
        var dropsBias = false
        /// A wrong z1 to go on with.
        var z1: [Rational]?
    }

    private let x: [Rational] = [2, 1]
    private let w1: [[Rational]] = [[0, 1], [1, 1], [1, 0]]
    private let b1: [Rational] = [-2, -1, 1]
    private let w2: [[Rational]] = [[0, 1, 2], [1, 1, 1], [2, -1, -1]]
    private let w3: [Rational] = [-1, 1, -2]
    private let y = Rational(3, 2)

    init(_ mistakes: Mistakes = Mistakes()) {
        forward(bias: !mistakes.dropsBias, z1: mistakes.z1)
        backward(mistakes)
        if mistakes.dropsBiasForward { forward(bias: false, z1: mistakes.z1) }
    }

    private mutating func forward(bias: Bool, z1 known: [Rational]?) {
        z1 = known ?? (0..<3).map { w1[$0][0] * x[0] + w1[$0][1] * x[1] + (bias ? b1[$0] : 0) }
        h1 = z1.map { $0.isNegative ? 0 : $0 }
        z2 = (0..<3).map { w2[$0][0] * h1[0] + w2[$0][1] * h1[1] + w2[$0][2] * h1[2] + 1 }
        yhat = w3[0] * z2[0] + w3[1] * z2[1] + w3[2] * z2[2]
        loss = (y - yhat) * (y - yhat) / 2
    }

    private mutating func backward(_ mistakes: Mistakes) {
        let arriving = (yhat - y) * (mistakes.forgetsHalf ? 2 : 1)
        gradientW3 = z2.map { arriving * $0 }
        let d2 = w3.map { arriving * $0 }
        gradientW2 = d2.map { d in h1.map { d * $0 } }
        let dh = (0..<3).map { w2[0][$0] * d2[0] + w2[1][$0] * d2[1] + w2[2][$0] * d2[2] }
        let d1 = (0..<3).map { mistakes.ignoresMask || z1[$0] > 0 ? dh[$0] : 0 }
        gradientW1 = d1.map { d in x.map { d * $0 } }
    }

    /// All numbers in the order of ``asked``.
    var numbers: [[Number]] {
        [z1, h1, z2, [yhat], [loss], gradientW3, gradientW2.flatMap { $0 }, gradientW1.flatMap { $0 }]
            .map { $0.map(Number.exact) }
    }

    static let asked = ["z1", "h1", "z2", "yhat", "L", "dL/dW3", "dL/dW2", "dL/dW1"]
}
