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
        for case .requirement(let index) in brokenRules() {
            throw .contradiction(template.requirements[index].text)
        }
    }

    /// The rules that the numbers of a fixed template break.
    package func brokenRules() -> [Rule] {
        let sample = VariantSample(source, limit: 1)
        let satisfied = sample.places([0], screening.program)
        var broken: [Rule] = []
        for (condition, places) in zip(screening.conditions, satisfied)
        where places.isEmpty && !broken.contains(condition.rule) {
            broken.append(condition.rule)
        }
        return broken
    }
}
