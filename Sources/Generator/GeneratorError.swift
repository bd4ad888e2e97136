import Solver
import Template

/// Why sheets cannot be drawn.
package enum GeneratorError: Error, Hashable, Sendable {
    /// The template cannot be calculated.
    case calculation(CalculationError)
    /// No variant satisfied the rules, of all there are or of those tried.
    case noVariant([Rejection], tries: Int, isComplete: Bool)
    /// No variant of those looked at lies within bands of work that the template gives.
    case outsideBands([WorkCount: ClosedRange<Int>], [Work])
    /// There are fewer variants than sheets; what rules reject by themselves, and others of what is left.
    case tooFew(available: UInt128, count: Int, [Rejection], rest: [Rejection] = [])
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
                + Self.advice(rejections, template)
        case .outsideBands(let bands, let works):
            let lines = WorkCount.allCases.compactMap { count in
                bands[count].map { Self.line(count, $0, works.map { $0[count] }) }
            }
            return "no variant has as much work as 'variants: { work: … }' asks for:" + lines.joined()
        case .tooFew(let available, let count, let rejections, let rest):
            let more = rest.isEmpty ? "" : "\nof what is left reject:" + Self.table(rest, template)
            let table = rejections.isEmpty ? "" : "; by itself each rule rejects:" + Self.table(rejections, template)
            return "there are only \(available) different variants, not \(count); draw from more numbers"
                + " or make fewer sheets" + table + more
        case .exhausted(let sheet):
            return "no acceptable variant was found for sheet \(sheet + 1); make fewer sheets or relax a requirement"
        case .undefined(let name, let failure):
            return "'\(name)' cannot be computed" + (failure.map { ": \($0.rawValue)" } ?? "")
        case .contradiction(let text):
            return "the numbers of this template do not satisfy its own requirement '\(text)'"
        }
    }

    /// Which rule to relax first, where that would help.
    private static func advice(_ rejections: [Rejection], _ template: Template) -> String {
        guard let most = rejections.max(by: { $0.others < $1.others }), most.others > 0 else {
            return rejections.count > 1
                ? "\n  no rule alone is to blame; relax the first of these, or draw from more numbers" : ""
        }
        return "\n  without '\(most.rule.description(in: template))', \(Rejection.percent(most.others)) of the draws"
            + " satisfy the rest"
    }

    private static func line(_ count: WorkCount, _ band: ClosedRange<Int>, _ found: [Int]) -> String {
        let inside = found.count { band.contains($0) }
        let share = inside == 0 ? "none" : Rejection.percent(Double(inside) / Double(max(1, found.count)))
        return "\n  \(count.rawValue): \(band.lowerBound)..\(band.upperBound), which \(share) of the variants keeps;"
            + " they have \(found.min() ?? 0)..\(found.max() ?? 0)"
    }

    private static func table(_ rejections: [Rejection], _ template: Template) -> String {
        rejections.map { "\n  " + $0.line(in: template, width: 8) }.joined()
    }
}
