import Document
import Maths
import Solver
import Template

/// The table of a part, on the sheet or on its key.
struct PartTable {
    let table: AskedTable
    let part: Int
    let formulas: Formulas

    /// With room where something is to be worked out.
    var onSheet: Block { block(isKey: false) }
    /// With every value.
    var onKey: Block { block(isKey: true) }

    private func block(isKey: Bool) -> Block {
        let header: [[Inline]] = ([.variable(table.variable)] + table.columns.map(\.heading)).map { [.maths($0)] }
        let rows = table.rows.enumerated().map { row, value in
            [[.maths(.integer(value))]] + table.columns.map { cell($0.cells[row], isKey: isKey) }
        }
        let firstBox = header.count - table.columns.count(where: \.isAsked)
        return .table(
            Table(
                alignments: header.map { _ in .center }, header: header, rows: rows,
                boxes: table.hasRoom ? firstBox..<header.count : nil))
    }

    private func cell(_ cell: AskedTable.Cell, isKey: Bool) -> [Inline] {
        switch cell {
        case .given(let shape, let entries): return [.maths(.array(entries, shape))]
        case .workedOut(let shape, let entries):
            return isKey ? [.maths(.array(entries, shape))] : room(shape)
        case .asked(let index):
            let quantity = formulas.calculation.template.parts[part].quantities[index]
            guard isKey else { return room(quantity.askedShape) }
            let values = formulas.calculation.askedValues[part][index]
            return [.maths(.array(values.map(formulas.number), quantity.askedShape))]
        }
    }

    /// A number needs no brackets to be written in.
    private func room(_ shape: Shape) -> [Inline] {
        shape.isScalar ? [] : [.maths(.array(Array(repeating: .room, count: shape.count), shape))]
    }
}
