import Exact
import Generator
import Solver
import Template

/// `psgen solve`: one variant with all its numbers, as text.
struct Solve {
    let file: TemplateFile
    let seed: UInt64
    let sheet: Int

    init(_ arguments: ParsedArguments) throws {
        file = try TemplateFile(arguments.string("template") ?? "")
        seed = try arguments.integer("seed").map { UInt64($0) } ?? randomSeed()
        sheet = try arguments.integer("sheet") ?? 1
    }

    func run(_ output: OutputFile) throws {
        let generator = try file.generator(seed: seed)
        var drawer = generator.drawer()
        do throws(GeneratorError) {
            try generator.check(count: generator.capacity == nil ? 1 : sheet)
            try drawer.draw(sheets: sheet - 1, count: 1, from: generator)
        } catch {
            throw file.failure(error)
        }
        let values = ValueText(calculation: generator.calculation, machine: drawer.machine)
        let isFixed = generator.capacity == nil
        try output.write(file.template.title + (isFixed ? "\n" : " (seed \(seed), sheet \(sheet))\n"))
        let given = file.template.given.count
        if given > 0 {
            try output.write(
                "\nGiven\n" + values.lines(generator.calculation.quantities.prefix(given).map { ($0, nil) }))
        }
        let defined = zip(generator.calculation.quantities.dropFirst(given), file.template.definitions)
        try output.write("\nValues\n" + values.lines(defined.map { ($0, $1.text) }))
        try output.write("\nAnswers\n" + values.answers)
    }
}

/// Writes values as lines of text.
private struct ValueText {
    let calculation: Calculation
    let machine: Machine

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
        machine.number(at: calculation.location(ofValue: value), lane: 0).text(calculation.roundings[value])
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
