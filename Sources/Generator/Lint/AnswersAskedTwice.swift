import Exact
import Solver
import Template
import YAML

extension Sample {
    /// Warnings of answers that a drawn index makes the same on some sheets.
    var answersAskedTwice: [Diagnostic] {
        let asked = calculation.asked
        let parts = calculation.template.parts
        let indices = asked.map { entry in drawnIndices(in: parts[entry.part].quantities[entry.quantity].expression) }
        guard indices.contains(where: { !$0.isEmpty }) else { return [] }
        var counts: [Pair: Int] = [:]
        for sheet in sheets {
            var answers: [String: [Int]] = [:]
            for (answer, entry) in asked.enumerated() {
                let numbers = indices[answer].compactMapValues { value in
                    if case .exact(let number) = sheet[value] { number.text } else { nil }
                }
                let column = Self.column(entry.column, with: numbers)
                for other in answers[column] ?? [] { counts[Pair(first: other, second: answer), default: 0] += 1 }
                answers[column, default: []].append(answer)
            }
        }
        return counts.sorted { ($0.key.second, $0.key.first) < ($1.key.second, $1.key.first) }.compactMap {
            pair, count in
            let (one, other) = (asked[pair.first].column, asked[pair.second].column)
            let share = Self.percent(count, of: sheets.count)
            let names = Set(indices[pair.first].keys).union(indices[pair.second].keys).sorted()
            let which = names.map { "'\($0)'" }.joined(separator: " and ")
            return calculation.template.places.answers[other].map { place in
                .warning(
                    "'\(one)' and '\(other)' are the same answer on \(share) of the sheets; draw \(which) from other"
                        + " numbers, or say in 'require:' which must differ", at: place,
                    notes: calculation.template.places.answers[one].map { [.init("first asked here", at: $0)] } ?? [])
            }
        }
    }

    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    /// The values of the drawn indices in an expression, by name.
    private func drawnIndices(in expression: Expression) -> [String: Int] {
        var values: [String: Int] = [:]
        for name in expression.indices { values[name] = scalar(name) }
        return values
    }

    /// `dL/dW[i,j]` with numbers for the names between brackets.
    private static func column(_ text: String, with numbers: [String: String]) -> String {
        guard !numbers.isEmpty else { return text }
        var result = ""
        var word = ""
        for character in text {
            if "[,]".contains(character) {
                result += numbers[word] ?? word
                word = ""
                result.append(character)
            } else if character == "/" {
                result += word + "/"
                word = ""
            } else {
                word.append(character)
            }
        }
        return result + word
    }
}
