/// Names a scalar whose number differs from sheet to sheet.
package struct ValueID: Hashable, Sendable {
    /// The scalar's place among those of its template, from 0.
    package let index: Int

    /// The scalar at a place.
    @inlinable
    package init(_ index: Int) { self.index = index }
}
