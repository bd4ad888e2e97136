/// The cells of verdict, points and note as they are written, made once.
struct MarkCells: Sendable {
    private let correct: [[UInt8]]
    private let others: [Verdict: [UInt8]]
    private let wrong: [UInt8]
    private let blank: [UInt8]

    init(_ points: PointTexts, delimiter: UInt8) {
        func cells(_ verdict: Verdict, _ points: [UInt8]) -> [UInt8] {
            Array(verdict.rawValue.utf8) + [delimiter] + points
        }
        correct = points.texts.map { cells(.correct, $0) + [delimiter] }
        wrong = cells(.wrong, points.zero) + [delimiter]
        blank = cells(.blank, points.zero) + [delimiter]
        others = [
            .wrong: cells(.wrong, points.zero), .blank: cells(.blank, points.zero),
            .unreadable: cells(.unreadable, points.zero),
        ]
    }

    /// All three cells of a mark without a note.
    func written(_ verdict: Verdict, _ index: Int) -> [UInt8] {
        switch verdict {
        case .correct: correct[index]
        case .wrong: wrong
        case .blank: blank
        case .unreadable: others[verdict].map { $0 + blank.suffix(1) } ?? blank
        }
    }

    /// The first two cells of a mark that earns nothing.
    func withoutNote(_ verdict: Verdict) -> [UInt8] { others[verdict] ?? [] }
}
