#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension OutputLocation {
    /// Clears away what processes that were killed left beside the folder.
    ///
    /// A folder that one of them had put aside, but not yet replaced, gets its name back.
    /// What cannot be removed stays: it hinders nobody.
    func removeLeftOvers() {
        var names: [(text: String, sibling: SiblingName)] = []
        _ = forEachName(in: parent) { entry in
            if let text = String(validatingCString: entry), let sibling = SiblingName(text, beside: name) {
                names.append((text, sibling))
            }
            return 0
        }
        for (text, sibling) in names where isAbandoned(text, by: sibling.process) {
            if sibling.purpose == .replaced && !isTaken {
                _ = renameat(parent.number, text, parent.number, name)
            } else {
                _ = removeTree(text, in: parent.number)
            }
        }
    }

    /// Whether it is a folder whose process has ended.
    ///
    /// The lock tells apart processes of one number, as in containers that share a disk.
    private func isAbandoned(_ text: String, by process: Int32) -> Bool {
        guard let folder = Descriptor.folder(text, in: parent.number, flags: O_NOFOLLOW) else { return false }
        if flock(folder.number, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK { return false }
        return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
    }
}
