import Record

/// The cells of verdict, points and note of a template's answers as they are written, made once.
struct MarkCells: Sendable {
    /// One after the other, so that copying a mark's cells looks up nothing else.
    private var bytes: [UInt8] = []
    private var correct: [Range<Int>] = []
    private var correctWithoutPoints = 0..<0
    private var wrong = 0..<0
    private var blank = 0..<0
    private var unreadable = 0..<0

    /// The cells for answers that are worth so many points, as they are written.
    init(_ points: [[UInt8]], delimiter: UInt8) {
        let zero: [UInt8] = [48]
        func add(_ verdict: Verdict, _ points: [UInt8]) -> Range<Int> {
            let start = bytes.count
            bytes += Array(verdict.rawValue.utf8) + [delimiter] + points + [delimiter]
            return start..<bytes.count
        }
        correct = points.map { add(.correct, $0) }
        correctWithoutPoints = add(.correct, zero)
        wrong = add(.wrong, zero)
        blank = add(.blank, zero)
        unreadable = add(.unreadable, zero)
    }

    /// Appends the three cells of a mark; `earns` says whether a right answer is given its points.
    @inline(__always)
    func write(_ mark: Mark, _ index: Int, earns: Bool, to writer: inout CSVWriter) {
        let range =
            switch mark.verdict {
            case .correct: earns ? correct[index] : correctWithoutPoints
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
