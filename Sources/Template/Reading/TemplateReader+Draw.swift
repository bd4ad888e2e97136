import Exact
import Solver
import YAML

extension TemplateReader {
    /// Reads `lo..hi`, with its step, or a list of numbers to choose from.
    mutating func readDraw(_ node: Node, _ fields: Fields<GivenKey>) -> Draw.Values? {
        let isNonzero = fields[.nonzero].flatMap { flag($0) } ?? false
        if case .sequence(let nodes) = node.kind {
            if let step = fields[.step] { report("'step:' goes with a range lo..hi, not with a list", at: step) }
            return readChoice(nodes, at: node, isNonzero: isNonzero)
        }
        guard let scalar = node.scalar, let (low, high) = bounds(scalar.text) else {
            report("a draw is a range, as in -2..2, or a list, as in [-1, 1/2, 2]", at: node)
            return nil
        }
        guard scalar.style == .plain else {
            report("a range stands without quotes", at: node)
            return nil
        }
        let step: Rational
        if let field = fields[.step] {
            guard let number = number(field) else { return nil }
            step = number
        } else {
            step = .one
        }
        return readSteps(low, high, step, at: node, isNonzero: isNonzero)
    }

    private func bounds(_ text: String) -> (Rational, Rational)? {
        let bytes = Array(text.utf8)
        // The first two points in a row part the bounds; a bound such as `.5` has one of its own.
        guard let middle = bytes.indices.dropLast().first(where: { bytes[$0] == 46 && bytes[$0 + 1] == 46 }) else {
            return nil
        }
        func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            part.drop { $0 == 32 }.reversed().drop { $0 == 32 }.reversed()[...]
        }
        guard let low = Rational(reading: trimmed(bytes[..<middle])),
            let high = Rational(reading: trimmed(bytes[(middle + 2)...]))
        else { return nil }
        return (low, high)
    }

    private mutating func readSteps(
        _ low: Rational, _ high: Rational, _ step: Rational, at node: Node, isNonzero: Bool
    ) -> Draw.Values? {
        guard step > .zero else {
            report("a step is greater than 0", at: node)
            return nil
        }
        guard low <= high else {
            report("the range \(low.text)..\(high.text) is empty: the lower bound comes first", at: node)
            return nil
        }
        let steps = (high - low) / step
        guard steps.isInteger else {
            report(
                "\(high.text) cannot be reached from \(low.text) in steps of \(step.text);"
                    + (step == .one ? " say 'step:'" : " choose another bound or step"), at: node)
            return nil
        }
        guard steps < Rational(Draw.largestCount), let count = Int(exactly: steps.numerator + 1) else {
            report("a draw chooses from at most \(Draw.largestCount) numbers", at: node)
            return nil
        }
        let place = -low / step
        let zero = place.isInteger && !place.isNegative && place <= steps ? Int(exactly: place.numerator) : nil
        guard !(isNonzero && zero != nil && count == 1) else {
            report("nothing is left of this draw without 0", at: node)
            return nil
        }
        return .steps(low: low, step: step, count: count, skipped: isNonzero ? zero : nil)
    }

    private mutating func readChoice(_ nodes: [Node], at node: Node, isNonzero: Bool) -> Draw.Values? {
        var seen: [Rational: Node] = [:]
        var numbers: [Rational] = []
        for item in nodes {
            guard let number = number(item) else { return nil }
            if let first = seen[number] {
                report("\(number.text) is there twice", at: item, notes: [.init("first here", at: first.range)])
                return nil
            }
            seen[number] = item
            if !(isNonzero && number.isZero) { numbers.append(number) }
        }
        guard !numbers.isEmpty else {
            report(
                nodes.isEmpty ? "this list has no number to choose" : "nothing is left of this draw without 0", at: node
            )
            return nil
        }
        return .choice(numbers)
    }
}
