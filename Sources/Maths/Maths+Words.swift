extension Maths {
    /// Whether it is a matrix.
    var isMatrix: Bool {
        if case .matrix = self { true } else { false }
    }

    /// Whether it is a function whose name has several letters, applied to something.
    var isCallOfWord: Bool {
        if case .function(let name, _) = self { name.isWord } else { false }
    }

    /// Whether it is a name of several letters, perhaps with labels.
    var isWord: Bool {
        switch self {
        case .identifier(let word, _), .scripts(.identifier(let word, _), _, _): word.count > 1
        default: false
        }
    }
}
