import Exact
import Generator
import Template
import YAML

/// `psgen lint`: whether templates are right, can be drawn, and how many variants they have.
struct Lint {
    let paths: [String]

    init(_ arguments: ParsedArguments) { paths = arguments.strings("template") }

    /// Reports on each template; throws at the end where one has a mistake.
    func run(_ output: OutputFile) throws {
        var failures: [String] = []
        for path in paths {
            do throws(CommandError) {
                for file in try SetFiles([path]).files {
                    let generator = try file.generator(seed: 0)
                    let report = self.report(file, generator, try file.warnings(generator))
                    do { try output.write(report) } catch { throw CommandError("\(error)") }
                }
            } catch {
                failures.append(error.message)
            }
        }
        if !failures.isEmpty { throw CommandError(placed: failures.joined(separator: "\n")) }
    }

    private func report(_ file: TemplateFile, _ generator: Generator, _ warnings: [Diagnostic]) -> String {
        let template = file.template
        let asked = generator.calculation.asked
        let points = template.points
        var lines = [
            "\(file.source.name): \(counted(template.parts.count, "part")), \(counted(asked.count, "answer")),"
                + " \(points.text) \(points == .one ? "point" : "points")"
        ]
        for warning in warnings { lines.append(warning.rendered(in: file.source)) }
        var drawer = generator.drawer()
        guard let capacity = generator.capacity else {
            lines.append("  nothing is drawn: every sheet is the same")
            for rule in drawer.brokenRules() {
                lines.append(
                    "\(file.source.name): warning: these numbers break a rule: \(rule.description(in: template))")
            }
            return lines.joined(separator: "\n") + "\n"
        }
        let choices = template.digits.radices.count { $0 > 1 }
        lines.append("  \(counted(choices, "number")) drawn; room for \(capacity) different sheets")
        let rejections = drawer.rejections()
        if !rejections.isEmpty {
            lines.append("  by itself each rule rejects of all draws:")
            lines += rejections.map { "  " + $0.line(in: template, width: 10) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
