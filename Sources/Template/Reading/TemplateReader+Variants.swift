import Exact
import Solver
import YAML

extension TemplateReader {
    /// Reads which variants are good.
    mutating func readVariantRules(_ node: Node) -> VariantRules {
        var rules = VariantRules()
        guard case .mapping(let entries) = node.kind else {
            report("'variants:' has keys, as in { zeros: no, kinks: no }", at: node)
            return rules
        }
        let fields = Fields(entries, of: VariantKey.self, in: &self)
        if let zeros = fields[.zeros].flatMap({ flag($0) }) { rules.zeros = zeros }
        if let kinks = fields[.kinks].flatMap({ flag($0) }) { rules.kinks = kinks }
        if let equal = fields[.equal].flatMap({ flag($0) }) { rules.equal = equal }
        if let isRepeating = fields[.isRepeating].flatMap({ flag($0) }) { rules.isRepeating = isRepeating }
        if let apart = fields[.apart].flatMap({ choice($0, of: VariantRules.Apartness.self) }) { rules.apart = apart }
        if let node = fields[.largest] { rules.largest = limit(node, atLeast: .one) }
        if let node = fields[.decimals] { rules.decimals = isAny(node) ? nil : whole(node, in: 0...6) }
        if let node = fields[.spread] { rules.spread = limit(node, atLeast: .one) }
        if let node = fields[.work] { rules.work = bands(node) }
        if let node = fields[.expose] { rules.expose = exposure(node) }
        return rules
    }

    private func isAny(_ node: Node) -> Bool { node.scalar?.text == "any" }

    /// A number that is not below another; nil for `any`.
    private mutating func limit(_ node: Node, atLeast least: Rational) -> Rational? {
        guard !isAny(node), let number = number(node) else { return nil }
        if number < least { report("expected \(least.text) or more, or any", at: node) }
        return number
    }

    /// Reads the bands of counts of work, as `{ products: 7..9, sums: 12 }`.
    private mutating func bands(_ node: Node) -> [WorkCount: ClosedRange<Int>] {
        guard case .mapping(let entries) = node.kind else {
            report("'work:' has a band for each count, as in { products: 7..9 }", at: node)
            return [:]
        }
        let fields = Fields(entries, of: WorkCount.self, in: &self)
        var bands: [WorkCount: ClosedRange<Int>] = [:]
        for count in WorkCount.allCases {
            if let node = fields[count] { bands[count] = band(node) }
        }
        return bands
    }

    private mutating func band(_ node: Node) -> ClosedRange<Int>? {
        let ends = (node.scalar?.text ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let numbers = ends.count == 3 && ends[1].isEmpty ? [Int(ends[0]), Int(ends[2])] : ends.map(Int.init)
        guard let first = numbers.first ?? nil, let last = numbers.last ?? nil, numbers.count <= 2, first >= 0,
            first <= last
        else {
            report("a band is from one count to another, as in 7..9", at: node)
            return nil
        }
        return first...last
    }

    /// Reads `yes`, `no` or `{ except: [sign, ascent] }`.
    private mutating func exposure(_ node: Node) -> VariantRules.Exposure {
        guard case .mapping(let entries) = node.kind else { return flag(node) == false ? .none : .allExcept([]) }
        let fields = Fields(entries, of: ExposureKey.self, in: &self)
        guard let list = fields[.except] else { return .allExcept([]) }
        let items = if case .sequence(let items) = list.kind { items } else { [list] }
        var mistakes: Set<Mistake> = []
        for item in items {
            if let mistake = Mistake(rawValue: item.scalar?.text ?? "") {
                mistakes.insert(mistake)
            } else {
                reportUnknownMistake(item)
            }
        }
        return .allExcept(mistakes)
    }
}

extension WorkCount: FieldKey {}
