import Exact
import Solver
import YAML

extension TemplateReader {
    /// Reads `exact`, `{ decimals: 4 }`, `{ significant: 3 }` or `{ tolerance: 0.01 }`.
    mutating func readAnswerRule(_ node: Node) -> AnswerRule? {
        if node.scalar?.text == "exact" { return .exact }
        guard case .mapping(let entries) = node.kind, entries.count == 1 else {
            report("'answers:' is exact, { decimals: 4 }, { significant: 3 } or { tolerance: 0.01 }", at: node)
            return nil
        }
        let fields = Fields(entries, of: AnswerKey.self, in: &self)
        if let places = fields[.decimals] { return whole(places, in: 0...12).map { .decimals($0) } }
        if let digits = fields[.significant] { return whole(digits, in: 1...12).map { .significant($0) } }
        guard let width = fields[.tolerance], let number = number(width) else { return nil }
        guard number > .zero else {
            report("a tolerance is greater than 0; for none say 'answers: exact'", at: width)
            return nil
        }
        return .tolerance(number)
    }

    /// The answers that are asked exactly though they are real, each quantity once.
    func inexactAnswers(in template: Template) -> [Diagnostic] {
        guard template.rule == .exact || template.parts.contains(where: { $0.rule == .exact }) else { return [] }
        do throws(CalculationError) {
            _ = try Calculation(template)
        } catch .notExact(let columns) {
            var seen: Set<SourceRange> = []
            return columns.compactMap { column in
                guard let range = asked[column], seen.insert(range).inserted else { return nil }
                return .error(CalculationError.notExact([column]).message, at: range)
            }
        } catch {
            // What cannot be calculated at all is said where it is calculated.
        }
        return []
    }

    /// Reads how keys work gradients out.
    mutating func readStyle(_ node: Node) -> DerivationStyle {
        if let style = node.scalar.flatMap({ DerivationStyle(rawValue: $0.text) }) { return style }
        report("'style:' is chain, a product of derivatives, or backprop, one derivative after the other", at: node)
        return .chain
    }
}
