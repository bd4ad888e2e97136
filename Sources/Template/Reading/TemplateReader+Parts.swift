import Exact
import Solver
import YAML

extension TemplateReader {
    /// Reads the questions.
    mutating func readParts(_ node: Node) {
        guard case .sequence(let items) = node.kind, !items.isEmpty else {
            return report("'ask:' is a list of parts, as in '- find: z1, L'", at: node)
        }
        guard !isIncomplete else { return }
        for item in items {
            if let part = part(item) { parts.append(part) }
        }
    }

    private mutating func part(_ item: Node) -> AskedPart? {
        guard case .mapping(let entries) = item.kind else {
            report("a part has keys, as in '- find: z1, L'", at: item)
            return nil
        }
        let before = diagnostics.count
        let fields = Fields(entries, of: PartKey.self, in: &self)
        let text = fields[.text].map { blocks($0) } ?? []
        let question = fields[.question].map { blocks($0) }
        let solution = fields[.solution].map { blocks($0, isForKey: true) } ?? []
        let rule = fields[.answers].flatMap { readAnswerRule($0) }
        let grading = fields[.grade].flatMap { choice($0, of: Grading.self) } ?? .each
        let space = fields[.space].flatMap { readSpace($0) }
        let isMarkedByHand = fields[.mark].map { readMark($0) } ?? false
        var asked: [AskedItem] = []
        let table = fields[.table].flatMap { readTable($0, into: &asked) }
        if isMarkedByHand {
            checkPartMarkedByHand(fields, asksInTable: !asked.isEmpty, at: item)
        } else if fields[.find] == nil, asked.isEmpty, fields[.table] == nil || table != nil {
            let words = fields[.text] ?? fields[.question]
            report(
                "'find:' is missing: what is asked, as in 'find: z1, dL/dW2[2,2]'"
                    + (words == nil ? "" : "; for an answer in words say 'mark: by hand'"), at: item)
        }
        if let find = fields[.find] { asked += askedItems(find) }
        let points = readPoints(fields[.points], over: &asked, isWhole: diagnostics.count == before)
        guard let points else { return nil }
        return AskedPart(
            text: text, question: question, solution: solution, quantities: asked.map(\.quantity), table: table,
            points: points, grading: grading, isMarkedByHand: isMarkedByHand, space: space, rule: rule)
    }

    /// Reads `by hand`.
    private mutating func readMark(_ node: Node) -> Bool {
        if node.scalar?.text == "by hand" { return true }
        report("'mark:' says 'by hand' where a person marks a part; psgen marks all others", at: node)
        return false
    }

    private mutating func checkPartMarkedByHand(_ fields: Fields<PartKey>, asksInTable: Bool, at item: Node) {
        if asksInTable, let table = fields[.table] {
            report("the 'find:' of this table goes with answers that psgen marks, not with 'mark: by hand'", at: table)
        }
        if fields[.text] == nil && fields[.question] == nil {
            report("a part marked by hand needs a 'text:' or 'question:' that says what to do", at: item)
        }
        for key in [PartKey.find, .answers, .grade] {
            if let node = fields[key] {
                report("'\(key.rawValue):' goes with answers that psgen marks, not with 'mark: by hand'", at: node)
            }
        }
    }

    /// Reads names, entries and derivatives between commas, or as a YAML list.
    private mutating func askedItems(_ node: Node) -> [AskedItem] {
        let items: [Node]
        if case .sequence(let nodes) = node.kind { items = nodes } else { items = [node] }
        var asked: [AskedItem] = []
        for item in items {
            guard let text = equationText(item) else { continue }
            do throws(ExpressionError) {
                for expression in try Parser.list(text, names: names) {
                    guard let quantity = try askedQuantity(expression, in: item) else { continue }
                    asked.append(AskedItem(quantity: quantity, written: text.written(at: expression.range)))
                }
            } catch {
                report(error, in: item)
            }
        }
        return asked
    }

    mutating func askedQuantity(
        _ expression: Expression, in item: Node
    ) throws(ExpressionError) -> AskedQuantity? {
        var base = expression
        var subscripts: [Subscript]?
        if case .selection(let inner, let places) = expression.kind {
            base = inner
            subscripts = places
        }
        guard let name = base.askedName else {
            throw ExpressionError(
                "ask for a name, an entry or a derivative, as in z1, h1[2], dL/dW2[2,2];"
                    + " give anything else a name in 'define:' first", at: expression.range)
        }
        mention(expression)
        // Made as a whole first, so that a wrong index is reported at its place.
        guard let own = node(for: expression, in: item), let whole = node(for: base, in: item) else { return nil }
        let node = expression.hasDrawnIndices ? own : whole
        let shape = elaboration.graph[node].shape
        let places = expression.hasDrawnIndices ? nil : subscripts
        let entries = places.map { Selection.entries($0, in: shape) } ?? Array(0..<shape.count)
        let quantity = AskedQuantity(
            expression: expression, name: name, node: node, shape: shape, entries: entries)
        let range = item.range(ofUTF8: expression.range, in: file)
        for entry in entries {
            let column = quantity.column(ofEntry: entry)
            if let first = asked[column] {
                diagnostics.append(
                    .error("'\(column)' is asked twice", at: range, notes: [.init("first asked here", at: first)]))
                return nil
            }
            asked[column] = range
        }
        return quantity
    }
}

/// A quantity that a part asks for, and how the part calls it.
struct AskedItem {
    var quantity: AskedQuantity
    /// The words of `find:`, without white space.
    let written: String
}

extension String {
    /// A stretch of bytes without white space.
    func written(at range: TextRange) -> String {
        String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self).withoutWhiteSpace
    }

    /// The text without white space.
    var withoutWhiteSpace: String { filter { !$0.isWhitespace } }
}

extension Expression {
    /// The name of a quantity, of one of its entries or of a derivative; nil for anything else.
    fileprivate var askedName: String? {
        switch kind {
        case .name(let name): name
        case .derivative(let top, let bottom):
            if let numerator = top.entryName, let denominator = bottom.entryName {
                "d\(numerator)/d\(denominator)"
            } else {
                nil
            }
        default: nil
        }
    }

    private var entryName: String? {
        switch kind {
        case .name(let name): return name
        case .selection(let base, let subscripts):
            guard case .name(let name) = base.kind else { return nil }
            let areEntries = subscripts.allSatisfy { place in
                switch place {
                case .index, .drawn: true
                case .all, .range, .symbol: false
                }
            }
            return areEntries ? name + subscripts.columnText : nil
        default: return nil
        }
    }
}
