import Solver

/// What a survey of a template's variants found.
package struct SurveyFindings: Sendable {
    /// What one kind of rule leaves.
    package struct Step: Sendable {
        /// The last of the rules that draws have passed.
        package let rule: Rule
        /// The share of all draws that is left.
        package let share: Double
    }

    /// In the order in which rules are tested.
    package let steps: [Step]
    /// The rules that are not kept, or not everywhere, since hardly a variant would be left.
    package let dropped: [DroppedRule]
    /// The work of variants that pass all rules but those of work.
    package let works: [Work]
    /// Variants that pass all rules.
    let typical: [UInt128]
    /// About how many variants there are that pass all rules.
    package let acceptable: Double
    /// By which share of itself the number may be wrong; 0 where all variants were tried.
    package let error: Double
}

/// A rule of which conditions are not kept.
package struct DroppedRule: Sendable {
    package let rule: Rule
    /// How many of its conditions are not kept, of all.
    package let dropped: Int
    package let all: Int
}
