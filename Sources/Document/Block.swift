import Maths

/// A piece of a page, from top to bottom.
package indirect enum Block: Hashable, Sendable {
    /// The head of a sheet: its title, and what stands opposite, such as its code.
    case title([Inline], aside: [Inline])
    /// Lines to be filled in by hand, such as a name; a label and what is printed on its line, which may be nothing.
    case fields([Field])
    /// A heading; level 1 stands below the title.
    case heading([Inline], level: Int)
    /// A paragraph.
    case paragraph([Inline])
    /// A list.
    case list(List)
    /// Words of somebody else.
    case quote([Block])
    /// Lines to be read as they are.
    case code(String)
    /// A line between two subjects.
    case thematicBreak
    /// A formula on a line of its own.
    case display(Maths)
    /// Formulas beside one another, as many a line as fit.
    case formulas([Maths])
    /// Equations below one another, aligned at their first sign of relation.
    case equations([Maths])
    /// A table.
    case table(Table)
    /// A drawing.
    case picture(Picture)
    /// A part of a problem.
    case part(Part)
    /// Boxes for answers, in a grid.
    case answers([AnswerBox])
    /// Empty room for work, by its height in millimetres.
    case workspace(millimetres: Int)
    /// Blocks that stand together on one page.
    case group([Block])
    /// The end of a page.
    case pageBreak
}

/// A line to be filled in by hand.
package struct Field: Hashable, Sendable {
    /// What is to be filled in.
    package let label: String
    /// What is already there.
    package let content: [Inline]

    /// A line; an empty one where there is no content.
    package init(_ label: String, content: [Inline] = []) {
        self.label = label
        self.content = content
    }
}

/// Items below one another.
package struct List: Hashable, Sendable {
    /// The number of the first item; nil where the items are not numbered.
    package let start: Int?
    /// The items.
    package let items: [[Block]]

    /// A list, numbered from `start` where one is given.
    package init(start: Int? = nil, _ items: [[Block]]) {
        self.start = start
        self.items = items
    }
}

/// Rows of cells below a header.
package struct Table: Hashable, Sendable {
    /// On which side of its column a cell stands.
    package enum Alignment: Hashable, Sendable {
        /// At the left.
        case left
        /// In the middle.
        case center
        /// At the right, as numbers do.
        case right
    }

    /// One a column.
    package let alignments: [Alignment]
    /// One cell a column; empty where the table has no header.
    package let header: [[Inline]]
    /// Cells by row.
    package let rows: [[[Inline]]]
    /// The columns that are boxes for answers, in a table that is to be filled in; nil where it is only to be read.
    package let boxes: Range<Int>?

    /// A table; a column without an alignment stands at the left.
    package init(
        alignments: [Alignment] = [], header: [[Inline]] = [], rows: [[[Inline]]], boxes: Range<Int>? = nil
    ) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
        self.boxes = boxes
    }
}

/// A part of a problem: (a), (b), …
package struct Part: Hashable, Sendable {
    /// The part's letter, without parentheses.
    package let label: String
    /// What the part is worth, in words; empty where it says nothing.
    package let points: [Inline]
    /// What is asked.
    package let blocks: [Block]

    /// A part of a problem.
    package init(label: String, points: [Inline] = [], _ blocks: [Block]) {
        self.label = label
        self.points = points
        self.blocks = blocks
    }
}

/// A box for an answer.
package struct AnswerBox: Hashable, Sendable {
    /// The part's letter, without parentheses; empty where there is none.
    package let part: String
    /// What is asked.
    package let label: [Inline]
    /// What stands in the box; nothing on a student's sheet.
    package let content: [Inline]

    /// A box for an answer.
    package init(part: String = "", label: [Inline], content: [Inline] = []) {
        self.part = part
        self.label = label
        self.content = content
    }
}
