import Solver

/// The numbers of one sheet, where they were computed.
package struct SheetNumbers {
    /// The numbers of a problem.
    package struct Problem {
        /// Its template, by its place in the set.
        package let template: Int
        /// What computed the numbers, and in which lane they stand.
        package let machine: Machine
        package let lane: Int
    }

    /// In the order of the problems.
    package let problems: [Problem]

    /// The numbers of a sheet.
    package init(_ problems: [Problem]) { self.problems = problems }

    /// The numbers of a sheet with one problem from one template.
    package init(_ machine: Machine, lane: Int) {
        problems = [Problem(template: 0, machine: machine, lane: lane)]
    }
}

/// Draws the sheets of a set, with memory of its own.
package struct SetDrawer {
    private let plan: SetPlan
    private let generators: [Generator]
    private var drawers: [Drawer]
    /// After how many draws a template begins again.
    private let capacities: [Int]
    /// The template and lane of each problem, sheet by sheet.
    private var places: [(template: Int, lane: Int)] = []

    init(_ set: SetGenerator) {
        plan = set.plan
        generators = set.generators
        drawers = set.generators.map { $0.drawer() }
        capacities = set.generators.map { Int(min($0.capacity ?? 1, UInt128(Int.max))) }
    }

    /// Draws up to 64 sheets, by their numbers from 0, and computes their values.
    package mutating func draw(sheets first: Int, count: Int) throws(SetGeneratorError) {
        var draws = drawers.map { _ in [Int]() }
        places.removeAll(keepingCapacity: true)
        for sheet in first..<first + count {
            for problem in plan.problems.indices {
                let (template, draw) = plan.choice(ofProblem: problem, onSheet: sheet)
                places.append((template, draws[template].count))
                draws[template].append(draw % capacities[template])
            }
        }
        for template in drawers.indices where !draws[template].isEmpty {
            do throws(GeneratorError) {
                try drawers[template].draw(draws[template], from: generators[template])
            } catch {
                throw SetGeneratorError(template: template, error: error)
            }
        }
    }

    /// The numbers of a sheet drawn last, by its place among them.
    package func numbers(ofSheet sheet: Int) -> SheetNumbers {
        let first = sheet * plan.problems.count
        return SheetNumbers(
            places[first..<first + plan.problems.count].map { place in
                SheetNumbers.Problem(
                    template: place.template, machine: drawers[place.template].machine, lane: place.lane)
            })
    }
}
