#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension OutputLocation {
    /// Whether anything, even a broken link, has the name.
    var isTaken: Bool {
        var status = stat()
        return fstatat(parent.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Throws unless what is there may be lost: a folder that holds what will replace it or nothing, and that nobody works
    /// in.
    func checkReplaceable(by kind: OutputKind) throws(FileError) {
        guard let folder = Descriptor.folder(name, in: parent.number, flags: O_NOFOLLOW) else {
            let isOther = errno == ENOTDIR || errno == ELOOP
            throw isOther ? refusal(.notOutput(kind)) : FileError(path, .replace, errorNumber: errno)
        }
        if isAboveWorkingFolder(folder) { throw refusal(.holdsWorkingFolder) }
        switch kind.isHeld(by: folder) {
        case .success(true): return
        case .success(false): throw refusal(.notOutput(kind))
        case .failure(let error): throw FileError(path, .replace, errorNumber: error.number)
        }
    }

    private func refusal(_ reason: FileError.Reason) -> FileError {
        FileError(path: path, attempt: .replace, reason: reason)
    }
}

/// Whether a folder is the working folder or holds it at any depth.
private func isAboveWorkingFolder(_ folder: Descriptor) -> Bool {
    let sought = Identity(folder)
    var current = Descriptor.folder(".")
    while let here = current {
        let identity = Identity(here)
        if identity == sought { return true }
        guard let above = Descriptor.folder("..", in: here.number), Identity(above) != identity else { return false }
        current = above
    }
    return false
}

/// What makes two descriptors the same folder.
private struct Identity: Equatable {
    let device: dev_t
    let file: ino_t

    init(_ descriptor: Descriptor) {
        var status = stat()
        _ = fstat(descriptor.number, &status)
        device = status.st_dev
        file = status.st_ino
    }
}
