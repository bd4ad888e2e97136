import Document
import Exact
import Maths
import Solver
import YAML

extension TemplateReader {
    /// Reads an instructor's text: CommonMark, with psgen's maths between backticks and TeX maths between dollars.
    ///
    /// Numbers that have to be worked out are noted where a text of the sheet shows them; the key may do so.
    mutating func blocks(_ node: Node, isForKey: Bool = false) -> [Block] {
        guard let text = text(node) else { return [] }
        revealing = []
        let formulas = TeXSpans(text)
        var displayed: [Maths] = []
        var errors: [ExpressionError] = []
        let blocks = CommonMark.blocks(from: formulas.text) { code in
            do throws(ExpressionError) {
                guard let formula = formulas.span(of: code) else { return try maths(code, in: text) }
                let maths = try tex(formula)
                if formula.isDisplayed { displayed.append(maths) }
                return maths
            } catch {
                errors.append(error)
                return nil
            }
        }
        for error in errors { report(error, in: node) }
        if !isForKey { revealed += revealing.map { node.range(ofUTF8: $0, in: file) } }
        return blocks.map { block in
            switch block {
            case .paragraph(let inlines):
                guard inlines.count == 1, case .maths(let maths) = inlines[0], displayed.contains(maths) else {
                    return block
                }
                return .display(maths)
            case .code(let code): return .code(formulas.restored(code))
            default: return block
            }
        }
    }

    private mutating func tex(_ formula: TeXSpans.Span) throws(ExpressionError) -> Maths {
        // What `$\eta$` shows is used, though it is no expression.
        used.formUnion(formula.tex.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
        do throws(TeXError) {
            return try TeX.maths(formula.tex)
        } catch {
            throw ExpressionError(error.advice, at: error.range.shifted(by: formula.start))
        }
    }

    /// How the template's names are written.
    var notation: Notation {
        let shapes = elaboration.quantities.mapValues { elaboration.graph[$0].shape }
        return notation(shapes: shapes.merging(shapesOfSymbols(lines)) { $1 })
    }

    private mutating func maths(_ code: String, in text: String) throws(ExpressionError) -> Maths? {
        do throws(ExpressionError) {
            let words = code.drop { $0 == " " }
            if words.first == "=" {
                let blank = String(repeating: " ", count: code.utf8.count - words.utf8.count + 1)
                return try value(of: blank + words.dropFirst(), at: offset(of: code, in: text))
            }
            let expression = try Parser.expression(code, names: names)
            if expression.names.contains(where: { broken.contains($0) }) { return nil }
            mention(expression)
            if case .name(let name) = expression.kind, elaboration.drawnFunctions[name] != nil {
                return notation.name(name)
            }
            // Elaborated on the side, so that unknown names and shapes that do not fit are found.
            var trial = elaboration
            _ = try trial.node(for: expression)
            return notation.written(expression).maths
        } catch {
            let start = offset(of: code, in: text)
            throw ExpressionError(error.message, at: error.range.shifted(by: start))
        }
    }

    /// The sheet's own numbers for an expression that begins at an offset of its text.
    private mutating func value(of code: String, at offset: Int) throws(ExpressionError) -> Maths? {
        let expression = try Parser.expression(code, names: names)
        if expression.names.contains(where: { broken.contains($0) }) { return nil }
        mention(expression)
        let node = try elaboration.node(for: expression)
        if !elaboration.graph.followsFromGiven(node, given: Set(given.map(\.name))) {
            revealing.append(expression.range.shifted(by: offset))
        }
        let entries = show(node)
        return entries.isEmpty ? nil : .array(entries, elaboration.graph[node].shape)
    }

    /// Where a code span's code begins; a space on each side of it is no part of it.
    private func offset(of code: String, in text: String) -> Int {
        let haystack = Array(text.utf8)
        for mark in ["`", "` "] {
            let needle = Array((mark + code).utf8)
            let starts = 0..<max(1, haystack.count - needle.count + 1)
            if let start = starts.first(where: { haystack[$0...].starts(with: needle) }) {
                return start + mark.utf8.count
            }
        }
        return 0
    }

    /// Reads how names are written.
    mutating func readSymbols(_ node: Node) {
        guard case .mapping(let entries) = node.kind else {
            return report("'symbols:' lists names, as in { W1: 'w^{(1)}' }", at: node)
        }
        for entry in entries {
            if entry.name == "layers", places["layers"] == nil {
                readLayers(entry.value)
                continue
            }
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
                report(ExpressionError(error.advice, at: error.range), in: entry.value)
            }
        }
    }
}

extension TemplateReader {
    /// Reads how the number of a layer stands above a name: `[l]`, `(l)` or `l`.
    private mutating func readLayers(_ node: Node) {
        if case .sequence(let items) = node.kind, items.count == 1, items[0].scalar?.text == "l" {
            layers = .brackets
            return
        }
        switch node.scalar?.text {
        case "[l]": layers = .brackets
        case "(l)": layers = .parentheses
        case "l": layers = .none
        default: report("'layers:' says how a layer's number stands above a name: '[l]', '(l)' or l", at: node)
        }
    }
}

extension TeXError {
    /// The message, with the command that was perhaps meant.
    fileprivate var advice: String {
        let meant = unknownCommand.flatMap { nearestName(to: $0, in: TeX.commands) }
        return message + (meant.map { "; did you mean '\\\($0)'?" } ?? "")
    }
}

extension Range<Int> {
    fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
