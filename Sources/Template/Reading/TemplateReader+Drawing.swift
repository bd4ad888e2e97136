import Exact
import Solver
import YAML

extension TemplateReader {
    /// A quantity whose entries are drawn, each by itself, all different, or mirrored.
    mutating func drawnQuantity(
        _ name: String, _ shape: Shape, _ node: Node, _ fields: Fields<GivenKey>
    ) -> GivenQuantity? {
        guard let values = readDraw(node, fields) else { return nil }
        let isDistinct = fields[.distinct].flatMap { flag($0) } ?? false
        let isSymmetric = fields[.symmetric].flatMap { flag($0) }
        if let field = fields[.symmetric], shape.rank != 2 || shape.dimensions[0] != shape.dimensions[1] {
            report("'symmetric:' goes with a square matrix, as in shape: [2, 2]", at: field)
            return nil
        }
        if let field = fields[.distinct], isDistinct, isSymmetric == true {
            report("a symmetric matrix has equal entries; leave out 'distinct:' or 'symmetric:'", at: field)
            return nil
        }
        let choices = Draw(values: values, digit: 0).count
        if let field = fields[.distinct], isDistinct, shape.count > choices {
            report("\(shape.count) entries cannot all be different: this draw has \(choices) numbers", at: field)
            return nil
        }
        var digits: [Int] = []
        if isDistinct { digits = Array(self.digits.append(distinct: shape.count, of: choices)) }
        var drawn: [Int: Int] = [:]
        let entries = (0..<shape.count).map { entry -> GivenEntry in
            var place = entry
            if isSymmetric == true {
                let (row, column) = (entry / shape.dimensions[0], entry % shape.dimensions[0])
                place = min(row, column) * shape.dimensions[0] + max(row, column)
            }
            if let known = drawn[place] { return .drawn(known) }
            drawn[place] = draws.count
            draws.append(Draw(values: values, digit: isDistinct ? digits[entry] : self.digits.append(choices: choices)))
            return .drawn(draws.count - 1)
        }
        return GivenQuantity(name: name, shape: shape, entries: entries, isAsymmetric: isSymmetric == false)
    }

    /// From more places than these nobody chooses by hand.
    private static let mostPlaces = 100

    /// A vector with one 1, or a matrix with one in each row or column.
    mutating func oneHot(_ name: String, _ shape: Shape?, _ node: Node) -> GivenQuantity? {
        guard let shape, shape.rank == 1 || shape.rank == 2 else {
            report("'one_hot:' goes with a shape, as in { shape: 3, one_hot: yes }", at: node)
            return nil
        }
        let word = node.scalar?.text ?? ""
        let rows = shape.rank == 1 ? 1 : shape.dimensions[0]
        let columns = shape.rank == 1 ? shape.dimensions[0] : shape.dimensions[1]
        guard shape.rank == 1 ? word == "yes" || word == "true" : word == "rows" || word == "columns" else {
            report(
                shape.rank == 1
                    ? "'one_hot:' is yes for a vector"
                    : "of a matrix, say 'one_hot: rows' or 'one_hot: columns': which of them have a single 1", at: node)
            return nil
        }
        guard max(rows, columns) <= Self.mostPlaces else {
            report("a 1 has at most \(Self.mostPlaces) places to choose from", at: node)
            return nil
        }
        let isByColumns = word == "columns"
        let size = isByColumns ? rows : columns
        let digits = (0..<(isByColumns ? columns : rows)).map { _ in self.digits.append(choices: size) }
        let entries = (0..<shape.count).map { entry -> GivenEntry in
            let (row, column) = (entry / columns, entry % columns)
            let (group, place) = isByColumns ? (column, row) : (row, column)
            let numbers = (0..<size).map { $0 == place ? Rational.one : .zero }
            draws.append(Draw(values: .choice(numbers), digit: digits[group]))
            return .drawn(draws.count - 1)
        }
        return GivenQuantity(name: name, shape: shape, entries: entries)
    }

    /// Reads numbers that only make sense together: `choose: [{ x: 1, y: 2 }, { x: 3, y: 5 }]`.
    mutating func readChoices(_ alternatives: [Node], at node: Node) {
        var all: [[(name: Node, shape: Shape, numbers: [Rational])]] = []
        for alternative in alternatives {
            guard case .mapping(let entries) = alternative.kind, !entries.isEmpty else {
                report("each choice gives names their numbers, as in { x: 1, y: 2 }", at: alternative)
                continue
            }
            let choice = entries.compactMap { entry in
                numbers(entry.value).map { (entry.key, $0.shape, $0.numbers) }
            }
            if choice.count == entries.count { all.append(choice) }
        }
        guard all.count == alternatives.count, let first = all.first else {
            if alternatives.isEmpty {
                report("'choose:' lists what to choose from, as in [{ x: 1 }, { x: 3 }]", at: node)
            }
            return
        }
        func text(_ node: Node) -> String { node.scalar?.text ?? "" }
        for (choice, alternative) in zip(all, alternatives).dropFirst() {
            for (name, shape, _) in choice {
                if !first.contains(where: { text($0.name) == text(name) && $0.shape == shape }) {
                    report("every choice gives the same names, with numbers of the same shapes", at: name)
                }
            }
            if choice.count < first.count {
                report("every choice gives the same names; this one lacks some of the first", at: alternative)
            }
        }
        for (name, _, _) in first { _ = declare(text(name), at: name) }
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            broken.formUnion(first.map { text($0.name) })
            return
        }
        let digit = digits.append(choices: all.count)
        for (name, shape, _) in first {
            let own = all.compactMap { choice in choice.first { text($0.name) == text(name) }?.numbers }
            let entries = (0..<shape.count).map { entry -> GivenEntry in
                let numbers = own.map { $0[entry] }
                if Set(numbers).count == 1 { return .fixed(numbers[0]) }
                draws.append(Draw(values: .choice(numbers), digit: digit))
                return .drawn(draws.count - 1)
            }
            give(GivenQuantity(name: text(name), shape: shape, entries: entries), at: node)
        }
    }

    /// Whether a draw lists functions.
    func isFunctionList(_ node: Node) -> Bool {
        guard case .sequence(let items) = node.kind else { return false }
        return items.contains { $0.scalar.map { Function.named($0.text) != nil } ?? false }
            || !items.isEmpty && items.allSatisfy(isExpression)
    }

    /// A function that each sheet draws from several.
    mutating func drawnFunction(_ name: String, _ node: Node, _ fields: Fields<GivenKey>) -> GivenQuantity? {
        for key in [GivenKey.shape, .step, .nonzero, .distinct, .symmetric] {
            if let field = fields[key] { report("'\(key.rawValue):' does not go with a drawn function", at: field) }
        }
        guard case .sequence(let items) = node.kind else { return nil }
        var names: [String] = []
        for item in items {
            let text = item.scalar?.text ?? ""
            guard let function = Function.named(text), function.takesOne else {
                let known = Function.all.filter(\.takesOne).map(\.name)
                let offer = nearestName(to: text, in: known).map { "; did you mean '\($0)'?" } ?? ""
                report("'\(text)' is not a function of one argument\(offer)", at: item)
                return nil
            }
            guard !names.contains(text) else {
                report("'\(text)' is there twice", at: item)
                return nil
            }
            names.append(text)
        }
        let digit = digits.append(choices: names.count)
        draws.append(Draw(values: .choice(names.indices.map { Rational($0) }), digit: digit))
        return GivenQuantity(name: name, shape: .scalar, entries: [.drawn(draws.count - 1)], functions: names)
    }
}
