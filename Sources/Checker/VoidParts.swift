import Generator
import Template

/// Parts that turned out to be bad, so that everyone gets their full points.
package struct VoidParts: Sendable {
    private var parts: Set<Place> = []

    private struct Place: Hashable {
        let problem: Int
        let part: Int
    }

    /// No part.
    package init() {}

    /// The parts that are named as `c`, or as `2.c` where a sheet has several problems; in one text or several, with
    /// commas between them.
    package init(_ texts: [String], of plan: SetPlan) throws(VoidPartsError) {
        var names: [String: Place] = [:]
        var known: [String] = []
        for (problem, choice) in plan.problems.enumerated() {
            let count = plan.calculations[choice.templates].map(\.template.parts.count).max() ?? 0
            for part in 0..<count {
                let name = plan.prefix(ofProblem: problem) + AskedPart.letter(of: part)
                names[name] = Place(problem: problem, part: part)
                known.append(name)
            }
        }
        for name in texts.flatMap({ $0.split(separator: ",") }) {
            let name = name.filter { $0 != " " && $0 != "(" && $0 != ")" }
            guard let place = names[name] else { throw VoidPartsError(name: name, known: known) }
            parts.insert(place)
        }
    }

    /// The void parts of a problem, by their places.
    func parts(ofProblem problem: Int) -> Set<Int> { Set(parts.filter { $0.problem == problem }.map(\.part)) }
}

/// A name that no part of a set has.
package struct VoidPartsError: Error, Hashable, Sendable {
    /// The name.
    package let name: String
    /// The names of all parts.
    package let known: [String]

    /// A sentence for the instructor, without its full stop.
    package var message: String { "the set has no part '\(name)'; its parts are \(known.joined(separator: ", "))" }
}
