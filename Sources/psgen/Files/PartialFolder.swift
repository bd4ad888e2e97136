import CFile
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder under a hidden name beside the one that it will become. Its process holds a lock on it.
final class PartialFolder: Unfinished {
    private enum State {
        case absent
        case open(Descriptor, name: String, OutputLocation)
        case finished
    }

    private let interruption = Interruption()
    private let state = Mutex(State.absent)

    /// Nothing is made yet.
    init() {}

    /// Makes the folder, and those that it is in where they are missing.
    func create(at path: String, replacing kind: OutputKind?) throws(FileError) -> Folder {
        try state.withLock { (state) throws(FileError) in
            let location = try OutputLocation(path)
            do throws(FileError) {
                let (folder, name) = try Self.make(location, replacing: kind)
                _ = flock(folder.number, LOCK_EX | LOCK_NB)
                state = .open(folder, name: name, location)
                return Folder(path: location.path, descriptor: folder, interruption: interruption)
            } catch {
                removeEmptyFolders(location.madeParents)
                throw error
            }
        }
    }

    private static func make(
        _ location: OutputLocation, replacing kind: OutputKind?
    ) throws(FileError) -> (Descriptor, name: String) {
        location.removeLeftOvers()
        if location.isTaken {
            guard let kind else { throw FileError(path: location.path, attempt: .create, reason: .exists) }
            try location.checkReplaceable(by: kind)
        }
        let name = SiblingName(.partial, process: getpid()).text(beside: location.name)
        let parent = location.parent.number
        guard mkdirat(parent, name, 0o777) == 0, let made = Descriptor.folder(name, in: parent, flags: O_NOFOLLOW)
        else { throw FileError(location.path, .create, errorNumber: errno) }
        return (made, name)
    }

    /// Gives the folder its name, in one step where the file system can. After an error it is still open.
    func commit(replacing kind: OutputKind?) throws(FileError) {
        try state.withLock { (state) throws(FileError) in
            guard case .open(_, let name, let location) = state else { return }
            let old = try Self.place(name, at: location, replacing: kind)
            state = .finished
            guard let old else { return }
            let error = removeTree(old, in: location.parent.number)
            if error != 0 { throw FileError(location.sibling(old), .remove, errorNumber: error) }
        }
    }

    /// Removes the folder unless it has its name already.
    func discard() {
        state.withLock { remove(&$0) }
    }

    /// Removes the folder unless it has its name already, and ends the process.
    func discard(thenEnd end: () -> Never) {
        interruption.raise()
        // The lock is kept to the end, so that no other thread reports an error or exits in between.
        state.withLock { state in
            remove(&state)
            end()
        }
    }

    private func remove(_ state: inout State) {
        guard case .open(_, let name, let location) = state else { return }
        state = .finished
        if removeTree(name, in: location.parent.number) == 0 { removeEmptyFolders(location.madeParents) }
    }

    /// Puts the folder in its place, and returns the name that the old one has now, if there was one.
    private static func place(
        _ name: String, at location: OutputLocation, replacing kind: OutputKind?
    ) throws(FileError) -> String? {
        let error = location.give(name)
        if error == EEXIST, let kind {
            try location.checkReplaceable(by: kind)
            return try location.replace(by: name, exchange: cfile_exchange)
        }
        if error != 0 { throw FileError(location.path, .create, errorNumber: error) }
        return nil
    }
}
