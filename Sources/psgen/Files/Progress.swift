import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A line on a terminal that says how far long work is, at most ten times a second; nothing where standard error
/// is not a terminal. Several threads may advance it.
final class Progress: Sendable {
    private struct State {
        var done = 0
        var nextDisplay: ContinuousClock.Instant
        var isShown = false
    }

    private let label: String
    private let total: Int
    private let descriptor: Int32
    private let isEnabled: Bool
    private let state: Mutex<State>
    private static let interval = Duration.milliseconds(100)

    /// A line such as `Writing sheets: 120 of 1000`, which appears after the first tenth of a second.
    ///
    /// - Parameters:
    ///   - descriptor: where it is shown.
    ///   - isEnabled: whether it is shown; by default whether that is a terminal.
    init(_ label: String, total: Int, descriptor: Int32 = STDERR_FILENO, isEnabled: Bool? = nil) {
        self.label = label
        self.total = total
        self.descriptor = descriptor
        self.isEnabled = isEnabled ?? isTerminal(descriptor)
        state = Mutex(State(nextDisplay: .now + Self.interval))
    }

    deinit {
        finish()
    }

    /// Adds to what is done.
    func advance(by count: Int = 1) {
        guard isEnabled else { return }
        state.withLock { state in
            state.done += count
            let now = ContinuousClock.now
            if now < state.nextDisplay { return }
            state.nextDisplay = now + Self.interval
            state.isShown = true
            show("\(label): \(state.done) of \(total)")
        }
    }

    /// Erases the line.
    func finish() {
        guard isEnabled else { return }
        state.withLock { state in
            if state.isShown { show("") }
            state.isShown = false
        }
    }

    private func show(_ text: String) {
        // Back to the first column, erase to the end of the line.
        let line = Array("\r\u{1B}[K\(text)".utf8)
        // A terminal that has gone needs no progress.
        _ = line.withUnsafeBytes { writeAll($0, to: descriptor) }
    }
}
