import Maths

/// A piece of a line.
package enum Inline: Hashable, Sendable {
    /// Words.
    case text(String)
    /// A text that differs from sheet to sheet.
    case slot(TextSlot)
    /// Words that matter.
    case emphasis([Inline])
    /// Words that must be seen.
    case strong([Inline])
    /// Characters to be read as they are.
    case code(String)
    /// A formula.
    case maths(Maths)
    /// Words that lead to an address.
    case link([Inline], to: String)
    /// The end of a line that the author asked for.
    case lineBreak
}
