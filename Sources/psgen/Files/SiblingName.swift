/// The hidden name beside a folder under which a process keeps it while it is unfinished or being replaced:
/// `.NAME.partial-PID`.
struct SiblingName: Equatable, Sendable {
    /// What the folder is.
    enum Purpose: String, CaseIterable, Sendable {
        /// A folder being filled, or, for a moment, the old one that it replaced.
        case partial
        /// The old folder, where the file system cannot exchange two names.
        case replaced
    }

    /// What the folder is.
    let purpose: Purpose
    /// The process that made it.
    let process: Int32

    /// The name beside a folder called `name`.
    func text(beside name: String) -> String {
        ".\(name).\(purpose.rawValue)-\(process)"
    }

    /// Makes a name for a process.
    init(_ purpose: Purpose, process: Int32) {
        self.purpose = purpose
        self.process = process
    }

    /// Reads a name beside a folder called `name`; nil unless it is exactly as `text(beside:)` writes it.
    init?(_ text: String, beside name: String) {
        guard let dash = text.utf8.lastIndex(of: UInt8(ascii: "-")),
            let process = Int32(text[text.utf8.index(after: dash)...]), process > 0
        else { return nil }
        for purpose in Purpose.allCases {
            self.init(purpose, process: process)
            // Bytes, because equal strings may be different names.
            if self.text(beside: name).utf8.elementsEqual(text.utf8) { return }
        }
        return nil
    }
}
