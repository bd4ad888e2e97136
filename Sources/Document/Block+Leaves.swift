import Maths

extension Block {
    /// The texts and formulas in the block, in order and free of what is around them.
    var leaves: [Inline] {
        switch self {
        case .title(let title, let aside): (title + aside).leaves
        case .fields(let fields): fields.flatMap { [.text($0.label)] + $0.content.leaves }
        case .heading(let content, _), .paragraph(let content): content.leaves
        case .list(let list): list.items.flatMap { $0.flatMap(\.leaves) }
        case .quote(let blocks), .group(let blocks): blocks.flatMap(\.leaves)
        case .code(let text): [.text(text.filter { $0 != "\n" })]
        case .thematicBreak, .workspace, .pageBreak: []
        case .picture(let picture): picture.labels.map { .maths($0.maths) }
        case .display(let maths): [.maths(maths)]
        case .formulas(let formulas), .equations(let formulas): formulas.map { .maths($0) }
        case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap(\.leaves)
        case .part(let part): [.text(part.label)] + part.points.leaves + part.blocks.flatMap(\.leaves)
        case .answers(let boxes): boxes.flatMap { ($0.label + $0.content).leaves }
        }
    }

    /// Every text in the block, that in its formulas too.
    var texts: [String] {
        leaves.flatMap { leaf -> [String] in
            switch leaf {
            case .text(let text): [text]
            case .maths(let maths): maths.texts
            default: []
            }
        }
    }
}

extension [Inline] {
    fileprivate var leaves: [Inline] {
        flatMap { inline -> [Inline] in
            switch inline {
            case .text, .maths: [inline]
            case .code(let text): [.text(text)]
            case .slot, .lineBreak: []
            case .emphasis(let inner), .strong(let inner): inner.leaves
            case .link(let inner, let address): inner.leaves + [.text(address)]
            }
        }
    }
}

extension Maths {
    fileprivate var texts: [String] {
        var texts: [String] = []
        _ = replacing { piece in
            switch piece {
            case .identifier(let text, _), .text(let text), .sign(let text, _): texts.append(text)
            default: break
            }
            return piece
        }
        return texts
    }
}
