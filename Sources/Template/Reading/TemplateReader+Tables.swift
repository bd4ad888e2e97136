import Maths
import Solver
import YAML

/// The keys of a table.
enum TableKey: String, FieldKey { case rows, show, find }

extension TemplateReader {
    /// The most rows, columns and numbers that a table may have: what fits on a page, and more.
    private static let mostRows = 40
    private static let mostColumns = 20
    private static let mostNumbers = 1000

    /// Reads `{ rows: k in 1..4, show: 'w_{k-1}, X[k,:]', find: 's_{k}, w_{k}' }`; what it asks, row by row, is appended
    /// to `asked`.
    mutating func readTable(_ node: Node, into asked: inout [AskedItem]) -> AskedTable? {
        guard case .mapping(let entries) = node.kind else {
            report("a table has keys, as in { rows: k in 1..4, show: 'X[k,:]', find: 'z_{k}' }", at: node)
            return nil
        }
        let fields = Fields(entries, of: TableKey.self, in: &self)
        guard let rows = fields[.rows] else {
            report("'rows:' is missing: what the rows count, as in 'rows: k in 1..4'", at: node)
            return nil
        }
        guard let range = readRows(rows) else { return nil }
        if fields[.show] == nil && fields[.find] == nil {
            report("a table has columns: 'show:' what is to be read, 'find:' what is asked", at: node)
            return nil
        }
        let shown = fields[.show].map { columns($0, range) } ?? []
        let found = fields[.find].map { columns($0, range) } ?? []
        guard let shown, let found else { return nil }
        guard shown.count + found.count <= Self.mostColumns else {
            report("a table has at most \(Self.mostColumns) columns", at: node)
            return nil
        }
        var numbers = 0
        var cells = Array(repeating: [AskedTable.Cell](), count: shown.count + found.count)
        for row in range.values.indices {
            for (index, column) in shown.enumerated() {
                guard let cell = shownCell(column.rows[row], in: column.node, &numbers) else { return nil }
                cells[index].append(cell)
            }
            for (index, column) in found.enumerated() {
                do throws(ExpressionError) {
                    guard let quantity = try askedQuantity(column.rows[row], in: column.node) else { return nil }
                    cells[shown.count + index].append(.asked(asked.count))
                    asked.append(AskedItem(quantity: quantity, written: column.written))
                } catch {
                    report(error, in: column.node)
                    return nil
                }
            }
        }
        return AskedTable(
            variable: range.variable, rows: range.values,
            columns: zip(shown + found, cells).enumerated().map { index, column in
                .init(heading: heading(column.0, range), isAsked: index >= shown.count, cells: column.1)
            })
    }

    private mutating func readRows(_ node: Node) -> LoopRange? {
        guard let text = text(node) else { return nil }
        do throws(ExpressionError) {
            let range = try LoopRange(text, example: "k in 1..4")
            if let place = places[range.variable] {
                report(
                    "'\(range.variable)' has a meaning already; call what counts the rows by another name", at: node,
                    notes: [.init("first given here", at: place)])
                return nil
            }
            guard range.values.count <= Self.mostRows else {
                report("a table has at most \(Self.mostRows) rows", at: node)
                return nil
            }
            return range
        } catch {
            report(error, in: node)
            return nil
        }
    }

    /// An expression of each row, and how it reads for all of them.
    private struct TableColumn {
        let node: Node
        /// The words, without white space.
        let written: String
        let pattern: Expression
        let rows: [Expression]
    }

    /// Reads expressions between commas, or as a YAML list, once for each row; nil where one cannot be read.
    private mutating func columns(_ node: Node, _ range: LoopRange) -> [TableColumn]? {
        let items: [Node]
        if case .sequence(let nodes) = node.kind { items = nodes } else { items = [node] }
        var columns: [TableColumn] = []
        for item in items {
            guard let text = equationText(item) else { return nil }
            do throws(ExpressionError) {
                let patterns = try Parser.list(text, names: names, symbols: [range.variable])
                var rows: [[Expression]] = []
                for value in range.values {
                    rows.append(try Parser.list(text, names: names, loop: [range.variable: value]))
                }
                columns += patterns.enumerated().map { index, pattern in
                    TableColumn(
                        node: item, written: text.written(at: pattern.range), pattern: pattern,
                        rows: rows.map { $0[index] })
                }
            } catch {
                report(error, in: item)
                return nil
            }
        }
        return columns
    }

    /// A cell that is not asked; `numbers` counts those that the table has so far.
    private mutating func shownCell(_ expression: Expression, in node: Node, _ numbers: inout Int) -> AskedTable.Cell? {
        mention(expression)
        guard let value = self.node(for: expression, in: node) else { return nil }
        let shape = elaboration.graph[value].shape
        numbers += shape.count
        guard numbers <= Self.mostNumbers else {
            report("a table shows at most \(Self.mostNumbers) numbers", at: node)
            return nil
        }
        let entries = show(value)
        guard entries.count == shape.count else {
            report(CalculationError.tooLong.message, at: node)
            return nil
        }
        return elaboration.graph.followsFromGiven(value, given: Set(given.map(\.name)))
            ? .given(shape, entries) : .workedOut(shape, entries)
    }

    /// A column's expression with the variable as a symbol; its names are shaped as those of the first row.
    private func heading(_ column: TableColumn, _ range: LoopRange) -> Maths {
        var shapes = elaboration.quantities.mapValues { elaboration.graph[$0].shape }
        let patternNames = column.pattern.names.filter { $0 != range.variable }
        for (pattern, name) in zip(patternNames, column.rows[0].names) { shapes[pattern] = shapes[name] }
        return notation(shapes: shapes).written(column.pattern).maths
    }
}
