import Exact

/// Tells a slip of the pen or in an addition from a number that was reached in another way.
package enum Slip {
    /// Whether an answer is what a slip makes of a right number: off by 1, 2 or 10, its sign, one of several digits, or two
    /// neighbouring digits exchanged.
    package static func isLikely(_ answer: Rational, for right: Number, _ rounding: Rounding) -> Bool {
        if case .exact(let right) = right {
            let difference = (answer - right).magnitude
            if [1, 2, 10].contains(where: { difference == Rational($0) }) || answer == -right { return true }
        }
        let (first, second) = (Number.exact(answer).text(rounding), right.text(rounding))
        let (digits, others) = (Array(first.utf8), Array(second.utf8))
        if "-" + first == second || first == "-" + second { return true }
        guard digits.count == others.count else { return false }
        let places = digits.indices.filter { digits[$0] != others[$0] }
        switch places.count {
        // Of a single digit, nothing would be left of the right number.
        case 1: return digits.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } > 1
        case 2:
            let (one, two) = (places[0], places[1])
            return two == one + 1 && digits[one] == others[two] && digits[two] == others[one]
        default: return false
        }
    }
}
