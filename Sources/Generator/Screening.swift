import Exact
import Solver
import Template

/// A rule by which draws are rejected.
package enum Rule: Hashable, Sendable {
    /// One of the template's requirements, by its place.
    case requirement(Int)
    /// A given matrix is equal to its transpose, by its place among the given quantities.
    case symmetric(Int)
    /// A step sits on a kink.
    case kink
    /// An asked number is 0 by chance.
    case zero
    /// A number does not exist, or cannot be kept.
    case undefined
    /// A real number lies so near to a rounding tie that machines could write it differently.
    case tie

    /// How a message calls what the rule asks for.
    package func description(in template: Template) -> String {
        switch self {
        case .requirement(let index): template.requirements[index].text
        case .symmetric(let index): "'\(template.given[index].name)' is not symmetric"
        case .kink: "no unit exactly on a kink (variants: { kinks: yes } permits it)"
        case .zero: "no asked number 0 by chance (variants: { zeros: yes } permits it)"
        case .undefined: "every number can be computed"
        case .tie: "no real number on a rounding tie"
        }
    }
}

/// The program that tells a good draw from a bad one, rule by rule, the template's own requirements first.
struct Screening: Sendable {
    let program: Program
    /// One a stage of the program.
    let rules: [Rule]

    init(_ template: Template) throws(CalculationError) {
        let pins = Calculation.pins(of: template)
        var lowering = Lowering(template.graph)
        var rules: [Rule] = []
        var stages: [[Slot]] = []
        guard let conditions = try? lowering.lower(template.requirements.map(\.node)),
            let asked = try? lowering.lower(asked: pins)
        else { throw .tooLong }
        for (index, condition) in conditions.enumerated() {
            rules.append(.requirement(index))
            stages.append(condition.slots)
        }
        for (index, quantity) in template.given.enumerated() where quantity.isAsymmetric {
            guard let node = template.nodes[quantity.name], let entries = try? lowering.lower([node])[0] else {
                throw .tooLong
            }
            let size = quantity.shape.dimensions[0]
            rules.append(.symmetric(index))
            stages.append([
                lowering.extend { code in
                    let pairs = (0..<size).flatMap { row in (0..<row).map { (row * size + $0, $0 * size + row) } }
                    return pairs.reduce(code.constant(0)) { any, pair in
                        code.or(any, code.notEqual(entries.slots[pair.0], entries.slots[pair.1]))
                    }
                }
            ])
        }
        if !template.variants.kinks {
            let needed = template.graph.forwardNodes(
                neededFor: template.definitions.compactMap { template.nodes[$0.name] } + pins.map(\.node))
            // All at once: each call starts from the given numbers again.
            guard let operands = try? lowering.lower(needed.flatMap { template.graph[$0].inputs }) else {
                throw .tooLong
            }
            var rest = operands[...]
            for node in needed {
                let node = template.graph[node]
                let own = Array(rest.prefix(node.inputs.count))
                rest = rest.dropFirst(node.inputs.count)
                let clear = lowering.extend { node.operation.clearOfKinks(own, in: &$0) }
                if clear.isEmpty { continue }
                rules.append(.kink)
                stages.append([lowering.all(clear)])
            }
        }
        if !template.variants.zeros {
            rules.append(.zero)
            let nonzero = asked.map { slot in lowering.extend { $0.nonzeroUnlessVanishing(slot) } }
            stages.append([lowering.all(nonzero)])
        }
        guard !lowering.code.isFull else { throw .tooLong }
        program = Program(lowering.code, stages: stages, inputs: template.draws.map(\.range))
        self.rules = rules
    }
}

extension Lowering {
    /// One slot for several conditions, so that a stage has one to look at.
    fileprivate mutating func all(_ conditions: [Slot]) -> Slot {
        extend { code in conditions.reduce(code.constant(1)) { code.and($0, $1) } }
    }
}

extension Screening {
    /// The lanes that no rule rejects; `lanes` of them are filled.
    func acceptedLanes(in machine: Machine, lanes: Int) -> UInt64 {
        var accepted = lanes == 64 ? UInt64.max : (1 << UInt64(lanes)) - 1
        for stage in rules.indices {
            machine.run(stage: stage, lanes: lanes)
            accepted &= machine.lanes(where: program.outputs[stage][0], of: lanes)
            if accepted == 0 { break }
        }
        return accepted
    }

    /// For each stage, the lanes that it rejects by itself.
    func rejectedLanes(in machine: Machine, lanes: Int) -> [UInt64] {
        let all = lanes == 64 ? UInt64.max : (1 << UInt64(lanes)) - 1
        return rules.indices.map { stage in
            machine.run(stage: stage, lanes: lanes)
            return all & ~machine.lanes(where: program.outputs[stage][0], of: lanes)
        }
    }
}
