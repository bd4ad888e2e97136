import Exact
import Template
import YAML

/// Numbers for given quantities from the command line: `--given "x=[2, 1]; y=3"`.
struct FixedNumbers {
    /// The numbers of each quantity in row-major order.
    private(set) var byName: [String: [Rational]] = [:]

    /// Reads the texts of all options; throws where one names nothing that a template gives, or does not fit it.
    init(_ texts: [String], for template: Template) throws(CommandError) {
        for text in texts.flatMap(Self.assignments) {
            let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
            guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
                throw CommandError("--given is a name and its numbers, as in 'x=[2, 1]', not '\(text)'")
            }
            let name = halves[0]
            guard let quantity = template.given.first(where: { $0.name == name }) else {
                let names = template.given.map(\.name)
                let offer = nearestName(to: name, among: names).map { "; did you mean '\($0)'?" }
                throw CommandError(
                    "--given: '\(name)' is not given by this template"
                        + (offer ?? "; it gives \(names.joined(separator: ", "))"))
            }
            guard byName[name] == nil else { throw CommandError("--given: '\(name)' is there twice") }
            byName[name] = try Self.numbers(halves[1], of: quantity)
        }
    }

    private static func numbers(_ text: String, of quantity: GivenQuantity) throws(CommandError) -> [Rational] {
        let name = "--given \(quantity.name)"
        let file: SourceFile
        do throws(Diagnostics) {
            file = try SourceFile(name: name, bytes: Array(text.utf8))
        } catch {
            throw CommandError(placed: error.rendered(as: name))
        }
        do throws(Diagnostics) {
            return try quantity.numbers(reading: file)
        } catch {
            throw CommandError(placed: error.rendered(in: file))
        }
    }

    /// The parts between semicolons that are not empty.
    private static func assignments(_ text: String) -> [String] {
        text.split(separator: ";").map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
    }
}
