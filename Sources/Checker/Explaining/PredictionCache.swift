import Solver
import Synchronization

/// Keeps predictions that many rows need.
final class PredictionCache: Sendable {
    /// An answer, and which of the answers that it follows from were given.
    struct Key: Hashable, Sendable {
        let answer: Int
        let before: Set<Int>
        /// An entry of a quantity that nobody asks for, if that is given as well.
        var unasked: Pin?
    }

    private struct Kept {
        var predictions: [Key: Predictions] = [:]
        var codes: [Key: RealCode] = [:]
        var size = 0

        mutating func makeRoom(_ more: Int) {
            if size + more > PredictionCache.limit { self = Kept() }
            size += more
        }
    }

    private let kept = Mutex(Kept())

    /// Instructions that are kept at most, of some 32 bytes each.
    private static let limit = 400_000

    /// What is kept under a key, made where there is nothing.
    func predictions(_ key: Key, _ make: () -> Predictions) -> Predictions {
        if let known = kept.withLock({ $0.predictions[key] }) { return known }
        let made = make()
        kept.withLock { kept in
            kept.makeRoom(made.code.count + made.sets.count)
            kept.predictions[key] = made
        }
        return made
    }

    /// What is kept under a key, made where there is nothing.
    func code(_ key: Key, _ make: () -> RealCode) -> RealCode {
        if let known = kept.withLock({ $0.codes[key] }) { return known }
        let made = make()
        kept.withLock { kept in
            kept.makeRoom(made.count)
            kept.codes[key] = made
        }
        return made
    }
}
