import Exact
import Record

/// The cells of verdict, points and note of a template's answers as they are written, made once.
struct MarkCells: Sendable {
    /// One after the other, so that copying a mark's cells looks up nothing else.
    private var bytes: [UInt8] = []
    /// By verdict: with no points, and with all points of each answer.
    private var without: [Range<Int>] = []
    private var with: [[Range<Int>]] = []

    /// The cells for answers that are worth so many points, as they are written, right or following through.
    init(_ points: [[UInt8]], followed: [[UInt8]], delimiter: UInt8) {
        func add(_ verdict: Verdict, _ points: [UInt8]) -> Range<Int> {
            let start = bytes.count
            bytes += Array(verdict.rawValue.utf8) + [delimiter] + points + [delimiter]
            return start..<bytes.count
        }
        for verdict in Verdict.allCases {
            without.append(add(verdict, [48]))
            with.append((verdict == .followsThrough ? followed : points).map { add(verdict, $0) })
        }
    }

    /// Appends the three cells of a mark; `earns` says whether the answer is given its points.
    @inline(__always)
    func write(_ mark: Mark, _ index: Int, earns: Bool, to writer: inout CSVWriter) {
        let verdict = mark.verdict.place
        let range = earns ? with[verdict][index] : without[verdict]
        bytes.withUnsafeBytes { bytes in
            if mark.note.isEmpty {
                writer.appendWritten(UnsafeRawBufferPointer(rebasing: bytes[range]))
            } else {
                writer.appendWritten(UnsafeRawBufferPointer(rebasing: bytes[range.dropLast()]))
                writer.appendText(mark.note)
            }
        }
    }

    /// Appends the three cells of a mark that earns some points.
    func write(_ mark: Mark, earning points: Rational, to writer: inout CSVWriter) {
        writer.append(mark.verdict.rawValue)
        writer.appendNumber(PointTexts.cell(points))
        writer.appendText(mark.note)
    }
}
