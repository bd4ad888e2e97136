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
        let fields = Fields(entries, of: PartKey.self, in: &self)
        let text = fields[.text].map { blocks($0) } ?? []
        let rule = fields[.answers].flatMap { readAnswerRule($0) }
        guard let find = fields[.find] else {
            report("'find:' is missing: what is asked, as in 'find: z1, dL/dW2[2,2]'", at: item)
            return nil
        }
        let quantities = askedQuantities(find)
        var points = Rational(max(1, quantities.flatMap(\.entries).count))
        if let node = fields[.points] {
            if case .mapping = node.kind {
                report("points for each quantity are not supported by this version of psgen", at: node)
                return nil
            }
            guard let number = number(node) else { return nil }
            guard !number.isNegative, number <= Rational(10_000) else {
                report("points are from 0 to 10000", at: node)
                return nil
            }
            points = number
        }
        return quantities.isEmpty ? nil : AskedPart(text: text, quantities: quantities, points: points, rule: rule)
    }

    /// Reads names, entries and derivatives between commas, or as a YAML list.
    private mutating func askedQuantities(_ node: Node) -> [AskedQuantity] {
        let items: [Node]
        if case .sequence(let nodes) = node.kind { items = nodes } else { items = [node] }
        var quantities: [AskedQuantity] = []
        for item in items {
            guard let text = equationText(item) else { continue }
            do throws(ExpressionError) {
                for expression in try Parser.list(text, names: names) {
                    if let quantity = try askedQuantity(expression, in: item) { quantities.append(quantity) }
                }
            } catch {
                report(error, in: item)
            }
        }
        return quantities
    }

    private mutating func askedQuantity(
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
        // Made as a whole first, so that a wrong index is reported at its place.
        guard node(for: expression, in: item) != nil, let node = node(for: base, in: item) else { return nil }
        let shape = elaboration.graph[node].shape
        let entries = subscripts.map { Selection.entries($0, in: shape) } ?? Array(0..<shape.count)
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
            let indices = subscripts.compactMap { place in
                if case .index(let index) = place { return String(index) }
                return nil
            }
            return indices.count == subscripts.count ? "\(name)[\(indices.joined(separator: ","))]" : nil
        default: return nil
        }
    }
}
