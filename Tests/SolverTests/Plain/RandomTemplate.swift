import Exact
import TestSupport

/// The text of a valid template: random equations over given quantities of all kinds, a loop, a substitution, drawn
/// indices and functions, a table.
struct RandomTemplate {
    private(set) var text = "given:\n"
    private var source: SplitMix

    init(seed: Int, style: RandomStyle) throws {
        source = SplitMix(seed: 5000 + seed)
        let problem = try RandomProblem(seed: seed, style: style, steps: 3).problem
        let isChosen = source.number(0...3) == 0
        let isComputed = !isChosen && source.number(0...2) == 0
        for (name, array) in problem.given where !(isChosen && ["s", "t"].contains(name)) {
            let way =
                if let numbers = problem.indices[name] {
                    "{ draw: 1..\(numbers.count), show: \(source.pick(["yes", "no"])) }"
                } else if let functions = problem.functions[name] {
                    "{ draw: [\(functions.joined(separator: ", "))] }"
                } else if isComputed && name == "t" {
                    "{ value: 's / 3 + 1', decimals: 2 }"
                } else {
                    quantity(array.sizes)
                }
            text += "  \(name): \(way)\n"
        }
        if isChosen { text += "  choose:\n    - { s: 1, t: -1/2 }\n    - { s: 2, t: 3 }\n    - { s: -1, t: 1 }\n" }
        text += "  l_0: \(quantity([]))\n"

        text += "define:\n"
        for (name, side) in problem.definitions { text += "  \(name): '\(side)'\n" }
        text += "  for k in \(source.pick(["1..3", "3..1"])):\n    l_{k}: f(l_{k-1} / 2 + k * s) - t\n"
        text += "  M: L + l_3^2\n  N: M with s = t, t = 1/2\n  D: 2 * dM/ds\n  E: A[i,:]\n"

        text += "require: [abs(l_3) <= 1000]\nask:\n"
        let gradients = ["u", "A", "B", "c"].filter { (try? problem.solved(["dL/d\($0)"])) != nil }.map { "dL/d\($0)" }
        text +=
            "  - { find: '\((["L", "N", "D", "dM/dt", "C[i,j]"] + gradients).joined(separator: ", "))', points: 5 }\n"
        text += "  - table: { rows: k in 1..3, show: 'l_{k-1} + k, E', find: 'l_{k}' }\n"
        text += "variants: { zeros: yes }\n"
    }

    /// One of the ways to give numbers of a shape.
    private mutating func quantity(_ sizes: [Int]) -> String {
        let shape = sizes.isEmpty ? "" : sizes.count == 1 ? "shape: \(sizes[0]), " : "shape: \(sizes), "
        var ways = [
            "{ \(shape)draw: -3..3 }", "{ \(shape)draw: -2..2, step: 1/2 }",
            "{ \(shape)draw: [-2, -1/2, 0, 3], nonzero: yes }", fixed(sizes),
        ]
        if !sizes.isEmpty { ways.append("{ \(shape)value: 2 }") }
        if sizes.count == 1 { ways += ["{ \(shape)draw: -4..4, distinct: yes }", "{ \(shape)one_hot: yes }"] }
        if sizes.count == 2, sizes[0] == sizes[1] { ways.append("{ \(shape)draw: -1..2, symmetric: yes }") }
        return source.pick(ways)
    }

    private mutating func fixed(_ sizes: [Int]) -> String {
        guard let size = sizes.first else { return source.pick(["3", "-1/2", "0.25", "2"]) }
        return "[" + (0..<size).map { _ in fixed(Array(sizes.dropFirst())) }.joined(separator: ", ") + "]"
    }
}
