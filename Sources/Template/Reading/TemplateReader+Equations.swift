import Exact
import Solver
import YAML

extension TemplateReader {
    /// Reads the equations and puts them into the graph, whatever order they stand in; the sheet shows those of the
    /// first node, the key those of both.
    mutating func readDefinitions(_ shown: Node?, _ solution: Node?) {
        var equations: [Equation] = []
        for (node, key, isShown) in [(shown, "define", true), (solution, "solution", false)] {
            guard let node else { continue }
            guard case .mapping(let entries) = node.kind, !entries.isEmpty else {
                isIncomplete = true
                report("'\(key):' lists equations, as in 'z: W @ x + b'", at: node)
                continue
            }
            declareEquations(entries, isShown: isShown, within: [], &equations)
        }
        guard !isIncomplete else { return }
        var readable: [Equation] = []
        for var equation in equations {
            if let expression = expression(equation.node, loop: equation.round) {
                equation.expression = expression
                readable.append(equation)
            } else {
                broken.insert(equation.name)
            }
        }
        for equation in ordered(readable) { define(equation) }
        definitions = readable.compactMap { equation in
            equation.expression.map {
                Definition(
                    name: equation.name, expression: $0, text: equation.node.scalar?.text ?? "",
                    isShown: equation.isShown)
            }
        }
        lines = equationLines(readable)
    }

    /// Reads one expression, reporting what is wrong with it.
    mutating func expression(_ node: Node, loop: [String: Int] = [:]) -> Expression? {
        guard let text = equationText(node) else { return nil }
        do throws(ExpressionError) {
            let expression = try Parser.expression(text, names: names, loop: loop)
            mention(expression)
            return expression
        } catch {
            report(error, in: node)
            return nil
        }
    }

    /// A scalar that is not empty.
    mutating func equationText(_ node: Node) -> String? {
        guard let scalar = node.scalar else {
            report("expected an expression here, as in W @ x + b", at: node)
            return nil
        }
        guard !scalar.text.isEmpty else {
            report("an expression is missing here", at: node)
            return nil
        }
        return scalar.text
    }

    /// The node of an expression, unless something it uses is broken already.
    mutating func node(for expression: Expression, in node: Node) -> NodeID? {
        if expression.names.contains(where: { broken.contains($0) }) { return nil }
        do throws(ExpressionError) {
            return try elaboration.node(for: expression)
        } catch {
            report(error, in: node)
            return nil
        }
    }

    private mutating func define(_ equation: Equation) {
        guard let expression = equation.expression else { return }
        if expression.names.contains(where: { broken.contains($0) }) {
            broken.insert(equation.name)
            return
        }
        do throws(ExpressionError) {
            try elaboration.define(equation.name, as: expression)
        } catch {
            // The h_{t-1} of a first round is what is most often forgotten.
            let isMissing = expression.names.contains { places[$0] == nil && error.message.hasSuffix("'\($0)'") }
            let isFirst = !equation.loops.isEmpty && equation.isFirstRound
            let advice = isMissing && isFirst ? "; the first round of the loop needs it, given or defined" : ""
            report(ExpressionError(error.message + advice, at: error.range), in: equation.node)
            broken.insert(equation.name)
        }
    }

    /// Puts each equation behind those that it uses; what goes round in a circle is reported and left out.
    private mutating func ordered(_ equations: [Equation]) -> [Equation] {
        let byName = Dictionary(equations.map { ($0.name, $0) }) { first, _ in first }
        var done: Set<String> = []
        var path: [String] = []
        var order: [Equation] = []
        for equation in equations {
            // A stack of its own: chains of equations may be long.
            var stack: [(name: String, uses: ArraySlice<String>)] = []
            func enter(_ name: String) {
                stack.append((name, (byName[name]?.expression?.names ?? [])[...]))
                path.append(name)
            }
            if !done.contains(equation.name) { enter(equation.name) }
            while let (name, uses) = stack.last {
                guard let next = uses.first else {
                    stack.removeLast()
                    path.removeLast()
                    done.insert(name)
                    if let finished = byName[name] { order.append(finished) }
                    continue
                }
                stack[stack.count - 1].uses = uses.dropFirst()
                if done.contains(next) || byName[next] == nil { continue }
                if let start = path.firstIndex(of: next) {
                    reportCycle(Array(path[start...]), byName)
                } else {
                    enter(next)
                }
            }
        }
        return order.filter { !broken.contains($0.name) }
    }

    private mutating func reportCycle(_ names: [String], _ equations: [String: Equation]) {
        guard names.allSatisfy({ !broken.contains($0) }), let first = names.first, let equation = equations[first]
        else { return }
        broken.formUnion(names)
        let way = (names + [first]).joined(separator: " → ")
        report(
            names.count == 1
                ? "'\(first)' is defined by itself" : "these equations go round in a circle: \(way)",
            at: equation.key)
    }

    /// Reads what every variant must satisfy.
    mutating func readRequirements(_ node: Node) {
        let items: [Node]
        if case .sequence(let nodes) = node.kind { items = nodes } else { items = [node] }
        for item in items {
            guard let expression = expression(item), let condition = self.node(for: expression, in: item),
                let text = item.scalar?.text
            else { continue }
            guard elaboration.graph[condition].shape.isScalar else {
                report("this is a condition on each entry; write all(…) or any(…) around it", at: item)
                continue
            }
            guard expression.isCondition else {
                report("expected a condition, as in abs(L) <= 100 or any(z1 < 0)", at: item)
                continue
            }
            requirements.append(Requirement(text: text, node: condition))
        }
    }
}

extension Expression {
    /// Whether it says that something holds, rather than how much something is.
    fileprivate var isCondition: Bool {
        switch kind {
        case .comparison: true
        case .call(let name, _, _): name == "any" || name == "all"
        default: false
        }
    }
}
