import Document
import Exact
import Generator
import Maths
import Record
import Solver
import Template

/// The page that proves that the sheets of a set are fair: as much work on each, and every mistake shown by all.
///
/// It holds no given number, and of answers only how many are negative, 0 and positive.
package struct Certificate {
    private let generator: SetGenerator
    private let title: String
    private let codes: SheetCodes
    private let figures: SetFigures

    /// Sheets are listed one by one up to this number.
    package static let listedSheets = 2000

    /// The certificate of a set whose sheets have these codes.
    package init(_ set: SetGenerator, title: String, codes: SheetCodes, _ figures: SetFigures) {
        generator = set
        self.title = title
        self.codes = codes
        self.figures = figures
    }

    /// The page; it needs no other file.
    package var page: [UInt8] {
        let blocks = self.blocks
        let page = HTMLPage(
            title: [.text("Fairness: " + title)], ownStyle: blocks.ownStyle + HTMLPage.tableStyle + Self.style)
        var bytes: [UInt8] = []
        for form in [page.opening, HTML.sheet(blocks), page.closing] {
            form.fill(into: &bytes, value: { _ in .exact(.undefined) }, text: { $0.name })
        }
        return bytes
    }

    private var blocks: [Block] {
        let count = figures.sheets.count
        var blocks: [Block] = [
            .title([.text("Fairness: " + title)], aside: []),
            .paragraph([
                .text(
                    "\(count) \(count == 1 ? "sheet" : "sheets"). Every sheet has numbers of its own; this page shows how"
                        + " alike the work on them is, and which mistakes each of them brings to light. It tells no given"
                        + " number, and of answers only signs and zeros that all sheets share."
                )
            ]),
            .heading([.text("The work of all sheets")], level: 1), .paragraph([.text(Self.reading)]),
            .table(WorkTable(figures.sheets, bands: bands).table),
            .picture(TimeHistogram(figures.sheets).picture),
            .paragraph([.text(timeSentence(figures.sheets))]),
        ]
        for (template, figures) in figures.templates.enumerated() {
            blocks +=
                TemplateFairness(
                    generator: generator.generators[template], figures: figures, isOnly: generator.generators.count == 1
                ).blocks
        }
        blocks.append(.heading([.text("Sheet by sheet")], level: 1))
        blocks.append(.table(sheets))
        if count > Self.listedSheets {
            blocks.append(
                .paragraph([.text("… and \(count - Self.listedSheets) more, all within the ranges above.")]))
        }
        return blocks
    }

    /// Many columns of numbers stand beside sentences.
    private static let style = "article table{font-size:.85em}td:first-child{white-space:normal;min-width:9em}\n"

    private static let reading =
        "Counted is what a person does who works a sheet out by hand: products that are not with 0, 1 or −1; the pairs of"
        + " digits multiplied in them; sums of numbers that are not 0; operations with fractions; units that are not"
        + " switched off. The predicted time is a rough model of these: 3 seconds a product and 2 a pair of digits, 3 a sum"
        + " and 1 a carry, 5 a fraction, ½ a sign. No variant outside a band was used."

    private func timeSentence(_ works: [Work]) -> String {
        "Without the fastest and the slowest twentieth of the sheets, the longest takes"
            + " \(Number.real(works.timeSpread).text(.decimals(2))) times as long as the shortest (95th to 5th percentile)."
    }

    /// Those of the only template; of several each has its own.
    private var bands: [WorkCount: ClosedRange<Int>] {
        generator.generators.count == 1 ? generator.generators[0].standards.bands : [:]
    }

    private var sheets: Table {
        let counts = WorkCount.allCases.filter(figures.sheets.occurs)
        let names = ["Sheet"] + counts.map(\.name) + ["signs", "carries", "vanishing", "time, s"]
        return Table(
            alignments: [.left] + names.dropFirst().map { _ in .right }, header: names.map { [.text($0)] },
            rows: figures.sheets.prefix(Self.listedSheets).enumerated().map { index, work in
                let numbers = counts.map { work[$0] } + [work.signs, work.carries, work.vanishing]
                return [[.text(codes.code(of: index + 1).text)]] + numbers.map { [.text("\($0)")] }
                    + [[.text("\(Int(work.seconds.rounded()))")]]
            })
    }
}
