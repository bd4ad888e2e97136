import Solver
import Template

/// What each sheet of a set is made of: which template each of its problems takes, as which of that template's variants.
///
/// Both depend on the seed and the sheet's number alone.
package struct SetPlan: Sendable {
    /// The problems, in order.
    package let problems: [SetProblem]
    /// What computes the numbers of each template.
    package let calculations: [Calculation]
    /// How many sheets are different, if the others repeat them.
    package let versions: Int?
    private let seed: UInt64

    /// The plan of a set; `problems` name the templates by their places in `calculations`.
    package init(_ problems: [SetProblem], _ calculations: [Calculation], seed: UInt64, versions: Int? = nil) {
        self.problems = problems
        self.calculations = calculations
        self.seed = seed
        self.versions = versions
    }

    /// The plan of a set of one problem from one template.
    package init(_ calculation: Calculation) {
        self.init([SetChoice.always].problems, [calculation], seed: 0)
    }

    /// What stands before the names of a problem's columns: nothing where it is the only one, else its number and a dot.
    package func prefix(ofProblem problem: Int) -> String { problems.count > 1 ? "\(problem + 1)." : "" }

    /// The template that a problem takes on a sheet, both counted from 0, and which of its draws, before any is repeated.
    ///
    /// Of m templates, each stands once as each of the problems that share them in every m sheets.
    package func choice(ofProblem problem: Int, onSheet sheet: Int) -> (template: Int, draw: Int) {
        let problem = problems[problem]
        let variant = versions.map { sheet % $0 } ?? sheet
        let count = problem.templates.count
        guard count > 1 else { return (problem.templates.lowerBound, variant) }
        let (block, position) = variant.quotientAndRemainder(dividingBy: count)
        let order = KeyedPermutation(
            size: UInt128(count), seed: seed, purpose: "pick \(problem.templates.lowerBound) \(block)")
        let alternative = Int(order(UInt128((position + problem.place) % count)))
        return (problem.templates.lowerBound + alternative, block * problem.sharing + problem.place)
    }

    /// How many draws of a problem's templates a set of so many sheets takes.
    func draws(ofProblem problem: Int, sheets count: Int) -> Int {
        let problem = problems[problem]
        let variants = min(count, versions ?? count)
        return (variants + problem.templates.count - 1) / problem.templates.count * problem.sharing
    }
}
