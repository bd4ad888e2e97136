import Document
import Exact
import Maths

/// Writes a page of many sheets piece by piece, and the pages of one that go with it.
struct PageWriter {
    private let one: (opening: Form, closing: Form)
    private let sink: SetExporter.ByteSink
    private let singleSink: SetExporter.PageSink?
    private var bytes: [UInt8] = []
    private var single: [UInt8] = []

    /// Small enough to stay in a processor's cache, large enough to make few calls.
    private static let pieceSize = 1 << 17

    init(
        _ one: (opening: Form, closing: Form), _ sink: @escaping SetExporter.ByteSink, _ single: SetExporter.PageSink?
    ) {
        self.one = one
        self.sink = sink
        singleSink = single
        bytes.reserveCapacity(Self.pieceSize * 5 / 4)
    }

    /// Appends what is the same on every sheet.
    mutating func append(_ form: Form) throws {
        form.fill(into: &bytes, value: { _ in .exact(.undefined) }, text: { $0.name })
        try flushIfLarge()
    }

    /// Appends what is written already.
    mutating func append(_ written: [UInt8]) throws {
        bytes += written
        try flushIfLarge()
    }

    /// Appends a piece of a sheet's that has no page of its own.
    mutating func append(part form: Form, _ texts: SheetTexts, _ number: (ValueID) -> Number) throws {
        form.fill(into: &bytes, value: number, text: { texts[$0] })
        try flushIfLarge()
    }

    /// Appends a sheet, and hands on its own page.
    mutating func append(_ form: Form, _ texts: SheetTexts, _ number: (ValueID) -> Number) throws {
        let start = bytes.count
        form.fill(into: &bytes, value: number, text: { texts[$0] })
        if let singleSink {
            single.removeAll(keepingCapacity: true)
            one.opening.fill(into: &single, value: number, text: { texts[$0] })
            single.append(contentsOf: bytes[start...])
            one.closing.fill(into: &single, value: number, text: { texts[$0] })
            try singleSink(texts.code, single)
        }
        try flushIfLarge()
    }

    /// Hands on what is left.
    mutating func finish() throws {
        if !bytes.isEmpty { try sink(bytes) }
        bytes.removeAll()
    }

    private mutating func flushIfLarge() throws {
        guard bytes.count >= Self.pieceSize else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
