import Synchronization

/// Keeps what many rows need, up to some size.
final class Cache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Kept {
        var values: [Key: Value] = [:]
        var size = 0
    }

    private let kept = Mutex(Kept())
    private let limit: Int
    private let size: @Sendable (Value) -> Int

    /// Keeps values of so much size together.
    init(limit: Int, size: @escaping @Sendable (Value) -> Int) {
        self.limit = limit
        self.size = size
    }

    /// What is kept under a key, made where there is nothing.
    func value(_ key: Key, make: () -> Value) -> Value {
        if let known = kept.withLock({ $0.values[key] }) { return known }
        let made = make()
        let own = size(made)
        kept.withLock { kept in
            if kept.size + own > limit { kept = Kept() }
            if let old = kept.values.updateValue(made, forKey: key) { kept.size -= size(old) }
            kept.size += own
        }
        return made
    }
}
