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
                    let report = try self.report(file, generator, try file.warnings(generator))
                    do { try output.write(report) } catch { throw CommandError("\(error)") }
                }
            } catch {
                failures.append(error.message)
            }
        }
        if !failures.isEmpty { throw CommandError(placed: failures.joined(separator: "\n")) }
    }

    private func report(
        _ file: TemplateFile, _ generator: Generator, _ warnings: [Diagnostic]
    ) throws(CommandError) -> String {
        let template = file.template
        let asked = generator.calculation.asked
        let points = template.points
        var lines = [
            "\(file.source.name): \(counted(template.parts.count, "part")), \(counted(asked.count, "answer")),"
                + " \(points.text) \(points == .one ? "point" : "points")"
        ]
        for warning in warnings { lines.append(warning.rendered(in: file.source)) }

        if generator.capacity == nil {
            lines.append("  nothing is drawn: every sheet is the same")
            for rule in generator.brokenRules() {
                lines.append("\(file.source.name): warning: \(rule.message(for: template))")
            }
        }
        do throws(GeneratorError) { lines += try LintReport(generator).lines } catch { throw file.failure(error) }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// So many of something: `1 part`, `2 parts`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
