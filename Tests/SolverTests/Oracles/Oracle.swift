import Exact
import Foundation

@testable import Solver

/// A published example, and how psgen writes its equations.
struct Oracle: Sendable {
    /// As the file of facts names it.
    let id: String
    /// Whose given numbers it starts from, where they are not its own.
    var givenOf: String?
    /// Numbers that the source gives in words.
    var moreGiven: [(name: String, shape: [Int], entries: [Rational])] = []
    /// One equation a line, `name: expression`.
    let equations: String
    /// What gives each published number; several expressions stand for a list.
    let asked: [String: [String]]
    /// Published numbers that today's operations do not reach.
    var outOfReach: Set<String> = []

    static let all: [Oracle] =
        mazur + cs231n + micrograd + textbooks + courses + quizzes + updates + layers
}

/// What a source gives and publishes.
struct PublishedFacts: Decodable {
    let id: String
    let given: [String: PublishedValue]
    let asked: [String: PublishedValue]
    /// What the source itself has wrong in its last digit or worse.
    let flagged: [String]

    static func load() throws -> [PublishedFacts] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("oracles.json")
        return try JSONDecoder().decode([PublishedFacts].self, from: Data(contentsOf: file))
    }
}

/// A text, or lists of texts in lists.
enum PublishedValue: Decodable {
    case text(String)
    case list([PublishedValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .list(try container.decode([PublishedValue].self))
        }
    }

    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let values): values.flatMap(\.texts)
        }
    }

    var sizes: [Int] {
        guard case .list(let values) = self else { return [] }
        return [values.count] + (values.first?.sizes ?? [])
    }
}

/// A number as it was printed.
struct PrintedNumber {
    let value: Double
    /// Half a unit of its last digit.
    let halfUnit: Double

    init?(_ text: String) {
        guard let value = Rational(reading: text) else { return nil }
        let parts = text.lowercased().split(separator: "e")
        let places = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        self.value = value.double
        halfUnit = 0.5 * pow(10, Double(power - places))
    }

    /// Whether a number rounds to what was printed.
    func isRounded(from number: Double) -> Bool { (number - value).magnitude <= halfUnit * (1 + 1e-9) }
}
