import Exact
import Solver
import Template

/// The conditions that tell a good draw from a bad one by its numbers, the template's own requirements first.
struct Screening: Sendable {
    /// A condition, and the rule that it is a part of.
    struct Condition: Hashable, Sendable {
        let rule: Rule
        /// Not 0 where it holds.
        let slot: Slot
    }

    let code: Code
    let conditions: [Condition]
    /// Works out all conditions, in their order.
    let program: Program

    init(_ template: Template) throws(CalculationError) {
        var lowering = Lowering(template.graph)
        var conditions: [Condition] = []
        do throws(EditError) {
            conditions += try lowering.requirements(of: template)
            conditions += try lowering.asymmetries(of: template)
            if !template.variants.kinks { conditions += try lowering.kinks(of: template) }
            conditions += try lowering.pleasantries(of: template)
        } catch {
            throw .tooLong
        }
        guard !lowering.code.isFull else { throw .tooLong }
        code = lowering.code
        var seen: Set<Condition> = []
        self.conditions = conditions.filter { [code] condition in
            let isFree = code.constantValue(condition.slot)?.isZero == false
            return condition.rule.isOwn || !isFree && seen.insert(condition).inserted
        }
        program = Program(code, stages: [self.conditions.map(\.slot)], inputs: template.draws.map(\.range))
    }
}

extension Lowering {
    fileprivate mutating func requirements(of template: Template) throws(EditError) -> [Screening.Condition] {
        try lower(template.requirements.map(\.node)).enumerated().map { index, condition in
            Screening.Condition(rule: .requirement(index), slot: condition.slots[0])
        }
    }

    /// That matrices are not equal to their transposes.
    fileprivate mutating func asymmetries(of template: Template) throws(EditError) -> [Screening.Condition] {
        var conditions: [Screening.Condition] = []
        for (index, quantity) in template.given.enumerated() where quantity.isAsymmetric {
            guard let node = template.nodes[quantity.name] else { continue }
            let entries = try lower([node])[0]
            let size = quantity.shape.dimensions[0]
            let slot = extend { code in
                let pairs = (0..<size).flatMap { row in (0..<row).map { (row * size + $0, $0 * size + row) } }
                return pairs.reduce(code.constant(0)) { any, pair in
                    code.or(any, code.notEqual(entries.slots[pair.0], entries.slots[pair.1]))
                }
            }
            conditions.append(Screening.Condition(rule: .symmetric(index), slot: slot))
        }
        return conditions
    }

    /// That no step sits on a kink.
    fileprivate mutating func kinks(of template: Template) throws(EditError) -> [Screening.Condition] {
        let needed = template.graph.forwardNodes(
            neededFor: template.definitions.compactMap { template.nodes[$0.name] }
                + Calculation.pins(of: template).map(\.node))
        // All at once: each call starts from the given numbers again.
        var rest = try lower(needed.flatMap { template.graph[$0].inputs })[...]
        var conditions: [Screening.Condition] = []
        for node in needed {
            let node = template.graph[node]
            let own = Array(rest.prefix(node.inputs.count))
            rest = rest.dropFirst(node.inputs.count)
            let clear = extend { node.operation.clearOfKinks(own, in: &$0) }
            conditions += clear.map { Screening.Condition(rule: .kink, slot: $0) }
        }
        return conditions
    }

    /// That asked numbers are not 0 by chance, not too large or long, and not to be taken for each other.
    fileprivate mutating func pleasantries(of template: Template) throws(EditError) -> [Screening.Condition] {
        let rules = template.variants
        let asked = try lower(asked: Calculation.pins(of: template))
        // Only exact numbers are written out, and many are known to be short.
        let locations = Program(code, stages: [asked], inputs: template.draws.map(\.range)).outputs[0]
        var conditions: [Screening.Condition] = []
        for (slot, location) in zip(asked, locations) {
            if !rules.zeros { add(.zero, &conditions) { $0.nonzeroUnlessVanishing(slot) } }
            if location.isReal { continue }
            if let largest = rules.largest {
                add(.largest, &conditions) { $0.isAtMost(largest, slot) }
            }
            if let decimals = rules.decimals, !location.ends(within: decimals) {
                add(.decimals, &conditions) { $0.ends(slot, within: decimals) }
            }
        }
        guard !rules.equal else { return conditions }
        let alike = try numbersToTellApart(in: template, asked)
        for (index, slot) in alike.enumerated() {
            for other in alike[..<index] {
                // What is switched off may be 0 together.
                add(.equal, &conditions) { code in
                    let bothVanish = code.and(code.vanishing(slot), code.vanishing(other))
                    return code.or(code.notEqual(other, slot), bothVanish)
                }
            }
        }
        return conditions
    }

    private mutating func add(
        _ rule: Rule, _ conditions: inout [Screening.Condition], _ make: (inout Code) -> Slot
    ) {
        conditions.append(Screening.Condition(rule: rule, slot: extend(make)))
    }

    /// The asked scalars and derivatives, the target, and what a loss squares.
    private mutating func numbersToTellApart(in template: Template, _ asked: [Slot]) throws(EditError) -> [Slot] {
        var found: [Slot] = []
        var rest = asked[...]
        for quantity in template.parts.flatMap(\.quantities) {
            let own = rest.prefix(quantity.entries.count)
            rest = rest.dropFirst(own.count)
            if case .derivative = quantity.whole.kind { found += own } else if quantity.shape.isScalar { found += own }
        }
        let differences = template.graph.squaredDifferences(neededFor: Calculation.pins(of: template).map(\.node))
        let nodes = differences.flatMap { [$0] + template.graph[$0].inputs }
        for tensor in try lower(nodes) where tensor.shape.isScalar { found += tensor.slots }
        var seen: Set<Slot> = []
        return found.filter { seen.insert($0).inserted }
    }
}

extension Location {
    /// Whether the number's decimals surely end within so many places.
    fileprivate func ends(within decimals: Int) -> Bool {
        guard let denominator = scaledDenominator else { return false }
        return (Rational(10).power(decimals) / Rational(Int(denominator))).isInteger
    }
}
