import Exact
import Maths

/// Writes blocks as text for a terminal.
package enum PlainText {
    /// Blocks with the numbers of a sheet, one below the other with an empty line between them.
    ///
    /// - Parameters:
    ///   - width: How many characters a line may have; a formula that cannot be broken may be wider.
    ///   - isStyled: Whether headings are made bold by the terminal's control sequences; no text of a template has any.
    package static func text(
        _ blocks: [Block], width: Int, isStyled: Bool = false, value: (ValueID) -> Number,
        text: (TextSlot) -> String = { _ in "" }
    ) -> String {
        withoutActuallyEscaping(value) { value in
            withoutActuallyEscaping(text) { text in
                let printer = TextPrinter(width: width, isStyled: isStyled, value: value, text: text)
                return printer.lines(blocks).map { $0 + "\n" }.joined()
            }
        }
    }
}
