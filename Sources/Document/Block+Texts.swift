import Maths

extension Block {
    /// Every text in the block, that in its formulas too.
    var texts: [String] {
        switch self {
        case .title(let title, let aside): (title + aside).flatMap(\.texts)
        case .fields(let fields): fields.flatMap { [$0.label] + $0.content.flatMap(\.texts) }
        case .heading(let content, _), .paragraph(let content): content.flatMap(\.texts)
        case .list(let list): list.items.flatMap { $0.flatMap(\.texts) }
        case .quote(let blocks), .group(let blocks): blocks.flatMap(\.texts)
        case .code(let text): [text.filter { $0 != "\n" }]
        case .thematicBreak, .workspace, .pageBreak: []
        case .picture(let picture): picture.labels.flatMap(\.maths.texts)
        case .display(let maths): maths.texts
        case .formulas(let formulas), .equations(let formulas): formulas.flatMap(\.texts)
        case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap { $0.flatMap(\.texts) }
        case .part(let part): [part.label] + part.points.flatMap(\.texts) + part.blocks.flatMap(\.texts)
        case .answers(let boxes): boxes.flatMap { ($0.label + $0.content).flatMap(\.texts) }
        }
    }
}

extension Inline {
    fileprivate var texts: [String] {
        switch self {
        case .text(let text), .code(let text): [text]
        case .slot, .lineBreak: []
        case .emphasis(let inner), .strong(let inner): inner.flatMap(\.texts)
        case .maths(let maths): maths.texts
        case .link(let inner, let address): inner.flatMap(\.texts) + [address]
        }
    }
}

extension Maths {
    fileprivate var texts: [String] {
        var texts: [String] = []
        _ = replacing { piece in
            switch piece {
            case .identifier(let text, _), .text(let text): texts.append(text)
            default: break
            }
            return piece
        }
        return texts
    }
}
