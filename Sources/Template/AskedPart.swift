import Document
import Exact
import Solver

/// One part of the question: (a), (b), (c)…
package struct AskedPart: Sendable {
    /// What stands before the question's own sentence.
    package let text: [Block]
    /// What stands instead of the sentence that is written from what is asked.
    package let question: [Block]?
    /// What only the key says.
    package let solution: [Block]
    /// What is asked, in order; nothing where a person marks the part.
    package let quantities: [AskedQuantity]
    /// A table to be filled in, or to be read.
    package let table: AskedTable?
    /// What the whole part is worth.
    package let points: Rational
    /// Whether each answer earns its points, or only all of them together.
    package let grading: Grading
    /// Whether the answer is words that a person marks.
    package let isMarkedByHand: Bool
    /// The room to write in, in millimetres, where the part says so.
    package let space: Int?
    /// How its answers are to be given where the part says so.
    package let rule: AnswerRule?
}

/// How the answers of a part earn its points.
package enum Grading: String, Hashable, Sendable, CaseIterable {
    /// Each right answer earns its own.
    case each
    /// All earn all of them if every one is right, and none otherwise.
    case all
}

/// A quantity, a derivative, or some of their entries, as one part asks for it.
package struct AskedQuantity: Sendable {
    /// As it was written.
    package let expression: Expression
    /// How columns name it: `z1`, `dL/dW2`, `dz2[1]/dh1`.
    package let name: String
    /// What computes it.
    package let node: NodeID
    /// Its shape, of which `entries` may be a part.
    package let shape: Shape
    /// The asked entries' places in row-major order.
    package let entries: [Int]
    /// What it is worth, split equally over its entries.
    package internal(set) var points = Rational.zero

    /// Whether all of it is asked.
    package var isWhole: Bool { entries.count == shape.count }

    /// The shape of what is asked: its own where that is the whole, otherwise a list of entries.
    package var askedShape: Shape {
        if isWhole { return shape }
        return entries.count == 1 ? .scalar : .vector(entries.count)
    }

    /// The expression of all that `node` computes: of a fixed entry, the array that it is in.
    package var whole: Expression {
        guard !expression.hasDrawnIndices, case .selection(let base, _) = expression.kind else { return expression }
        return base
    }

    /// How one column with all asked entries in it is called: `z1`, or `X[i,:]`.
    package var wholeColumn: String {
        if expression.hasDrawnIndices, case .selection(_, let subscripts) = expression.kind {
            return name + subscripts.columnText
        }
        return name
    }

    /// The column of one asked entry: `z1[2]`, `L`, `dL/dW2[2,2]`; drawn indices as written, `dL/dW2[i,j]`.
    package func column(ofEntry entry: Int) -> String {
        if expression.hasDrawnIndices, case .selection(_, let subscripts) = expression.kind {
            return name + subscripts.choosing(entry, of: shape).columnText
        }
        return name + Self.index(ofEntry: entry, in: shape)
    }

    /// `[2,1]`; one index for vectors, rows and columns; nothing for a scalar.
    package static func index(ofEntry entry: Int, in shape: Shape) -> String {
        if shape.isScalar { return "" }
        let indices = shape.isRowOrColumn ? [entry + 1] : shape.indices(ofEntry: entry)
        return "[" + indices.map(String.init).joined(separator: ",") + "]"
    }
}

extension AskedPart {
    /// `a`, `b`, …, `z`, `aa`, … for parts from 0.
    package static func letter(of part: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + part % 26)))
        return part < 26 ? letter : Self.letter(of: part / 26 - 1) + letter
    }
}
