import Foundation
import Synchronization
import Testing

@testable import psgen

/// Pieces of work come back whole and in order, however long each takes.
struct OrderedWorkTests {
    private func results(of count: Int, slow: Set<Int>) async throws -> [Int] {
        var pieces = (0..<count).makeIterator()
        var taken: [Int] = []
        try await inOrder(
            { pieces.next() },
            work: { piece in
                if slow.contains(piece) { usleep(30_000) }
                return piece
            }, take: { taken.append($0) })
        return taken
    }

    /// All that was begun behind a slow piece waits for it, and more is begun afterwards.
    @Test(arguments: [[0], [7], [0, 8, 16], [99], []] as [Set<Int>])
    func aSlowPieceHoldsBackTheOthers(slow: Set<Int>) async throws {
        #expect(try await results(of: 100, slow: slow) == Array(0..<100))
    }

    @Test func fewPieces() async throws {
        for count in 0...12 { #expect(try await results(of: count, slow: [0]) == Array(0..<count)) }
    }

    @Test func nothingIsBegunAfterAFailure() async throws {
        struct Failure: Error {}
        let begun = Mutex(0)
        var pieces = (0..<1000).makeIterator()
        var taken: [Int] = []
        await #expect(throws: Failure.self) {
            try await inOrder(
                { pieces.next() },
                work: { (piece: Int) -> Int in
                    begun.withLock { $0 += 1 }
                    if piece == 20 { throw Failure() }
                    return piece
                }, take: { taken.append($0) })
        }
        #expect(begun.withLock { $0 } < 100 && taken == Array(0..<taken.count) && taken.count <= 20)
    }
}
