/// Lines of text with one of them, the baseline, at the height of what stands beside the block.
package struct TextBlock: Hashable, Sendable {
    /// The lines, each as wide as the block.
    package private(set) var lines: [String]
    /// Which line stands beside other text, from 0.
    package private(set) var baseline: Int
    /// How many characters a line has.
    package private(set) var width: Int

    /// A text of one line.
    package init(_ text: String) {
        lines = [text]
        baseline = 0
        width = text.count
    }

    /// Lines from top to bottom; shorter ones are filled up with spaces.
    package init(lines: [String], baseline: Int) {
        let width = lines.map(\.count).max() ?? 0
        self.lines = lines.map { $0.padded(to: width) }
        self.baseline = baseline
        self.width = width
    }

    /// The text where it has one line.
    var line: String? { lines.count == 1 ? lines[0] : nil }

    /// The block with another one to its right, baseline beside baseline.
    package func beside(_ other: TextBlock) -> TextBlock {
        let above = max(baseline, other.baseline)
        let below = max(lines.count - baseline, other.lines.count - other.baseline)
        let (left, right) = (grown(above: above, below: below), other.grown(above: above, below: below))
        return TextBlock(lines: zip(left.lines, right.lines).map { $0 + $1 }, baseline: above)
    }

    /// The block with a text to the right of its first line, as an exponent stands.
    func raised(_ text: String) -> TextBlock {
        guard lines.count > 1 else { return beside(TextBlock(text)) }
        return TextBlock(lines: [lines[0] + text] + lines.dropFirst(), baseline: baseline)
    }

    /// The block with spaces at its left, so that it is `width` wide.
    func rightAligned(to width: Int) -> TextBlock {
        let spaces = String(repeating: " ", count: max(0, width - self.width))
        return TextBlock(lines: lines.map { spaces + $0 }, baseline: baseline)
    }

    /// Blocks below one another, at the left; the baseline is that of the middle line.
    static func stacked(_ blocks: [TextBlock]) -> TextBlock {
        let lines = blocks.flatMap(\.lines)
        return TextBlock(lines: lines, baseline: max(0, lines.count - 1) / 2)
    }

    /// Blocks one after another.
    package static func joined(_ blocks: [TextBlock]) -> TextBlock {
        guard var result = blocks.first else { return TextBlock("") }
        for block in blocks.dropFirst() { result = result.beside(block) }
        return result
    }

    private func grown(above: Int, below: Int) -> TextBlock {
        let empty = String(repeating: " ", count: width)
        var block = self
        block.lines =
            Array(repeating: empty, count: above - baseline) + lines
            + Array(repeating: empty, count: below - (lines.count - baseline))
        block.baseline = above
        return block
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
