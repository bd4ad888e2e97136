import Document
import Exact
import Testing

@testable import Template

/// What parts say besides what is asked: their own words, points by quantity, marking by hand.
struct PartsTests {
    private let head = """
        given: { x: [1, 2], w: { shape: [2, 2], draw: 1..9 } }
        define: { z: w @ x, h: relu(z), L: sum(h) }

        """

    private func parts(_ ask: String) throws -> [AskedPart] { try template(head + ask).parts }

    @Test func pointsByQuantityAddUp() throws {
        let part = try parts("ask: [{ find: 'z,  dL/dw[1,2], L', points: { z: 2, 'dL/dw[1, 2]': 1/3, L: 3 } }]")[0]
        #expect(part.quantities.map(\.points) == [2, Rational(1, 3), 3])
        #expect(part.points == Rational(16, 3))
        let calculation = try Calculation(
            template(head + "ask: [{ find: 'z, L', points: { z: 1, L: 3 } }, { find: [h] }]"))
        #expect(calculation.asked.map(\.points) == [Rational(1, 2), Rational(1, 2), 3, 1, 1])
    }

    @Test(arguments: [("6cm", 60), ("2.5 cm", 25), ("45mm", 45), ("0cm", 0), ("22cm", 220)])
    func roomIsAHeight(_ text: String, _ millimetres: Int) throws {
        #expect(try parts("ask: [{ find: z, space: \(text) }, { find: L }]").map(\.space) == [millimetres, nil])
    }

    @Test(arguments: ["6", "cm", "six cm", "6 in", "-1cm", "0.5mm", "23cm", "1e30cm", "[6cm]", "''"])
    func roomIsNothingElse(_ text: String) {
        expect(
            head + "ask: [{ find: z, space: \(text) }]",
            is: "3:25: error: 'space:' is a height in cm or whole mm, as in 6cm or 45mm, of at most 22cm")
    }

    @Test func pointsByQuantityNameEachOfThem() {
        expect(
            head + """
                ask:
                  - find: z, L
                    points: { z: 1, l: 2 }
                  - find: h
                    points: { q: 1 }
                  - { find: 'z[1:2], x', points: { x: 1 } }
                  - { question: Why?, mark: by hand, points: { x: 1 } }
                  - find: dL/dz
                    points: { dL/dz: -1 }
                """,
            is: """
                5:21: error: 'l' is not asked in this part; did you mean 'L'?
                7:15: error: 'q' is not asked in this part; asked are h
                8:14: error: 'z[1]' is asked twice
                4:11: note: first asked here
                9:46: error: a part marked by hand has one number of points
                11:22: error: points are from 0 to 10000
                """)
        expect(
            head + "ask: [{ find: 'z, L, dL/dw', points: { L: 1 } }]",
            is: "3:38: error: the points for 'z' are missing")
    }

    @Test func aPartMarkedByHandHasAColumnOfPoints() throws {
        let calculation = try Calculation(
            template(
                head + """
                    ask:
                      - find: z
                      - { text: 'Why is unit 2 dead?', points: 2, mark: by hand, solution: It is *off*. }
                      - { question: And now?, mark: by hand }
                    """))
        #expect(calculation.handMarked.map(\.part) == [1, 2])
        #expect(calculation.handMarked.map(\.column) == ["b points", "c points"])
        #expect(calculation.handMarked.map(\.points) == [2, 1])
        #expect(calculation.asked.map(\.part) == [0, 0])
        let part = calculation.template.parts[1]
        #expect(part.isMarkedByHand)
        #expect(part.solution == [.paragraph([.text("It is "), .emphasis([.text("off")]), .text(".")])])
    }

    @Test func whatGoesWithMarkingByHand() {
        expect(
            head + """
                ask:
                  - { points: 2, mark: by hand }
                  - { text: Say why., find: L, grade: all, answers: exact, mark: by hand }
                  - { text: Say why., mark: yes }
                  - { find: z, grade: some }
                """,
            is: """
                4:5: error: a part marked by hand needs a 'text:' or 'question:' that says what to do
                5:29: error: 'find:' goes with answers that psgen marks, not with 'mark: by hand'
                5:39: error: 'grade:' goes with answers that psgen marks, not with 'mark: by hand'
                5:53: error: 'answers:' goes with answers that psgen marks, not with 'mark: by hand'
                6:5: error: 'find:' is missing: what is asked, as in 'find: z1, dL/dW2[2,2]'; for an answer in words say 'mark: by hand'
                6:29: error: 'mark:' says 'by hand' where a person marks a part; psgen marks all others
                7:23: error: expected each or all
                """)
    }

    @Test func partsAreAllOrNothingWhereTheySaySo() throws {
        let parts = try parts("ask: [{ find: z, grade: all }, { find: h, grade: each }, { find: L, question: Quick! }]")
        #expect(parts.map(\.grading) == [.all, .each, .each])
        #expect(parts.map(\.question) == [nil, nil, [.paragraph([.text("Quick!")])]])
    }

    @Test func markingIsRead() throws {
        let marking = try template(
            head + "marking: { follow-through: 3/4, half-forgotten: 1/2, charge: each }\nask: [{ find: L }]"
        ).marking
        #expect(marking.followThrough == Rational(3, 4))
        #expect(marking.credits == [.halfForgotten: Rational(1, 2)])
        #expect(marking.charge == .each)
        #expect(try template(head + "ask: [{ find: L }]").marking == Marking())
        expect(
            head
                + "marking: { half-forgoten: 1, sign: 2, folow-through: 1, charge: twice, ascent: much }\nask: [{ find: L }]",
            is: """
                3:12: error: 'half-forgoten:' is no mistake that psgen knows; did you mean 'half-forgotten:'?
                3:36: error: a credit is from 0 to 1, as in 1/2
                3:39: error: 'folow-through:' is no mistake that psgen knows; did you mean 'follow-through:'?
                3:65: error: expected once or each
                3:80: error: 'much' is not a number; write it as 3, -0.5, 1/3 or 1e-6
                """)
        expect(
            head + "marking: all\nask: [{ find: L }]",
            is: "3:10: error: 'marking:' has keys, as in { follow-through: 1, half-forgotten: 1/2 }")
    }
}
