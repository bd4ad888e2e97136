import Exact
import Generator
import Solver
import Template

/// `psgen solve`: one variant with all its numbers, as text.
struct Solve {
    let files: SetFiles
    let given: FixedNumbers
    let seed: UInt64
    let sheet: Int

    init(_ arguments: ParsedArguments) throws {
        files = try SetFiles(arguments.strings("template"))
        if files.files.count > 1, arguments.isGiven("given") {
            throw arguments.invalid("given", advice: "Numbers are given to one template by itself.")
        }
        given = try FixedNumbers(arguments.strings("given"), for: files.files[0].template)
        seed = try arguments.integer("seed").map { UInt64($0) } ?? randomSeed()
        sheet = try arguments.integer("sheet") ?? 1
    }

    func run(_ output: OutputFile) throws {
        let isFixed = !given.byName.isEmpty
        let templates = isFixed ? [try files.files[0].fixing(given)] : nil
        let generator = try files.generator(for: templates, seed: seed, mayBreakRules: isFixed)
        if isFixed, generator.isFixed { warnOfBrokenRules(generator.generators[0]) }
        var drawer = generator.drawer()
        do throws(SetGeneratorError) {
            try generator.check(count: generator.isFixed ? 1 : sheet)
            try drawer.draw(sheets: sheet - 1, count: 1)
        } catch {
            throw files.failure(error)
        }
        let drawn = generator.isFixed ? "" : " (seed \(seed), sheet \(sheet))"
        if let heading = files.heading { try output.write(heading.title + drawn + "\n") }
        for (index, numbers) in drawer.numbers(ofSheet: 0).problems.enumerated() {
            let calculation = generator.plan.calculations[numbers.template]
            let title = calculation.template.title
            if files.heading == nil {
                try output.write(title + drawn + "\n")
            } else {
                try output.write("\nProblem \(index + 1): \(title)\n")
            }
            let values = ValueText(calculation: calculation, machine: numbers.machine, lane: numbers.lane)
            try output.write(values.all)
        }
    }

    private func warnOfBrokenRules(_ generator: Generator) {
        var drawer = generator.drawer()
        for rule in drawer.brokenRules() {
            printError("Warning: these numbers break a rule: \(rule.description(in: generator.template))")
        }
    }
}

/// Writes values as lines of text.
private struct ValueText {
    let calculation: Calculation
    let machine: Machine
    let lane: Int

    /// The given numbers, all others and the answers.
    var all: String {
        let template = calculation.template
        let defined = zip(calculation.quantities.dropFirst(template.given.count), template.definitions)
        return (template.given.isEmpty ? "" : "\nGiven\n" + given(template.given)) + "\nValues\n"
            + lines(defined.map { ($0, $1.text) }) + "\nAnswers\n" + answers
    }

    /// `  x = [2, 1]`, of a drawn function its name.
    private func given(_ quantities: [GivenQuantity]) -> String {
        let width = quantities.map(\.name.count).max() ?? 0
        return zip(quantities, calculation.quantities).map { given, quantity in
            let padding = String(repeating: " ", count: width - given.name.count)
            let value = function(of: given, at: quantity.values.lowerBound)
            return "  \(given.name)\(padding) = \(value ?? array(Array(quantity.values), quantity.shape))\n"
        }.joined()
    }

    private func function(of given: GivenQuantity, at value: Int) -> String? {
        let number = machine.number(at: calculation.location(ofValue: value), lane: lane)
        guard case .exact(let place) = number, let index = Int(exactly: place.numerator),
            given.functions.indices.contains(index)
        else { return nil }
        return given.functions[index]
    }

    /// `  z1 = W1 @ x + b1 = [-1, 2, 3]`, names aligned.
    func lines(_ quantities: [((name: String, shape: Shape, values: Range<Int>), equation: String)]) -> String {
        let width = quantities.map(\.0.name.count).max() ?? 0
        return quantities.map { quantity, equation in
            let padding = String(repeating: " ", count: width - quantity.name.count)
            return "  \(quantity.name)\(padding) = \(equation) = \(array(Array(quantity.values), quantity.shape))\n"
        }.joined()
    }

    /// `  (b) dL/dW3[2] = 21`, one a line.
    var answers: String {
        calculation.asked.map { entry in
            "  (\(AskedPart.letter(of: entry.part))) \(entry.column) = \(number(entry.value))\n"
        }.joined()
    }

    private func number(_ value: Int) -> String {
        machine.number(at: calculation.location(ofValue: value), lane: lane).text(calculation.roundings[value])
    }

    /// A vector as `[1, 2]`, a matrix as `[0 1; 1 1]`, which `psgen check` reads as well.
    private func array(_ values: [Int], _ shape: Shape) -> String {
        switch shape.rank {
        case 0: return number(values[0])
        case 1: return "[" + values.map(number).joined(separator: ", ") + "]"
        case 2:
            let columns = shape.dimensions[1]
            let rows = stride(from: 0, to: values.count, by: columns).map { start in
                values[start..<start + columns].map(number).joined(separator: " ")
            }
            return "[" + rows.joined(separator: "; ") + "]"
        default:
            let inner = Shape(Array(shape.dimensions.dropFirst()))
            let slices = stride(from: 0, to: values.count, by: inner.count).map { start in
                array(Array(values[start..<start + inner.count]), inner)
            }
            return "[" + slices.joined(separator: ", ") + "]"
        }
    }
}
