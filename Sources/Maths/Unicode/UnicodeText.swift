import Exact

/// Prints formulas as text for a terminal: matrices as blocks of lines, everything else in one line.
package enum UnicodeText {
    /// A formula with the numbers of a sheet.
    package static func block(_ maths: Maths, value: (ValueID) -> Number) -> TextBlock {
        withoutActuallyEscaping(value) { UnicodePrinter(value: $0, isFlat: false).block(maths) }
    }

    /// A formula in one line: a column as `[1, 2]`, a matrix as `[0 1; 1 1]`.
    package static func line(_ maths: Maths, value: (ValueID) -> Number) -> String {
        withoutActuallyEscaping(value) { UnicodePrinter(value: $0, isFlat: true).block(maths).lines[0] }
    }

    /// Equations below one another, aligned at their first sign of relation; a line that would be wider than `width`
    /// goes on below that sign, before another one.
    package static func block(
        aligned equations: [Maths], width: Int = .max, isFlat: Bool = false, value: (ValueID) -> Number
    ) -> TextBlock {
        withoutActuallyEscaping(value) { value in
            let printer = UnicodePrinter(value: value, isFlat: isFlat)
            let rows = equations.map(printer.sides)
            let left = rows.map(\.left.width).max() ?? 0
            var lines: [TextBlock] = []
            for row in rows {
                var line = row.left.rightAligned(to: left)
                var isEmpty = true
                for side in row.sides {
                    if !isEmpty && line.width + side.width > width {
                        lines.append(line)
                        line = TextBlock(String(repeating: " ", count: left))
                    }
                    line = line.beside(side)
                    isEmpty = false
                }
                lines.append(line)
            }
            // Blocks of several lines must not run into one another.
            let areApart = lines.contains { $0.lines.count > 1 }
            let spaced = lines.flatMap { areApart ? [TextBlock(""), $0] : [$0] }
            return TextBlock.stacked(Array(spaced.dropFirst(areApart ? 1 : 0)))
        }
    }
}
