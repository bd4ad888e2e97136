/// The head of a loop: `t in 1..3`, or `t in 3..1` for counting down.
package struct LoopRange: Hashable, Sendable {
    /// The variable.
    package let variable: String
    /// The numbers that it goes through, in order.
    package let values: [Int]

    /// More rounds are not what a person calculates.
    package static let longest = 1000

    /// Reads the head of a loop; `example` shows how it is written.
    package init(_ text: String, example: String) throws(ExpressionError) {
        let whole = 0..<text.utf8.count
        func expected(_ what: String) -> ExpressionError {
            ExpressionError("expected \(what), as in \(example)", at: whole)
        }
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.count == 3, words[1] == "in" else { throw expected("a variable that goes through numbers") }
        let name = String(words[0])
        guard let first = name.utf8.first, (first | 32) >= 97 && (first | 32) <= 122,
            name.utf8.allSatisfy({ ($0 | 32) >= 97 && ($0 | 32) <= 122 || (48...57).contains($0) })
        else { throw expected("a variable of letters and digits") }
        let numbers = words[2].filter { !$0.isWhitespace }
        guard let dots = numbers.firstRange(of: ".."), let low = Int(numbers[..<dots.lowerBound]),
            let high = Int(numbers[dots.upperBound...]), low >= 0, high >= 0
        else { throw expected("two whole numbers from 0") }
        guard max(low, high) - min(low, high) < Self.longest else {
            throw ExpressionError("a loop has at most \(Self.longest) rounds", at: whole)
        }
        variable = name
        values = low <= high ? Array(low...high) : (high...low).reversed()
    }
}
