import Exact
import Solver
import Template

extension Generator {
    /// Throws where a fixed template contradicts its own requirements or has a number that does not exist.
    func check(mayBreakRules: Bool) throws(GeneratorError) {
        var drawer = drawer()
        drawer.compute([0])
        let machine = drawer.machine
        let named = calculation.quantities.flatMap { quantity in quantity.values.map { (quantity.name, $0) } }
        for (name, value) in named + calculation.asked.map({ ($0.column, $0.value) })
        where !machine.number(at: calculation.location(ofValue: value), lane: 0).isDefined {
            throw .undefined(name, machine.failure(lane: 0))
        }
        guard !mayBreakRules else { return }
        let satisfied = VariantSample(source, limit: 1).places([0], screening.program)
        for (condition, places) in zip(screening.conditions, satisfied) where places.isEmpty {
            guard case .requirement(let index) = condition.rule else { continue }
            throw .contradiction(template.requirements[index].text)
        }
    }

    /// The rules that the numbers of a fixed template break.
    package func brokenRules() -> [BrokenRule] {
        var drawer = drawer()
        drawer.compute([0])
        // Zeros are written on purpose; what other numbers cancel to is 0 by chance.
        var given: [(pin: Pin, number: Rational)] = []
        for (quantity, (name, _, values)) in zip(template.given, calculation.quantities) {
            let numbers = values.map { drawer.machine.number(at: calculation.location(ofValue: $0), lane: 0) }
            guard let node = template.nodes[name], quantity.functions.isEmpty, !numbers.allSatisfy(\.isZero) else {
                continue
            }
            for (entry, number) in numbers.enumerated() {
                if case .exact(let number) = number { given.append((Pin(node: node, entry: entry), number)) }
            }
        }
        guard let screening = try? Screening(template, given: given.map(\.pin)) else { return [] }
        let concerned = screening.conditions.flatMap(\.numbers).compactMap(\.slot)
        let slots = screening.conditions.map(\.slot) + concerned
        let machine = Machine(Program(screening.code, stages: [slots], inputs: screening.inputs))
        for (input, number) in (template.draws.map { $0[0] } + given.map(\.number)).enumerated() {
            _ = machine.set(input: input, to: number, lane: 0)
        }
        machine.run(lanes: 1)
        let outputs = machine.program.outputs[0]
        var rest = outputs.dropFirst(screening.conditions.count)
        var broken: [BrokenRule] = []
        for (condition, location) in zip(screening.conditions, outputs) {
            let numbers = condition.numbers.map { concerned in
                guard concerned.slot != nil, let location = rest.popFirst() else { return concerned.name }
                return "\(concerned.name) = \(machine.number(at: location, lane: 0).text(.exact))"
            }
            guard machine.lanes(where: location, of: 1) == 0 else { continue }
            if let place = broken.firstIndex(where: { $0.rule == condition.rule }) {
                broken[place].numbers += numbers.filter { !broken[place].numbers.contains($0) }
            } else {
                broken.append(BrokenRule(rule: condition.rule, numbers: numbers))
            }
        }
        return broken
    }
}
