import Exact
import Generator
import Solver
import Template

/// `psgen solve`: one variant with all its numbers, as text.
struct Solve {
    let files: SetFiles
    let seed: UInt64
    let sheet: Int

    init(_ arguments: ParsedArguments) throws {
        files = try SetFiles(arguments.strings("template"))
        seed = try arguments.integer("seed").map { UInt64($0) } ?? randomSeed()
        sheet = try arguments.integer("sheet") ?? 1
    }

    func run(_ output: OutputFile) throws {
        let generator = try files.generator(seed: seed)
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
}

/// Writes values as lines of text.
private struct ValueText {
    let calculation: Calculation
    let machine: Machine
    let lane: Int

    /// The given numbers, all others and the answers.
    var all: String {
        let count = calculation.template.given.count
        let given = calculation.quantities.prefix(count).map { ($0, nil as String?) }
        let defined = zip(calculation.quantities.dropFirst(count), calculation.template.definitions).map {
            ($0, $1.text)
        }
        return (count > 0 ? "\nGiven\n" + lines(given) : "") + "\nValues\n" + lines(defined)
            + "\nAnswers\n" + answers
    }

    /// `  z1 = W1 @ x + b1 = [-1, 2, 3]`, names aligned.
    func lines(_ quantities: [((name: String, shape: Shape, values: Range<Int>), equation: String?)]) -> String {
        let width = quantities.map(\.0.name.count).max() ?? 0
        return quantities.map { quantity, equation in
            let padding = String(repeating: " ", count: width - quantity.name.count)
            let middle = equation.map { " = \($0)" } ?? ""
            return "  \(quantity.name)\(padding)\(middle) = \(array(Array(quantity.values), quantity.shape))\n"
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
