/// Does pieces of work on all cores and takes their results in order, holding only a few at a time.
///
/// - Parameters:
///   - next: gives the next piece, nil where there is none; called on the caller's thread.
///   - work: does a piece; runs on any thread.
///   - take: takes each result, in the order of the pieces; on the caller's thread.
/// - Throws: what the first of them to fail throws; no further piece is begun.
func inOrder<Piece: Sendable, Result: Sendable>(
    _ next: () throws -> Piece?, work: @escaping @Sendable (Piece) throws -> Result, take: (Result) throws -> Void
) async throws {
    // Two pieces more than processors, so that none waits while a result is taken.
    let underWay = processorCount == 1 ? 1 : processorCount + 2
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var begun = 0
        var taken = 0
        var isAtEnd = false
        var waiting: [Int: Result] = [:]
        while true {
            // A slow piece must not let the results behind it pile up.
            while !isAtEnd, begun - taken < 2 * underWay, begun - taken - waiting.count < underWay {
                guard let piece = try next() else {
                    isAtEnd = true
                    break
                }
                let number = begun
                begun += 1
                group.addTask { (number, try work(piece)) }
            }
            while let result = waiting.removeValue(forKey: taken) {
                try take(result)
                taken += 1
            }
            // A slow piece may have held back all that was begun: then more is begun before anything is waited for.
            if taken == begun {
                if isAtEnd { break }
                continue
            }
            guard let (number, result) = try await group.next() else { break }
            waiting[number] = result
        }
    }
}
