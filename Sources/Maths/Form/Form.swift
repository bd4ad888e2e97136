import Exact

/// A printed text with holes for what differs from sheet to sheet.
///
/// All that many sheets share is printed once; ``fill(into:value:text:)`` then copies it and writes what is missing.
package struct Form: Hashable, Sendable {
    /// How a number in a hole is written.
    package enum NumberStyle: Hashable, Sendable {
        /// Digits, with U+2212 for a minus.
        case plain
        /// A MathML element.
        case mathML(NumberPosition)
        /// A piece of a LaTeX formula.
        case latex(NumberPosition)
    }

    /// How a text in a hole is written, so that nothing in it is read as markup.
    package enum TextStyle: Hashable, Sendable {
        /// As HTML's.
        case html
        /// As LaTeX's, in text mode.
        case latex
    }

    /// What a hole is filled with.
    package enum Content: Hashable, Sendable {
        /// A number.
        case value(ValueID, Rounding, NumberStyle)
        /// A text, escaped.
        case text(TextSlot, TextStyle = .html)
        /// One of several forms, by a whole number: 0 chooses the first.
        case alternatives(ValueID, [Form])
        /// A form, unless each of some numbers is written as the quotient that stands before.
        case step(Form, after: [WorkedQuotient])
    }

    /// A place to be filled.
    package struct Hole: Hashable, Sendable {
        /// How many of the form's bytes stand before the hole.
        package let offset: Int
        /// What is written there.
        package let content: Content
    }

    /// All that is the same on every sheet, as UTF-8, without a mark for the holes.
    package private(set) var bytes: [UInt8] = []
    /// In the order of their offsets.
    package private(set) var holes: [Hole] = []

    /// An empty form.
    package init() {}

    /// Appends a text that is the same on every sheet, as it is.
    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends bytes that are the same on every sheet, as they are.
    package mutating func append(raw text: some Sequence<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// Appends a text that is the same on every sheet, escaped for HTML.
    package mutating func append(escaping text: String) {
        appendEscaped(text, to: &bytes)
    }

    /// Appends a hole.
    package mutating func append(_ content: Content) {
        holes.append(Hole(offset: bytes.count, content: content))
    }

    /// Appends another form with its holes.
    package mutating func append(_ other: Form) {
        let offset = bytes.count
        bytes.append(contentsOf: other.bytes)
        holes.append(contentsOf: other.holes.map { Hole(offset: offset + $0.offset, content: $0.content) })
    }

    /// Exchanges what the holes are filled with.
    mutating func mapContents(_ body: (Content) -> Content) {
        holes = holes.map { Hole(offset: $0.offset, content: body($0.content)) }
    }

    /// Appends the form with its holes filled to `target`.
    ///
    /// Linear in what is written. Bytes and small integers are copied; `target`'s room may be reserved by the caller.
    @inlinable
    package func fill(
        into target: inout [UInt8], value: (ValueID) -> Number, text: (TextSlot) -> String
    ) {
        bytes.withUnsafeBufferPointer { shared in
            var start = 0
            for hole in holes {
                target.append(contentsOf: UnsafeBufferPointer(rebasing: shared[start..<hole.offset]))
                start = hole.offset
                switch hole.content {
                case .value(let id, let rounding, .mathML(let position)):
                    MathML.write(value(id), rounding, at: position, to: &target)
                case .value(let id, let rounding, .plain):
                    writePlain(value(id), rounding, to: &target)
                case .value(let id, let rounding, .latex(let position)):
                    LaTeX.write(value(id), rounding, at: position, to: &target)
                case .text(let slot, .html):
                    appendEscaped(text(slot), to: &target)
                case .text(let slot, .latex):
                    LaTeX.write(text(slot), to: &target)
                case .alternatives(let id, let forms):
                    let place = value(id).place
                    if forms.indices.contains(place) {
                        forms[place].fill(into: &target, value: value, text: text)
                    }
                case .step(let form, let quotients):
                    if !quotients.allSatisfy({ $0.isWrittenAlike(value: value) }) {
                        form.fill(into: &target, value: value, text: text)
                    }
                }
            }
            target.append(contentsOf: UnsafeBufferPointer(rebasing: shared[start...]))
        }
    }

    /// The form filled, as a text.
    package func text(value: (ValueID) -> Number, text: (TextSlot) -> String = { $0.name }) -> String {
        var target: [UInt8] = []
        fill(into: &target, value: value, text: text)
        return String(decoding: target, as: UTF8.self)
    }
}

/// Appends digits with U+2212 for a minus.
package func writePlain(_ number: Number, _ rounding: Rounding, to target: inout [UInt8]) {
    let start = target.count
    number.write(rounding, to: &target)
    if start < target.count, target[start] == UInt8(ascii: "-") {
        target.replaceSubrange(start...start, with: "\u{2212}".utf8)
    }
}

extension Number {
    /// The whole number that chooses one of several; −1 for any other number.
    @usableFromInline
    var place: Int {
        switch self {
        case .exact(let number): number.isInteger ? Int(exactly: number.numerator) ?? -1 : -1
        case .real(let number): Int(exactly: number) ?? -1
        }
    }
}
