import Maths

extension [Block] {
    /// The style that these blocks need besides every page's.
    package var ownStyle: String {
        (contains { $0.contains(\.isToBeFilledIn) } ? HTMLPage.boxStyle : "")
            + (contains { $0.contains(\.isPicture) } ? HTMLPage.pictureStyle : "")
            + (contains { $0.leaves.contains(where: \.hasCases) } ? MathML.caseStyle : "")
    }
}

extension Block {
    /// Whether it is such a block, or one in it is.
    fileprivate func contains(_ isSuch: (Block) -> Bool) -> Bool {
        switch self {
        case .part(let part): part.blocks.contains { $0.contains(isSuch) }
        case .group(let blocks), .quote(let blocks): blocks.contains { $0.contains(isSuch) }
        default: isSuch(self)
        }
    }

    fileprivate var isToBeFilledIn: Bool {
        if case .table(let table) = self { table.boxes != nil } else { false }
    }

    fileprivate var isPicture: Bool {
        if case .picture = self { true } else { false }
    }
}

extension Inline {
    fileprivate var hasCases: Bool {
        guard case .maths(let maths) = self else { return false }
        var hasCases = false
        _ = maths.replacing { piece in
            if case .cases = piece { hasCases = true }
            return piece
        }
        return hasCases
    }
}
