import Exact
import Solver
import Template

/// The conditions that tell a good draw from a bad one by its numbers, the template's own requirements first.
struct Screening: Sendable {
    /// A condition, and the rule that it is a part of.
    struct Condition: Sendable {
        let rule: Rule
        /// Not 0 where it holds.
        let slot: Slot
        /// What it is about, for messages; nothing where the rule says that itself.
        var numbers: [ConcernedNumber] = []
    }

    /// A number that a condition is about.
    struct ConcernedNumber: Sendable {
        /// How an author knows it.
        let name: String
        /// Where it stands; nil where it is any of several.
        let slot: Slot?
    }

    let code: Code
    let conditions: [Condition]
    /// What the conditions are worked out from.
    let inputs: [InputRange]
    /// Works out all conditions, in their order.
    let program: Program

    /// - Parameter given: Entries of given quantities that are inputs, behind those that are drawn; what
    ///   is worked out from them is not known beforehand then.
    init(_ template: Template, given: [Pin] = []) throws(CalculationError) {
        var lowering =
            given.isEmpty
            ? Lowering(template.graph) : Lowering(template.graph, inputs: given, from: template.draws.count)
        inputs = template.draws.map(\.range) + given.map { _ in .any }
        var conditions: [Condition] = []
        do throws(EditError) {
            conditions += try lowering.requirements(of: template)
            conditions += try lowering.asymmetries(of: template)
            if !template.variants.kinks { conditions += try lowering.kinks(of: template) }
            conditions += try lowering.pleasantries(of: template, inputs: inputs)
        } catch {
            throw .tooLong
        }
        guard !lowering.code.isFull else { throw .tooLong }
        code = lowering.code
        var seen: [Rule: Set<Slot>] = [:]
        self.conditions = conditions.filter { [code] condition in
            let isFree = code.constantValue(condition.slot)?.isZero == false
            return condition.rule.isOwn
                || !isFree && seen[condition.rule, default: []].insert(condition.slot).inserted
        }
        program = Program(code, stages: [self.conditions.map(\.slot)], inputs: inputs)
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
        for id in needed {
            let node = template.graph[id]
            let own = Array(rest.prefix(node.inputs.count))
            rest = rest.dropFirst(node.inputs.count)
            let clear = extend { node.operation.clearOfKinks(own, in: &$0) }
            let owner = Screening.ConcernedNumber(name: "in \(template.nameOfQuantity(with: id))", slot: nil)
            conditions += clear.map { Screening.Condition(rule: .kink, slot: $0, numbers: [owner]) }
        }
        return conditions
    }

    /// That asked numbers are not 0 by chance, not too large or long, and not to be taken for each other.
    fileprivate mutating func pleasantries(
        of template: Template, inputs: [InputRange]
    ) throws(EditError) -> [Screening.Condition] {
        let rules = template.variants
        let asked = try lower(asked: Calculation.pins(of: template))
        let columns = template.parts.flatMap(\.quantities).flatMap { quantity in
            quantity.entries.map { quantity.column(ofEntry: $0) }
        }
        // Only exact numbers are written out, and many are known to be short.
        let locations = Program(code, stages: [asked], inputs: inputs).outputs[0]
        var conditions: [Screening.Condition] = []
        for ((slot, location), column) in zip(zip(asked, locations), columns) {
            let number = [Screening.ConcernedNumber(name: column, slot: slot)]
            if !rules.zeros { add(.zero, number, &conditions) { $0.nonzeroUnlessVanishing(slot) } }
            if location.isReal { continue }
            if let largest = rules.largest {
                add(.largest, number, &conditions) { $0.isAtMost(largest, slot) }
            }
            if let decimals = rules.decimals, !location.ends(within: decimals) {
                add(.decimals, number, &conditions) { $0.ends(slot, within: decimals) }
            }
        }
        guard !rules.equal else { return conditions }
        let alike = try numbersToTellApart(in: template, zip(columns, asked).map { (name: $0, slot: $1) })
        for (index, number) in alike.enumerated() {
            for other in alike[..<index] {
                let numbers = [other, number].map { Screening.ConcernedNumber(name: $0.name, slot: $0.slot) }
                // What is switched off may be 0 together.
                add(.equal, numbers, &conditions) { code in
                    let bothVanish = code.and(code.vanishing(number.slot), code.vanishing(other.slot))
                    return code.or(code.notEqual(other.slot, number.slot), bothVanish)
                }
            }
        }
        return conditions
    }

    private mutating func add(
        _ rule: Rule, _ numbers: [Screening.ConcernedNumber], _ conditions: inout [Screening.Condition],
        _ make: (inout Code) -> Slot
    ) {
        conditions.append(Screening.Condition(rule: rule, slot: extend(make), numbers: numbers))
    }

    /// The asked scalars and derivatives, the target, and what a loss squares.
    private mutating func numbersToTellApart(
        in template: Template, _ asked: [(name: String, slot: Slot)]
    ) throws(EditError) -> [(name: String, slot: Slot)] {
        var found: [(name: String, slot: Slot)] = []
        var rest = asked[...]
        for quantity in template.parts.flatMap(\.quantities) {
            let own = rest.prefix(quantity.entries.count)
            rest = rest.dropFirst(own.count)
            if case .derivative = quantity.whole.kind { found += own } else if quantity.shape.isScalar { found += own }
        }
        let differences = template.graph.squaredDifferences(neededFor: Calculation.pins(of: template).map(\.node))
        let nodes = differences.flatMap { [$0] + template.graph[$0].inputs }
        for (node, tensor) in zip(nodes, try lower(nodes)) where tensor.shape.isScalar {
            let name = template.name(of: node) ?? "a number in \(template.nameOfQuantity(with: node))"
            found += tensor.slots.map { (name, $0) }
        }
        var seen: Set<Slot> = []
        return found.filter { seen.insert($0.slot).inserted }
    }
}

extension Template {
    /// What a quantity's node is called.
    fileprivate func name(of node: NodeID) -> String? { nodes.filter { $0.value == node }.keys.min() }

    /// The quantity whose equation a node is a step of: nodes stand before their quantity and behind those before it.
    fileprivate func nameOfQuantity(with node: NodeID) -> String {
        let next = nodes.min {
            ($0.value < node ? 1 : 0, $0.value, $0.key) < ($1.value < node ? 1 : 0, $1.value, $1.key)
        }
        return next?.key ?? "the calculation"
    }
}

extension Location {
    /// Whether the number's decimals surely end within so many places.
    fileprivate func ends(within decimals: Int) -> Bool {
        guard let denominator = scaledDenominator else { return false }
        return (Rational(10).power(decimals) / Rational(Int(denominator))).isInteger
    }
}
