import Exact
import Generator
import Maths
import Solver

/// One row of numbers for all values of a set: those of the first template, of the second, …, then the choice of each
/// problem among its templates.
struct SetValues: Sendable {
    let plan: SetPlan
    /// Where each value of a template is computed.
    private let locations: [(template: Int, location: Location)]
    private let offsets: [Int]

    init(_ plan: SetPlan) {
        self.plan = plan
        var locations: [(template: Int, location: Location)] = []
        var offsets: [Int] = []
        for (template, calculation) in plan.calculations.enumerated() {
            offsets.append(locations.count)
            locations += calculation.program.outputs[0].map { (template, $0) }
        }
        self.locations = locations
        self.offsets = offsets
    }

    /// Where the values of a template begin.
    func offset(ofTemplate template: Int) -> Int { offsets[template] }

    /// Which of its templates a problem takes, from 0.
    func choice(ofProblem problem: Int) -> ValueID { ValueID(locations.count + problem) }

    /// Each problem of a sheet, from the template that the sheet takes.
    ///
    /// - Parameter print: prints a template as a problem; both are counted from 0.
    func problems(_ print: (_ problem: Int, _ template: Int) -> Form) -> [Form] {
        plan.problems.enumerated().map { index, problem in
            let alternatives = problem.templates.map { print(index, $0).renumbered(by: offset(ofTemplate: $0)) }
            if alternatives.count == 1 { return alternatives[0] }
            var form = Form()
            form.append(.alternatives(choice(ofProblem: index), alternatives))
            return form
        }
    }

    /// The number of a value on a sheet; undefined for a template that it does not take.
    func number(_ id: ValueID, of sheet: SheetNumbers) -> Number {
        guard id.index < locations.count else {
            let problem = id.index - locations.count
            let place = sheet.problems[problem].template - plan.problems[problem].templates.lowerBound
            return .exact(Rational(place))
        }
        let (template, location) = locations[id.index]
        for problem in sheet.problems where problem.template == template {
            return problem.machine.number(at: location, lane: problem.lane)
        }
        return .exact(.undefined)
    }
}
