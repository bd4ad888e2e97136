import Solver
import Template

/// How many draws a rule rejects by itself.
package struct Rejection: Hashable, Sendable {
    /// The rule.
    package let rule: Rule
    /// Between 0 and 1.
    package let share: Double

    /// The share, at the right of a column, and what the rule asks for.
    package func line(in template: Template, width: Int) -> String {
        let percent = Int((share * 100).rounded())
        let text = percent == 0 ? "under 1%" : "\(percent)%"
        return String(repeating: " ", count: max(0, width - text.count)) + text + "  " + rule.description(in: template)
    }
}

/// Why sheets cannot be drawn.
package enum GeneratorError: Error, Hashable, Sendable {
    /// The template cannot be calculated.
    case calculation(CalculationError)
    /// No variant satisfied the rules, of all there are or of those tried.
    case noVariant([Rejection], tries: Int, isComplete: Bool)
    /// There are fewer variants than sheets.
    case tooFew(available: UInt128, count: Int, [Rejection])
    /// A sheet's block held no acceptable variant, against all odds.
    case exhausted(sheet: Int)
    /// A number of a fixed template does not exist.
    case undefined(String, Failure?)
    /// A fixed template breaks its own requirement.
    case contradiction(String)

    /// What to tell the instructor, in one line or several.
    package func message(for template: Template) -> String {
        switch self {
        case .calculation(let error):
            return error.message
        case .noVariant(let rejections, let tries, let isComplete):
            let tried = isComplete ? "none of the \(tries) variants satisfies" : "none of \(tries) draws satisfied"
            return "\(tried) all rules; by itself each rejects:" + Self.table(rejections, template)
        case .tooFew(let available, let count, let rejections):
            let table = rejections.isEmpty ? "" : "; by itself each rule rejects:" + Self.table(rejections, template)
            return "there are only \(available) different variants, not \(count); draw from more numbers"
                + " or make fewer sheets" + table
        case .exhausted(let sheet):
            return "no acceptable variant was found for sheet \(sheet + 1); make fewer sheets or relax a requirement"
        case .undefined(let name, let failure):
            return "'\(name)' cannot be computed" + (failure.map { ": \($0.rawValue)" } ?? "")
        case .contradiction(let text):
            return "the numbers of this template do not satisfy its own requirement '\(text)'"
        }
    }

    private static func table(_ rejections: [Rejection], _ template: Template) -> String {
        rejections.map { "\n  " + $0.line(in: template, width: 8) }.joined()
    }
}
