#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a folder of the output holds, by which one that may be replaced is known.
enum OutputKind: Sendable {
    /// A set, known by its record.
    case set
    /// Pages of feedback, known by their names: whatever else is there is somebody's own.
    case feedback

    /// Whether a folder holds this and may be lost, or nothing.
    func isHeld(by folder: Descriptor) -> Result<Bool, ErrorNumber> {
        if self == .set {
            var status = stat()
            let holdsSet =
                fstatat(folder.number, "instructor/set.json", &status, AT_SYMLINK_NOFOLLOW) == 0
                && status.st_mode & S_IFMT == S_IFREG
            if holdsSet { return .success(true) }
        }
        let foreign: Int32 = -1
        let error = forEachName(in: folder) { name in
            self == .feedback && Self.isFeedback(String(cString: name), in: folder) ? 0 : foreign
        }
        return error == 0 || error == foreign ? .success(error == 0) : .failure(ErrorNumber(number: error))
    }

    /// Whether a name is of a page of feedback, or of a folder that holds nothing else.
    private static func isFeedback(_ name: String, in folder: Descriptor) -> Bool {
        let pieces = name.split(separator: "-", omittingEmptySubsequences: false)
        if name.hasSuffix(".html") {
            if name.hasPrefix("feedback") { return true }
            let letters = pieces.last?.dropLast(5) ?? ""
            return pieces.count == 2 && isNumber(pieces[0]) && letters.utf8.count == 4
                && letters.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
        }
        guard pieces.count == 2, pieces.allSatisfy(isNumber),
            let inner = Descriptor.folder(name, in: folder.number, flags: O_NOFOLLOW)
        else { return false }
        let foreign: Int32 = -1
        return forEachName(in: inner) { inside in
            let inside = String(cString: inside)
            return inside.hasSuffix(".html") && isFeedback(inside, in: inner) ? 0 : foreign
        } == 0
    }

    private static func isNumber(_ text: Substring) -> Bool {
        text.utf8.count >= 3 && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
}

/// An error of the system.
struct ErrorNumber: Error {
    let number: Int32
}
