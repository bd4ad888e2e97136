import Exact
import Generator
import Record
import TestSupport
import Testing

@testable import Checker

/// Rows whose answers are another sheet's.
@Suite struct OtherSheetsTests {
    private static let layer = """
        given: { x: { shape: 3, draw: -3..3 }, W: { shape: [2, 3], draw: -2..2 }, t: { draw: 1..9 } }
        define:
          z: W @ x
          h: relu(z)
          L: (h[1] + h[2] - t)^2 / 2
        ask: [{ find: 'z, h, L, dL/dh, dL/dW' }]
        """

    /// The problems found in rows of cells, each under the code of a sheet.
    private func wrongCodes(_ grading: Grading, _ rows: [(sheet: Int, cells: [String])]) throws -> [GradingProblem] {
        let plan = SetPlan(grading.calculation)
        var text = "sheet,\(Grading.heading(grading.calculation))\n"
        for (sheet, cells) in rows {
            text += "\(grading.codes.code(of: sheet).text),\(cells.joined(separator: ","))\n"
        }
        var blocks = try CSVBlocks(sniffing: MemorySource(Array(text.utf8)))
        let headings = ["sheet"] + grading.calculation.asked.map(\.column)
        let grader = Grader(
            AnswerColumns(headings, of: plan), of: plan, given: grading.given, codes: grading.codes,
            dialect: blocks.dialect)
        var suspects: [SuspectRow] = []
        var block = CSVBlock()
        var isFirst = true
        while try blocks.next(into: &block) {
            suspects += try grader.grade(block, skipsHeading: isFirst).suspects
            isFirst = false
        }
        return try grader.likelyWrongCodes(suspects)
    }

    private func keys(_ grading: Grading, count: Int, _ rounding: Rounding = .exact) throws -> [[String]] {
        try (1...count).map { sheet in
            grading.answers(try grading.machine(ofSheet: sheet)).map { $0.text(rounding) }
        }
    }

    @Test func anotherSheetsAnswersAreSeen() throws {
        let grading = try Grading(Self.layer, count: 40)
        let keys = try keys(grading, count: 40)
        var slip = keys[6]
        slip[4] = "999"
        var blanks = keys[9]
        for index in [0, 2, 7] { blanks[index] = "" }
        var half = keys[6]
        for index in half.indices.prefix(half.count / 2) { half[index] = "999" }
        let found = try wrongCodes(
            grading, [(1, keys[0]), (2, keys[4]), (3, slip), (4, blanks), (5, half), (6, keys[0].map { _ in "999" })])
        #expect(found.map(\.line) == [3, 4, 5])
        #expect(found.map(\.column) == ["sheet", "sheet", "sheet"])
        let codes = [2, 5, 3, 7, 4, 10].map { grading.codes.code(of: $0).text }
        for (index, problem) in found.enumerated() {
            #expect(
                problem.message == "most answers are wrong for sheet \(codes[2 * index]), but they fit the key of"
                    + " \(codes[2 * index + 1]); is the code right?")
        }
    }

    /// The hardest kind of random numbers: each is right in its column on some sheet.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func randomNumbersFitNoSheet(_ seed: UInt64) throws {
        let grading = try Grading(Self.layer, count: 120, seed: seed)
        let keys = try keys(grading, count: 120)
        var generator = SplitMix(seed: seed)
        let rows = (1...120).flatMap { sheet in
            (0..<4).map { blanks in
                (
                    sheet,
                    keys[0].indices.map { column in
                        // Few answers fit more sheets than many.
                        Int.random(in: 0..<4, using: &generator) < blanks
                            ? "" : keys[Int.random(in: 0..<120, using: &generator)][column]
                    }
                )
            }
        }
        #expect(try wrongCodes(grading, rows).map(\.message) == [])
    }

    /// So few and small numbers are some other sheet's by chance.
    @Test func whatManySheetsHaveIsNoHint() throws {
        let grading = try Grading(
            """
            given: { a: { draw: 1..3 }, b: { draw: 1..3 }, c: { draw: 1..3 } }
            define: { L: a * 1, M: b * 1, N: c * 1 }
            ask: [{ find: 'L, M, N' }]
            variants: { equal: yes }
            """, count: 20)
        let keys = try keys(grading, count: 20)
        let rows = (1...20).map { sheet in (sheet, keys[sheet % 20]) }
        #expect(try wrongCodes(grading, rows).map(\.message) == [])
    }

    /// Rounded numbers are compared as the sheet's rule does.
    @Test func roundedAnswers() throws {
        let grading = try Grading(
            """
            given: { x: { shape: 5, draw: -2..2, step: 1/4 } }
            define: { h: exp(x), L: 'h[1] + h[2] * h[3]' }
            ask: [{ find: 'h, L', answers: { decimals: 2 } }]
            """, count: 30)
        let rounded = try keys(grading, count: 30, .decimals(2))
        let found = try wrongCodes(grading, [(1, rounded[0]), (2, rounded[10]), (3, rounded[20])])
        #expect(found.map(\.line) == [3, 4])
    }
}
