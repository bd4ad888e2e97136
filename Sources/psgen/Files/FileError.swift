#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Something that could not be done with a file or folder.
struct FileError: Error, Equatable {
    /// What was tried.
    enum Attempt: String, Sendable {
        case read, write, create, replace, remove
    }

    /// Why it failed.
    enum Reason: Equatable, Sendable {
        /// There is nothing of this name.
        case missing
        /// A folder where a file is needed.
        case isFolder
        /// A file, or a part of the path that is one, where a folder is needed.
        case notFolder
        /// A device, a pipe or a socket.
        case notOrdinaryFile
        /// More bytes than the limit.
        case tooLarge(limit: Int)
        /// No permission.
        case denied
        /// A file system that cannot be written to.
        case readOnly
        /// The disk, or the user's share of it, is full.
        case noSpace
        /// Something has this name already.
        case exists
        /// A folder that holds neither such output nor nothing, a link or a file: not to be replaced.
        case notOutput(OutputKind)
        /// The working folder or one that it is in: not to be replaced.
        case holdsWorkingFolder
        /// A path that does not end in a name, such as `..`, or has a NUL in it.
        case notName
        /// A name longer than the file system allows.
        case nameTooLong
        /// Standard input or output that the caller has closed.
        case closed
        /// The reader of standard output has gone.
        case closedPipe
        /// Another error of the system, by its number.
        case system(Int32)
    }

    /// The path as the user knows it.
    let path: String
    /// What was tried.
    let attempt: Attempt
    /// Why it failed.
    let reason: Reason
}

extension FileError {
    /// An error of the system, by its number.
    init(_ path: String, _ attempt: Attempt, errorNumber: Int32) {
        self.init(path: path, attempt: attempt, reason: Reason(errorNumber: errorNumber))
    }
}

extension FileError.Reason {
    /// The meaning of an error number of the system.
    init(errorNumber: Int32) {
        self =
            switch errorNumber {
            case ENOENT: .missing
            case EISDIR: .isFolder
            case ENOTDIR: .notFolder
            case ENXIO, ENODEV: .notOrdinaryFile
            case EACCES, EPERM: .denied
            case EROFS: .readOnly
            case ENOSPC, EDQUOT: .noSpace
            case EEXIST, ENOTEMPTY: .exists
            case ENAMETOOLONG: .nameTooLong
            case EBADF: .closed
            case EPIPE: .closedPipe
            default: .system(errorNumber)
            }
    }
}

extension FileError: CustomStringConvertible {
    /// What was tried, why it failed and what to do, in one or two sentences.
    var description: String {
        let (cause, advice) = explanation
        return "Cannot \(attempt.rawValue) '\(path)': \(cause)." + (advice.isEmpty ? "" : " " + advice)
    }

    private var explanation: (cause: String, advice: String) {
        switch reason {
        case .missing: ("there is no such file or folder", "Check the name, and the folder you are in.")
        case .isFolder: ("it is a folder", "Name a file.")
        case .notFolder: ("a file stands where a folder is needed", "Name another folder.")
        case .notOrdinaryFile: ("it is a pipe or a device", "Name an ordinary file.")
        case .tooLarge(let limit): ("it is larger than \(Self.size(limit))", "Name a smaller file.")
        case .denied: ("you have no permission", "Change its permissions, or choose another place.")
        case .readOnly: ("the disk is read-only", "Choose a place on another disk.")
        case .noSpace: ("no space left on the disk", "Free some space, or choose another place.")
        case .exists: ("it exists already", "Choose another name, or give --replace.")
        case .notOutput(.set): ("it is not a set made by psgen", "Remove it yourself, or choose another name.")
        case .notOutput(.feedback):
            ("it holds what is no feedback made by psgen", "Move that elsewhere, or choose another place with --out.")
        case .holdsWorkingFolder: ("you are working in it", "Change to another folder, or choose another name.")
        case .notName: ("the path does not end in a name", "Add the name of a new folder.")
        case .nameTooLong: ("the name is too long", "Choose a shorter one.")
        case .closed: ("it is closed", "")
        case .closedPipe: ("the program that read it has ended", "")
        case .system(let number): (String(cString: strerror(number)), "")
        }
    }

    private static func size(_ bytes: Int) -> String {
        for (unit, shift) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] where bytes >= 1 << shift {
            return "\(bytes >> shift) \(unit)"
        }
        return "\(bytes) bytes"
    }
}
