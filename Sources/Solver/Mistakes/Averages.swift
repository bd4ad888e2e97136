import Exact

/// The steps that divide a sum over examples by their number.
extension MistakeSearch {
    /// A mean, by name or written by hand.
    struct Average {
        /// The step that averages, and as which of its inputs it has what is averaged.
        let node: NodeID
        let operand: Int
        /// What is summed, of the mean's groups; nil where a loss sums.
        let summed: (values: NodeID, grouping: Grouping)?
        /// By what the sum is divided.
        let count: Rational
        /// Whether the sum is a step of its own.
        let isByHand: Bool
    }

    /// All of them.
    var averages: [Average] { forward.compactMap { average($0) } }

    private func average(_ node: NodeID) -> Average? {
        let inputs = graph[node].inputs
        switch graph[node].operation {
        case let mean as Mean:
            let count = graph[inputs[0]].shape.count / graph[node].shape.count
            return Average(
                node: node, operand: 0, summed: (inputs[0], mean.grouping), count: Rational(count), isByHand: false)
        case is Division:
            return graph.constantValue(of: inputs[1]).flatMap { average(node, operand: 0, count: $0) }
        case is Multiplication:
            for operand in 0..<2 {
                guard let factor = graph.constantValue(of: inputs[1 - operand]), !factor.isZero else { continue }
                return average(node, operand: operand, count: .one / factor)
            }
            return nil
        default: return nil
        }
    }

    /// A quotient, if its divisor is how many examples the dividend sums; half of squares is no mean.
    private func average(_ node: NodeID, operand: Int, count: Rational) -> Average? {
        let total = calculation(of: graph[node].inputs[operand])
        guard halvedOperand(node) == nil, count > .one else { return nil }
        switch graph[total].operation {
        case let sum as Sum:
            let values = graph[total].inputs[0]
            let examples = graph[values].shape.dimensions + [graph[values].shape.count]
            guard examples.contains(where: { Rational($0) == count }) else { return nil }
            return Average(node: node, operand: operand, summed: (values, sum.grouping), count: count, isByHand: true)
        case is CrossEntropy:
            let sizes = graph[graph[total].inputs[0]].shape.dimensions
            guard sizes.count == 2, sizes.contains(where: { Rational($0) == count }) else { return nil }
            return Average(node: node, operand: operand, summed: nil, count: count, isByHand: true)
        default: return nil
        }
    }
}
