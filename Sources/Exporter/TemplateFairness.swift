import Document
import Exact
import Generator
import Maths
import Solver
import Template

/// What a certificate says of the variants of one template.
struct TemplateFairness {
    let generator: Generator
    let figures: VariantFigures
    /// Whether the set is made from this template alone.
    let isOnly: Bool

    private var standards: Standards { generator.standards }
    private var columns: [String] { generator.calculation.asked.map(\.column) }

    var blocks: [Block] {
        var blocks: [Block] = []
        if !isOnly {
            blocks.append(.heading([.text(generator.template.title)], level: 1))
            blocks.append(.heading([.text("Its work")], level: 2))
            blocks.append(.table(WorkTable(figures.works, bands: standards.bands).table))
        }
        blocks.append(.heading([.text("Mistakes that show")], level: isOnly ? 1 : 2))
        blocks += mistakes
        blocks.append(.heading([.text("Signs of the answers")], level: isOnly ? 1 : 2))
        blocks.append(.table(signs))
        return blocks
    }

    private var mistakes: [Block] {
        guard !figures.mistakes.isEmpty else {
            return [.paragraph([.text("No mistake that psgen knows can be made in this problem.")])]
        }
        let everywhere = figures.mistakes.indices.filter { figures.shown[$0] == figures.count }
        let words =
            "\(everywhere.count) of \(figures.mistakes.count) mistakes that psgen knows for this problem change an answer on"
            + " every sheet: whoever makes one loses points, whichever sheet it is. The numbers are the shares of the"
            + " sheets on which the mistake changes each quantity, in percent."
        var blocks: [Block] = [.paragraph([.text(words)]), .table(matrix)]
        let pairs = standards.apart.count + standards.alike.count
        if pairs > 0 {
            let words =
                "Of the \(standards.shown.count) mistakes that had to show, \(standards.apart.count) of \(pairs) pairs lead to"
                + " different answers on every sheet, and \(standards.clear.count) never look like a mere slip."
            blocks.append(.paragraph([.text(words)]))
        }
        if !standards.excused.isEmpty {
            blocks.append(.paragraph([.text("These did not have to show:")]))
            blocks.append(
                .list(
                    List(
                        standards.excused.map { excused in
                            let words = generator.mistakes[excused.mistake].words
                            return [.paragraph([.text("\(words): \(generator.reason(for: excused))")])]
                        })))
        }
        return blocks
    }

    private var matrix: Table {
        Table(
            alignments: [.left, .right] + figures.quantities.map { _ in .right },
            header: (["Mistake", "any"] + figures.quantities).map { [.text($0)] },
            rows: figures.mistakes.indices.map { mistake in
                [[.text(figures.mistakes[mistake].words)], [percent(figures.shown[mistake])]]
                    + figures.shownByQuantity[mistake].map { [percent($0)] }
            })
    }

    private var signs: Table {
        Table(
            alignments: [.left, .right, .right, .right],
            header: ["Answer", "negative", "0", "positive"].map { [.text($0)] },
            rows: zip(columns, figures.signs).map { column, signs in
                [[.text(column)], [percent(signs.negative)], [percent(signs.zero)], [percent(signs.positive)]]
            })
    }

    /// A share of the variants; nothing for none.
    private func percent(_ count: Int) -> Inline {
        guard count > 0 else { return .text("") }
        let share = 100 * Double(count) / Double(max(1, figures.count))
        return .text(share < 1 ? "<1" : "\(Int(count == figures.count ? share : min(99, share.rounded())))")
    }
}
