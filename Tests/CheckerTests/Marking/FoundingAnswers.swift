import Exact
import Generator

@testable import Checker

/// Answers to the founding quiz.
enum FoundingAnswers {
    static let template = """
        given:
          x: [2, 1]
          W1: [[0, 1], [1, 1], [1, 0]]
          b1: [-2, -1, 1]
          W2: [[0, 1, 2], [1, 1, 1], [2, -1, -1]]
          b2: [1, 1, 1]
          W3: [[-1, 1, -2]]
          y: 3/2
        define:
          z1: W1 @ x + b1
          h1: relu(z1)
          z2: W2 @ h1 + b2
          yhat: W3 @ z2
          L: (y - yhat)^2 / 2
        ask:
          - { find: "z1, h1, z2, yhat, L", points: 5 }
          - { find: "dL/dW3[2], dL/dW2[2,2]", points: 4 }
          - { find: "dL/dW1[2,1]", points: 3 }

        """
    static let right = [
        "-1", "2", "3", "0", "2", "3", "9", "6", "-4", "5", "6.125", "21", "7", "14",
    ]

    /// Verdicts by their first letters, and the notes, of a row with some answers changed.
    static func marks(
        _ changes: [Int: String], marking: String = ""
    ) throws -> (verdicts: String, notes: [Int: String], points: String) {
        let grading = try Grading(template + marking, count: 1)
        let cells = right.indices.map { changes[$0] ?? right[$0] }
        let heading = Grading.heading(grading.calculation)
        let code = grading.codes.code(of: 1).text
        let graded = try grading.grade("sheet,\(heading)\n\(code),\(cells.joined(separator: ","))\n")
        let written = try Grading.cells(graded.rows[0])
        let own = 1 + cells.count
        let triples = right.indices.map { Array(written[own + 3 * $0..<own + 3 * $0 + 3]) }
        let notes = triples.enumerated().filter { !$0.element[2].isEmpty }.map { ($0.offset, $0.element[2]) }
        return (
            triples.map { String($0[0].prefix(1)) }.joined(), Dictionary(uniqueKeysWithValues: notes),
            written[written.count - 2]
        )
    }
}
