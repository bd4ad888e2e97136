import Exact
import Testing

@testable import Template

/// Tables of parts.
struct TablesTests {
    private let head = """
        given: { w_0: [1, 2], X: [[1, 0], [2, 3]], t: [1, -1] }
        define: { s_1: 'w_0 @ X[1,:]', w_1: 'w_0 + t[1] * X[1,:]', s_2: 'w_1 @ X[2,:]', w_2: 'w_1 + t[2] * X[2,:]' }

        """

    @Test func answersStandRowByRow() throws {
        let calculation = try Calculation(
            template(head + "ask: [{ table: { rows: k in 1..2, find: 's_{k}, w_{k}' }, find: 'X[1,1]', points: 5 }]"))
        #expect(
            calculation.asked.map(\.column) == ["s_1", "w_1[1]", "w_1[2]", "s_2", "w_2[1]", "w_2[2]", "X[1,1]"])
        #expect(
            calculation.asked.map(\.points) == [
                1, Rational(1, 2), Rational(1, 2), 1, Rational(1, 2), Rational(1, 2), 1,
            ])
        let table = try #require(calculation.template.parts[0].table)
        #expect(table.askedCount == 4 && table.hasRoom)
        #expect(table.rows == [1, 2] && table.variable == "k")
    }

    @Test func pointsNameColumns() throws {
        let part = try template(
            head
                + "ask: [{ table: { rows: k in 2..1, find: ['s_{ k }', 'w_{k}[1]'] }, points: { 's_{k}': 1, 'w_{k}[1]': 3 } }]"
        ).parts[0]
        #expect(part.points == 8)
        #expect(part.quantities.map(\.name) == ["s_2", "w_2", "s_1", "w_1"])
        #expect(part.quantities.map(\.points) == [1, 3, 1, 3])
    }

    @Test func cellsAreGivenWorkedOutOrAsked() throws {
        let table = try #require(
            try template(
                head + "ask: [{ table: { rows: k in 1..2, show: 'w_{k-1}, X[k,:], k * t[k]', find: 's_{k}' } }]"
            ).parts[0].table)
        let kinds = table.columns.map { column in
            column.cells.map { cell in
                switch cell {
                case .given: "given"
                case .workedOut: "worked out"
                case .asked(let index): "\(index)"
                }
            }
        }
        #expect(kinds == [["given", "worked out"], ["given", "given"], ["given", "given"], ["0", "1"]])
        #expect(table.columns.map(\.isAsked) == [false, false, false, true])
    }

    @Test func whatIsWrongWithATable() {
        expect(
            head + """
                ask:
                  - table: X
                  - table: { show: 'X[k,:]' }
                  - table: { rows: k in 1..2 }
                  - table: { rows: t in 1..2, show: 'X[t,:]' }
                  - table: { rows: 4, show: 'X[k,:]' }
                  - table: { rows: k in 1..2, show: 'w_{q}' }
                  - table: { rows: k in 1..2, show: 'v_{k}' }
                  - table: { rows: k in 1..3, find: 's_{k}' }
                  - table: { rows: k in 1..2, find: 's_{k} + 1' }
                  - table: { rows: k in 1..41, show: 'k' }
                  - table: { rows: k in 1..2, show: 'X[k,:]' }
                  - table: { rows: k in 1..3, show: 'X[k,:]' }
                  - { table: { rows: k in 1..2, find: 'w_{k}' }, mark: by hand, text: Why? }
                  - table: { row: k in 1..2, show: 'X[1,:]' }
                  - table: { rows: k in 1..2, find: 'w_{k}' }
                  - table: { rows: k in 1..2, find: 'X[1,k], X[1,1]' }
                """,
            is: """
                4:12: error: a table has keys, as in { rows: k in 1..4, show: 'X[k,:]', find: 'z_{k}' }
                5:12: error: 'rows:' is missing: what the rows count, as in 'rows: k in 1..4'
                6:12: error: a table has columns: 'show:' what is to be read, 'find:' what is asked
                7:20: error: 't' has a meaning already; call what counts the rows by another name
                1:44: note: first given here
                8:20: error: expected a variable that goes through numbers, as in k in 1..4
                9:40: error: there is no loop variable 'q'; here it is k
                10:38: error: there is no quantity 'v_1'; did you mean 's_1'?
                11:38: error: there is no quantity 's_3'; did you mean 's_1'?
                12:38: error: ask for a name, an entry or a derivative, as in z1, h1[2], dL/dW2[2,2]; give anything else a name in 'define:' first
                13:20: error: a table has at most 40 rows
                14:5: error: 'find:' is missing: what is asked, as in 'find: z1, dL/dW2[2,2]'
                15:38: error: index 3 is outside 1 to 2 in an array of 2×2
                16:14: error: the 'find:' of this table goes with answers that psgen marks, not with 'mark: by hand'
                17:12: error: 'rows:' is missing: what the rows count, as in 'rows: k in 1..4'
                17:14: error: 'row:' is not a key that is known here; did you mean 'rows:'?
                18:38: error: 'w_1[1]' is asked twice
                16:40: note: first asked here
                19:46: error: 'X[1,1]' is asked twice
                19:38: note: first asked here
                """)
    }

    @Test func tablesFitOnPaper() {
        let many = Array(repeating: "k", count: 21).joined(separator: ", ")
        expect(
            "given: { X: { shape: 600, draw: 0..1 } }\ndefine: { L: sum(X) }\n" + """
                ask:
                  - { find: L, table: { rows: k in 1..2, show: '\(many)' } }
                  - { find: L, table: { rows: k in 1..2, show: X } }
                """,
            is: """
                4:23: error: a table has at most 20 columns
                5:13: error: 'L' is asked twice
                4:13: note: first asked here
                5:48: error: a table shows at most 1000 numbers
                """)
    }
}
