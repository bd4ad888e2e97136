import Maths
import Solver
import YAML

/// An equation of a template, or one round's of one that a for line repeats.
struct Equation {
    /// What stands left of the colon, and the name that it is in this round.
    let key: Node
    let name: String
    let node: Node
    let isShown: Bool
    /// The for lines around it, from the outermost, and their variables' values in this round.
    let loops: [LoopRange]
    let round: [String: Int]
    /// Nil until it is read.
    var expression: Expression?

    /// Whether it is the first round of all loops around it.
    var isFirstRound: Bool { loops.allSatisfy { round[$0.variable] == $0.values.first } }
}

extension TemplateReader {
    /// All equations of a template with their rounds are at most so many.
    private static let mostEquations = 10_000
    /// For lines stand inside one another at most so deep.
    private static let deepestLoop = 4

    /// Gives all equations their names, round by round.
    mutating func declareEquations(
        _ entries: [Entry], isShown: Bool, within loops: [LoopRange], _ equations: inout [Equation]
    ) {
        declareEquations(entries, isShown: isShown, within: loops, round: [:], &equations)
    }

    private mutating func declareEquations(
        _ entries: [Entry], isShown: Bool, within loops: [LoopRange], round: [String: Int],
        _ equations: inout [Equation]
    ) {
        for entry in entries {
            if entry.name.hasPrefix("for ") {
                guard let loop = loop(entry, within: loops), case .mapping(let inner) = entry.value.kind else {
                    isIncomplete = true
                    continue
                }
                for value in loop.values {
                    if isIncomplete { return }
                    declareEquations(
                        inner, isShown: isShown, within: loops + [loop],
                        round: round.merging([loop.variable: value]) { $1 }, &equations)
                }
                continue
            }
            guard let name = name(entry.key, in: round, loops) else { continue }
            guard equations.count < Self.mostEquations else {
                report(
                    "a template has at most \(Self.mostEquations) equations, all rounds of loops counted", at: entry.key
                )
                isIncomplete = true
                return
            }
            guard declare(name, at: entry.key) else { continue }
            equations.append(
                Equation(key: entry.key, name: name, node: entry.value, isShown: isShown, loops: loops, round: round))
        }
    }

    /// The name of an equation in a round.
    private mutating func name(_ key: Node, in round: [String: Int], _ loops: [LoopRange]) -> String? {
        let text = key.scalar?.text ?? ""
        do throws(ExpressionError) {
            let name = text.contains("{") ? try Parser.name(text, loop: round) : text
            if let loop = loops.first(where: { $0.values.count > 1 }), name == text {
                if round[loop.variable] == loop.values.first {
                    let variable = loops[loops.count - 1].variable
                    let stem = text.hasSuffix("_\(variable)") ? String(text.dropLast(variable.count)) : text + "_"
                    report(
                        "'\(text)' is defined anew in every round; put the variable in its name, as in"
                            + " \(stem){\(variable)}", at: key)
                    broken.insert(text)
                }
                return nil
            }
            return name
        } catch {
            report(error, in: key)
            isIncomplete = true
            return nil
        }
    }

    /// Reads `for t in 1..3`.
    private mutating func loop(_ entry: Entry, within loops: [LoopRange]) -> LoopRange? {
        guard case .mapping(let inner) = entry.value.kind, !inner.isEmpty else {
            report("equations stand below a for line, indented, as in 'h_{t}: tanh(a_{t})'", at: entry.key)
            return nil
        }
        guard loops.count < Self.deepestLoop else {
            report("for lines are nested at most \(Self.deepestLoop) deep", at: entry.key)
            return nil
        }
        let loop: LoopRange
        do throws(ExpressionError) {
            loop = try LoopRange(String(entry.name.dropFirst(4)), example: "for t in 1..3")
        } catch {
            report(error.message, at: entry.key)
            return nil
        }
        guard !loops.contains(where: { $0.variable == loop.variable }) else {
            report("'\(loop.variable)' is the variable of a for line around this one; choose another", at: entry.key)
            return nil
        }
        guard places[loop.variable] == nil, Function.named(loop.variable) == nil else {
            report("'\(loop.variable)' has a meaning already; choose another variable", at: entry.key)
            return nil
        }
        return loop
    }

    /// How the equations are shown: one line for all rounds of a loop.
    func equationLines(_ equations: [Equation]) -> [EquationLine] {
        equations.filter { $0.isShown && $0.isFirstRound }.compactMap { equation in
            let variables = Set(equation.loops.map(\.variable))
            let key = equation.key.scalar?.text ?? ""
            guard let text = equation.node.scalar?.text,
                let name = key.contains("{") ? try? Parser.name(key, symbols: variables) : key,
                let expression = try? Parser.expression(text, names: names, symbols: variables)
            else { return nil }
            return EquationLine(
                name: name, expression: expression, firstRound: equation.round,
                rounds: equation.loops.map { EquationLine.Rounds(variable: $0.variable, values: $0.values) })
        }
    }

    /// The shapes of names with a loop's variable in them: those of the first round.
    func shapesOfSymbols(_ lines: [EquationLine]) -> [String: Shape] {
        var shapes: [String: Shape] = [:]
        for line in lines where !line.rounds.isEmpty {
            for symbol in [line.name] + line.expression.names {
                guard let name = try? Parser.name(symbol, loop: line.firstRound), name != symbol else { continue }
                shapes[symbol] = elaboration.quantities[name].map { elaboration.graph[$0].shape }
            }
        }
        return shapes
    }
}
