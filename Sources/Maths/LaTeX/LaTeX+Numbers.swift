import Exact

extension LaTeX {
    /// Appends a number as a piece of a formula, with parentheses where its position needs them.
    package static func write(
        _ number: Number, _ rounding: Rounding, at position: NumberPosition, to target: inout [UInt8]
    ) {
        guard number.isDefined else { return append("\\text{undefined}", to: &target) }
        let start = target.count
        number.write(rounding, to: &target)
        let isNegative = target[start] == UInt8(ascii: "-")
        guard let slash = target[start...].firstIndex(of: UInt8(ascii: "/")) else {
            guard isNegative else { return }
            // Braces keep a sign from being read as one between two numbers.
            let (open, close) = position == .alone ? ("{", "}") : ("(", ")")
            target.insert(contentsOf: open.utf8, at: start)
            return append(close, to: &target)
        }
        target.append(UInt8(ascii: "}"))
        target.replaceSubrange(slash...slash, with: "}{".utf8)
        target.insert(contentsOf: "\\frac{".utf8, at: isNegative ? start + 1 : start)
        let isBare = position == .alone || (position == .operand && !isNegative)
        target.insert(contentsOf: (isBare ? "{" : "\\left(").utf8, at: start)
        append(isBare ? "}" : "\\right)", to: &target)
    }

    private static func append(_ text: String, to target: inout [UInt8]) {
        target.append(contentsOf: text.utf8)
    }
}
