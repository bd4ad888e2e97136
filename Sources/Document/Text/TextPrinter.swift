import Exact
import Maths

/// Writes blocks as lines.
struct TextPrinter {
    let width: Int
    let isStyled: Bool
    let value: (ValueID) -> Number
    let text: (TextSlot) -> String

    /// Blocks with an empty line between each two; lines end without spaces.
    func lines(_ blocks: [Block]) -> [String] {
        let written = blocks.map(lines).filter { !$0.isEmpty }
        return Array(written.joined(separator: [""])).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func lines(_ block: Block) -> [String] {
        switch block {
        case .title(let title, let aside):
            let words = [words(title), words(aside)].filter { !$0.isEmpty }
            return [bold(words.joined(separator: "  "))]
        case .fields(let fields):
            return [fields.map { "\($0.label) \(words($0.content))" }.joined(separator: "  ")]
        case .heading(let content, _): return [bold(words(content))]
        case .paragraph(let content): return paragraph(content)
        case .list(let list):
            return list.items.enumerated().flatMap { index, item in
                indented(item, behind: list.start.map { "\($0 + index). " } ?? "• ")
            }
        case .quote(let blocks): return indented(blocks, behind: "  ")
        case .code(let text):
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return (lines.last == "" ? lines.dropLast() : lines).map { plain($0) }
        case .thematicBreak: return [String(repeating: "─", count: min(width, 40))]
        case .display(let maths): return UnicodeText.block(maths, value: value).lines
        case .formulas(let formulas): return beside(formulas)
        case .equations(let equations):
            return UnicodeText.block(aligned: equations, width: width, value: value).lines
        case .table(let table): return lines(table)
        case .picture(let picture): return paragraph([.text("[\(picture.alternative)]")])
        case .part(let part):
            let points = words(part.points)
            let own = narrower(by: 2).lines(part.blocks).map { "  " + $0 }
            return [bold("(\(part.label))" + (points.isEmpty ? "" : " \(points)"))] + own
        case .answers(let boxes):
            return boxes.map { box in
                (box.part.isEmpty ? "" : "(\(box.part)) ") + words(box.label) + ": " + words(box.content)
            }
        case .group(let blocks): return lines(blocks)
        case .workspace, .pageBreak: return []
        }
    }

    private func narrower(by margin: Int) -> TextPrinter {
        TextPrinter(width: max(20, width - margin), isStyled: isStyled, value: value, text: text)
    }

    /// Blocks to the right of a mark.
    private func indented(_ blocks: [Block], behind mark: String) -> [String] {
        let margin = String(repeating: " ", count: mark.count)
        return narrower(by: mark.count).lines(blocks).enumerated().map { ($0 == 0 ? mark : margin) + $1 }
    }

    /// Formulas beside one another, as many a line as fit.
    private func beside(_ formulas: [Maths]) -> [String] {
        var rows: [TextBlock] = []
        for formula in formulas.map({ UnicodeText.block($0, value: value) }) {
            if let last = rows.last, last.width + 4 + formula.width <= width {
                rows[rows.count - 1] = last.beside(TextBlock("    ")).beside(formula)
            } else {
                rows.append(formula)
            }
        }
        let areApart = rows.contains { $0.lines.count > 1 }
        return Array(rows.map(\.lines).joined(separator: areApart ? [""] : []))
    }

    private func lines(_ table: Table) -> [String] {
        let cells = ([table.header].filter { !$0.isEmpty } + table.rows).map { row in row.map(words) }
        let widths = (cells.first?.indices ?? 0..<0).map { column in
            cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        let lines = cells.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                let isRight = column < table.alignments.count && table.alignments[column] == .right
                return isRight ? padding + cell.0 : cell.0 + padding
            }.joined(separator: "  ")
        }
        guard !table.header.isEmpty else { return lines }
        let rule = String(repeating: "─", count: max(0, widths.reduce(-2) { $0 + $1 + 2 }))
        return [lines[0], rule] + lines.dropFirst()
    }

    /// Words broken into lines between them.
    private func paragraph(_ inlines: [Inline]) -> [String] {
        words(inlines).split(separator: "\n", omittingEmptySubsequences: false).flatMap { text -> [String] in
            var lines: [String] = []
            for word in text.split(separator: " ") {
                if let last = lines.last, last.count + 1 + word.count <= width {
                    lines[lines.count - 1] = last + " " + word
                } else {
                    lines.append(String(word))
                }
            }
            return lines
        }
    }

    private func words(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): plain(text)
            case .slot(let slot): plain(self.text(slot))
            case .emphasis(let inner), .strong(let inner): words(inner)
            case .code(let text): plain(text)
            case .maths(let maths): UnicodeText.line(maths, value: value)
            case .link(let inner, let address): "\(words(inner)) (\(plain(address)))"
            case .lineBreak: "\n"
            }
        }.joined()
    }

    /// A text without characters that would command the terminal.
    private func plain(_ text: some StringProtocol) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    private func bold(_ text: String) -> String {
        let line = text.split(separator: "\n").joined(separator: " ")
        return isStyled && !line.isEmpty ? "\u{1B}[1m\(line)\u{1B}[0m" : line
    }
}
