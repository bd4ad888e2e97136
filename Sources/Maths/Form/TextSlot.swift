/// Names a text that differs from sheet to sheet, such as a student's name.
package struct TextSlot: Hashable, Sendable {
    /// What the slot is called.
    package let name: String

    /// A slot by its name.
    package init(_ name: String) { self.name = name }
}
