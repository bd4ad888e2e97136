/// A folder that is written whole or not at all.
///
/// It is filled under a hidden name beside its place and renamed at the end. Unless it is committed it is removed
/// again: when it is discarded or let go of, when a signal interrupts the process, or, after a kill that cannot be
/// noticed, by the next process that writes the same folder.
final class OutputFolder {
    /// The folder to be filled.
    let root: Folder
    /// Nil where nothing is replaced.
    private let kind: OutputKind?
    private let partial: PartialFolder
    private let watch: InterruptWatch?

    /// Makes the hidden folder, and the folders that it is in if they are missing.
    ///
    /// - Parameters:
    ///   - replacing: whether a folder that has the name already is replaced: only one that holds the same or nothing.
    ///   - kind: what it will hold.
    ///   - watch: lets an interrupt remove the folder.
    init(
        at path: String, replacing: Bool = false, as kind: OutputKind = .set, watch: InterruptWatch? = nil
    ) throws(FileError) {
        self.kind = replacing ? kind : nil
        let partial = PartialFolder()
        self.partial = partial
        // Watching before the first folder is made: none is left behind.
        self.watch = watch
        watch?.add(partial)
        root = try partial.create(at: path, replacing: self.kind)
    }

    deinit {
        partial.discard()
    }

    /// Gives the folder its name; all its files must be closed.
    ///
    /// If there is an old one it is exchanged and then removed: at each moment one of the two is there.
    func commit() throws(FileError) {
        try partial.commit(replacing: kind)
    }

    /// Removes the folder, unless it was committed.
    func discard() {
        partial.discard()
    }
}
