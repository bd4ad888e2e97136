/// A known mistake at a place of the calculation, or at all of its places.
package struct PlacedMistake: Hashable, Sendable {
    /// Which mistake.
    package let mistake: Mistake
    /// The step that goes wrong; of several the first.
    package let node: NodeID
    /// What a student who makes it calculates instead.
    package let edits: [Edit]
    /// A clause to the student: "the bias b was not added in z₁".
    package let words: String
    /// Whether it is made wherever it can be.
    package let isEverywhere: Bool

    /// Whether both replace the same step, so that they cannot be made together.
    ///
    /// One number given for another and this one for that are no two mistakes either: each number would be explained by
    /// the other one alone, whatever both are.
    package func excludes(_ other: PlacedMistake) -> Bool {
        if mistake == .parameterForGradient, other.mistake == mistake, other.node == node { return true }
        return edits.contains { edit in other.edits.contains { edit.replaces($0) } }
    }
}

extension Edit {
    /// Whether both replace the same node, pull or derivative.
    fileprivate func replaces(_ other: Edit) -> Bool {
        switch (self, other) {
        case (.value(let node, _, _), .value(let second, _, _)): node == second
        case (.pull(let pull, _), .pull(let second, _)): pull == second
        case (.adjoint(let adjoint, _), .adjoint(let second, _)): adjoint == second
        case (.answers, .answers): true
        default: false
        }
    }
}
