import Template

/// What a column of answers to a template is for.
enum ColumnTarget {
    /// An asked number.
    case entry(Int)
    /// A whole quantity.
    case whole(first: Int, count: Int)
    /// The points that a person gives.
    case points(Int)

    /// Takes a column for it; false where it has one already.
    func claim(_ column: Int, _ places: inout ProblemPlaces) -> Bool {
        switch self {
        case .entry(let index):
            guard places.answers[index] == .missing else { return false }
            places.answers[index] = .own(column)
        case .whole(let first, let count):
            guard (0..<count).allSatisfy({ places.answers[first + $0] == .missing }) else { return false }
            for entry in 0..<count { places.answers[first + entry] = .whole(column: column, entry: entry) }
        case .points(let index):
            guard places.points[index] == nil else { return false }
            places.points[index] = column
        }
        return true
    }

    /// All columns of a template: its own name, all spellings of it, and what it is for.
    static func all(of calculation: Calculation) -> [(name: String, spellings: [String], target: ColumnTarget)] {
        var targets: [(name: String, spellings: [String], target: ColumnTarget)] = []
        for (index, entry) in calculation.asked.enumerated() {
            let quantity = calculation.template.parts[entry.part].quantities[entry.quantity]
            targets.append((entry.column, spellings(of: entry, in: quantity), .entry(index)))
        }
        for (partIndex, part) in calculation.template.parts.enumerated() {
            for (index, quantity) in part.quantities.enumerated() where quantity.isWhole && !quantity.shape.isScalar {
                let first = calculation.asked.firstIndex { $0.part == partIndex && $0.quantity == index } ?? 0
                targets.append(
                    (
                        quantity.wholeColumn, labelled(quantity.wholeColumn, part: partIndex),
                        .whole(first: first, count: quantity.entries.count)
                    ))
            }
        }
        for (index, marked) in calculation.handMarked.enumerated() {
            targets.append((marked.column, [marked.column], .points(index)))
        }
        return targets
    }

    /// `z1[1]`, for rows and columns also `W3[1,2]`, each also with its part before it.
    private static func spellings(of entry: AskedEntry, in quantity: AskedQuantity) -> [String] {
        var names = [entry.column]
        if quantity.shape.isRowOrColumn, !quantity.expression.hasDrawnIndices {
            let indices = quantity.shape.indices(ofEntry: entry.entry).map(String.init).joined(separator: ",")
            names.append("\(quantity.name)[\(indices)]")
        }
        return names.flatMap { labelled($0, part: entry.part) }
    }

    private static func labelled(_ name: String, part: Int) -> [String] {
        let letter = AskedPart.letter(of: part)
        return [name, letter + name, "(\(letter))\(name)", "\(letter))\(name)", "\(letter).\(name)"]
    }
}
