import Maths

/// A network of layers, each computed from the one before.
struct Network: Hashable, Sendable {
    /// From the inputs on; at least two.
    var layers: [Layer]
    /// What the last layer's outputs are compared by; nil where there is nothing of the kind.
    var loss: Loss?

    /// Units that stand in a column.
    struct Layer: Hashable, Sendable {
        /// How many units there are.
        let count: Int
        /// What is multiplied by the layer before; nil for the inputs.
        var weights: Weights?
        /// The given quantity that is added.
        var bias: String?
        /// The name of what is computed before the activation.
        var sum: String?
        /// The function's name; nil where the layer is linear, or the inputs.
        var activation: Maths?
        /// What the layer is called in words, such as `ReLU`.
        var kind = "linear"
        /// Whether its units can be switched off, so that they give 0.
        var canBeOff = false
        /// The name of what the units give, where it is not ``sum``.
        var output: String?
    }

    /// The given quantity on the lines between two layers.
    struct Weights: Hashable, Sendable {
        let name: String
        /// By how many places in row-major order the weight of the next unit of this layer stands further on.
        let targetStride: Int
        /// The same for the next unit of the layer before.
        let sourceStride: Int

        /// The place of the weight of a line.
        func entry(from source: Int, to target: Int) -> Int { target * targetStride + source * sourceStride }
    }

    /// The number that is made of the last layer's outputs and a target.
    struct Loss: Hashable, Sendable {
        let name: String
        /// The given quantity that the outputs should be; nil where there is none.
        let target: String?
    }

    /// `2 inputs, 3 ReLU units, 3 linear units, 1 output`.
    var summary: String {
        let words = layers.enumerated().map { index, layer in
            let isLast = index == layers.count - 1
            let noun = index == 0 ? "input" : isLast ? "output" : "unit"
            let kind = index == 0 || isLast && layer.kind == "linear" ? "" : layer.kind + " "
            return "\(layer.count) \(kind)\(noun)\(layer.count == 1 ? "" : "s")"
        }
        return words.joined(separator: ", ")
    }
}
