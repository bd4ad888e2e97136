import Document
import Exact
import Maths
import Solver
import YAML

extension TemplateReader {
    /// Reads an instructor's text: CommonMark, with psgen's maths between backticks.
    mutating func blocks(_ node: Node) -> [Block] {
        guard let text = text(node) else { return [] }
        do throws(CodeSpanError) {
            return try CommonMark.blocks(from: text) { code throws(CodeSpanError) in
                try maths(code)
            }
        } catch {
            let start = offset(of: error.code, in: text)
            report(ExpressionError(error.error.message, at: error.error.range.shifted(by: start)), in: node)
            return []
        }
    }

    /// How the template's names are written.
    var notation: Notation {
        let shapes = elaboration.quantities.mapValues { elaboration.graph[$0].shape }
        return notation(shapes: shapes.merging(shapesOfSymbols(lines)) { $1 })
    }

    /// A mistake between backticks.
    private struct CodeSpanError: Error {
        let code: String
        let error: ExpressionError
    }

    private mutating func maths(_ code: String) throws(CodeSpanError) -> Maths? {
        do throws(ExpressionError) {
            let expression = try Parser.expression(code, names: names)
            if expression.names.contains(where: { broken.contains($0) }) { return nil }
            showDrawnNames(in: expression)
            if case .name(let name) = expression.kind, elaboration.drawnFunctions[name] != nil {
                return notation.name(name)
            }
            // Elaborated on the side, so that unknown names and shapes that do not fit are found.
            var trial = elaboration
            _ = try trial.node(for: expression)
            return notation.written(expression).maths
        } catch {
            throw CodeSpanError(code: code, error: error)
        }
    }

    private func offset(of code: String, in text: String) -> Int {
        let (haystack, needle) = (Array(text.utf8), Array("`\(code)`".utf8))
        let starts = 0..<max(1, haystack.count - needle.count + 1)
        return starts.first { haystack[$0...].starts(with: needle) }.map { $0 + 1 } ?? 0
    }

    /// Reads how names are written.
    mutating func readSymbols(_ node: Node) {
        guard case .mapping(let entries) = node.kind else {
            return report("'symbols:' lists names, as in { W1: 'w^{(1)}' }", at: node)
        }
        for entry in entries {
            guard places[entry.name] != nil else {
                let offer =
                    nearestName(to: entry.name, in: places.keys.sorted()).map { "; did you mean '\($0)'?" } ?? ""
                report("there is no quantity '\(entry.name)'\(offer)", at: entry.key)
                continue
            }
            guard let text = text(entry.value) else { continue }
            do throws(TeXError) {
                symbols[entry.name] = try TeX.maths(text)
            } catch {
                report(ExpressionError(error.message, at: error.range), in: entry.value)
            }
        }
    }
}

extension Range<Int> {
    fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
