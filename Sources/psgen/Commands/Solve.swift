import Exact
import Exporter
import Generator
import Template

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `psgen solve`: one variant, worked out as on its key, as text.
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
        let worked = try (isFixed ? [files.files[0].fixing(given)] : files.files.map(\.template)).map {
            WorkedTemplate($0)
        }
        let generator = try files.generator(for: worked.map(\.template), seed: seed, mayBreakRules: isFixed)
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
                try output.write(title + drawn + "\n\n")
            } else {
                try output.write("\nProblem \(index + 1): \(title)\n\n")
            }
            func number(_ value: Int) -> Number {
                numbers.machine.number(at: calculation.location(ofValue: value), lane: numbers.lane)
            }
            let text = WorkedText(worked[numbers.template], calculation)
            try output.write(
                text.text(width: textWidth(of: STDOUT_FILENO), isStyled: isStyled(STDOUT_FILENO)) { number($0.index) })
            try output.write("\nAnswers\n")
            for entry in calculation.asked {
                let answer = number(entry.value).text(calculation.roundings[entry.value])
                try output.write("  (\(AskedPart.letter(of: entry.part))) \(entry.column) = \(answer)\n")
            }
        }
    }

    private func warnOfBrokenRules(_ generator: Generator) {
        for rule in generator.brokenRules() {
            printError("Warning: \(rule.message(for: generator.template))")
        }
    }
}
