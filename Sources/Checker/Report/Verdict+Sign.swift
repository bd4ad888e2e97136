extension Verdict {
    /// A sign that tells it from the others without colour.
    var sign: String {
        switch self {
        case .correct: "✓"
        case .followsThrough: "→"
        case .explained: "!"
        case .wrong: "✗"
        case .blank: "○"
        case .unreadable: "?"
        }
    }

    /// What the sign means, in a legend.
    var meaning: String {
        switch self {
        case .correct: "right"
        case .followsThrough: "follows from the student's own earlier answers"
        case .explained: "a known mistake"
        case .wrong: "wrong"
        case .blank: "blank"
        case .unreadable: "cannot be read"
        }
    }
}
