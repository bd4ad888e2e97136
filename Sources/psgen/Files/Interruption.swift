import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether the process is about to be ended by a signal.
final class Interruption: Sendable {
    private let isRaised = Atomic(false)

    /// Notes that the process is about to end.
    func raise() {
        isRaised.store(true, ordering: .releasing)
    }

    /// Returns at once, or never if the process is about to end.
    func check() {
        while isRaised.load(ordering: .acquiring) { pause() }
    }
}
