import Record

/// The cells of verdict, points and note as they are written, made once.
struct MarkCells: Sendable {
    /// One after the other, so that copying a mark's cells looks up nothing else.
    private var bytes: [UInt8] = []
    /// By template.
    private var correct: [[Range<Int>]] = []
    private var correctWithoutPoints = 0..<0
    private var wrong = 0..<0
    private var blank = 0..<0
    private var unreadable = 0..<0

    init(_ points: PointTexts, delimiter: UInt8) {
        func add(_ verdict: Verdict, _ points: [UInt8]) -> Range<Int> {
            let start = bytes.count
            bytes += Array(verdict.rawValue.utf8) + [delimiter] + points + [delimiter]
            return start..<bytes.count
        }
        correct = points.texts.map { $0.map { add(.correct, $0) } }
        correctWithoutPoints = add(.correct, points.zero)
        wrong = add(.wrong, points.zero)
        blank = add(.blank, points.zero)
        unreadable = add(.unreadable, points.zero)
    }

    /// Appends the three cells of a mark; `earns` says whether a right answer is given its points.
    @inline(__always)
    func write(_ mark: Mark, _ index: Int, of template: Int, earns: Bool, to writer: inout CSVWriter) {
        let range =
            switch mark.verdict {
            case .correct: earns ? correct[template][index] : correctWithoutPoints
            case .wrong: wrong
            case .blank: blank
            case .unreadable: unreadable
            }
        bytes.withUnsafeBytes { bytes in
            if mark.note.isEmpty {
                writer.appendWritten(UnsafeRawBufferPointer(rebasing: bytes[range]))
            } else {
                writer.appendWritten(UnsafeRawBufferPointer(rebasing: bytes[range.dropLast()]))
                writer.appendText(mark.note)
            }
        }
    }
}
