import Document
import Exact
import Generator
import Maths
import Solver
import Template

/// Problems worked out as on their keys, as text for a terminal.
package struct WorkedText: Sendable {
    private let blocks: [Block]

    /// The text of a template that is solved by `calculation`, which must be the worked template's own.
    package init(_ worked: WorkedTemplate, _ calculation: Calculation) {
        blocks = AnswerKey(calculation: calculation, derivations: worked.derivations).blocks
    }

    /// The given numbers, and every part with its answers and the steps to them; lines of about `width` characters.
    package func text(width: Int, isStyled: Bool, value: (ValueID) -> Number) -> String {
        PlainText.text(blocks, width: width, isStyled: isStyled, value: value)
    }
}
