import Document
import Exact
import Generator
import Maths
import Record
import Solver
import Template

/// Renders the sheets of a set, batch by batch, as bytes for whoever writes them.
package struct SetExporter: Sendable {
    /// What draws the sheets.
    package let generator: Generator
    /// Their codes.
    package let codes: SheetCodes
    /// Their tables.
    package let tables: SetTables
    private let forms: PageForms
    private let locations: [Location]

    /// How many sheets stand in one file of many.
    package static let sheetsPerFile = 200

    /// Prepares to export sheets drawn by a generator.
    package init(_ generator: Generator, codes: SheetCodes) {
        self.generator = generator
        self.codes = codes
        tables = SetTables(generator.calculation)
        forms = PageForms(generator.calculation)
        locations = generator.calculation.program.outputs[0]
    }

    /// Takes one sheet's or key's own page.
    package typealias PageSink = (_ code: String, _ page: [UInt8]) throws -> Void

    /// The page of several sheets, by their numbers from 1; each is also handed to `single`, if there is one.
    package func sheets(_ numbers: ClosedRange<Int>, single: PageSink?) throws -> [UInt8] {
        var page = Page(forms.sheetsPage, forms.sheetPage)
        try forEach(numbers) { code, machine, lane in
            try page.append(forms.sheet, code: code.text, single) {
                machine.number(at: locations[$0.index], lane: lane)
            }
        }
        return page.finished
    }

    /// The page of several keys, after a table of all their answers; each key is also handed to `single`.
    package func keys(_ numbers: ClosedRange<Int>, single: PageSink?) throws -> [UInt8] {
        var page = Page(forms.keysPage, forms.keyPage)
        var table: [UInt8] = []
        forms.table.opening.fill(into: &table, value: { _ in .real(.nan) }, text: { $0.name })
        let tableStart = page.bytes.count
        try forEach(numbers) { code, machine, lane in
            let text = code.text
            let number = { (id: ValueID) in machine.number(at: locations[id.index], lane: lane) }
            forms.table.row.fill(into: &table, value: number, text: { _ in text })
            try page.append(forms.key, code: text, single, number)
        }
        forms.table.closing.fill(into: &table, value: { _ in .real(.nan) }, text: { $0.name })
        page.bytes.insert(contentsOf: table, at: tableStart)
        return page.finished
    }

    /// The rows of several sheets in the set's three tables.
    package func rows(_ numbers: ClosedRange<Int>) throws -> (answers: [UInt8], key: [UInt8], given: [UInt8]) {
        var (answers, key, given) = (CSVWriter(), CSVWriter(), CSVWriter())
        try forEach(numbers) { code, machine, lane in
            tables.writeAnswers(of: code, to: &answers)
            tables.writeKey(of: code, from: machine, lane: lane, to: &key)
            tables.writeGiven(of: code, from: machine, lane: lane, to: &given)
        }
        return (answers.bytes, key.bytes, given.bytes)
    }

    /// Draws sheets and computes their numbers.
    private func forEach(
        _ numbers: ClosedRange<Int>, _ body: (SheetCode, Machine, _ lane: Int) throws -> Void
    ) throws {
        var drawer = generator.drawer()
        for first in stride(from: numbers.lowerBound, through: numbers.upperBound, by: Machine.width) {
            let count = min(Machine.width, numbers.upperBound - first + 1)
            try drawer.draw(sheets: first - 1, count: count, from: generator)
            for lane in 0..<count { try body(codes.code(of: first + lane), drawer.machine, lane) }
        }
    }

    /// A page of many, and the pages of one that go with it.
    private struct Page {
        var bytes: [UInt8] = []
        private let closing: Form
        private let one: (opening: Form, closing: Form)
        private var single: [UInt8] = []

        init(_ many: (opening: Form, closing: Form), _ one: (opening: Form, closing: Form)) {
            closing = many.closing
            self.one = one
            many.opening.fill(into: &bytes, value: { _ in .real(.nan) }, text: { $0.name })
        }

        mutating func append(
            _ form: Form, code: String, _ sink: PageSink?, _ number: (ValueID) -> Number
        ) throws {
            let start = bytes.count
            form.fill(into: &bytes, value: number, text: { _ in code })
            guard let sink else { return }
            single.removeAll(keepingCapacity: true)
            one.opening.fill(into: &single, value: number, text: { _ in code })
            single.append(contentsOf: bytes[start...])
            one.closing.fill(into: &single, value: number, text: { _ in code })
            try sink(code, single)
        }

        var finished: [UInt8] {
            var whole = bytes
            closing.fill(into: &whole, value: { _ in .real(.nan) }, text: { $0.name })
            return whole
        }
    }
}
