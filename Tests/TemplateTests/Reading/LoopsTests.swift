import Testing

@testable import Template

/// Equations that for lines repeat, and solution equations.
struct LoopsTests {
    private static let recurrent = """
        given:
          x: { shape: 3, draw: -1..1 }
          h_0: 0
          w: 1/2
        define:
          for t in 1..3:
            a_{t}: w * h_{t-1} + x[t]
            h_{t}: relu(a_{t})
          L: h_3^2
        ask:
          - find: L
        """

    @Test func everyRoundHasEquationsOfItsOwn() throws {
        let read = try template(Self.recurrent)
        #expect(read.definitions.map(\.name) == ["a_1", "h_1", "a_2", "h_2", "a_3", "h_3", "L"])
        #expect(read.lines.map(\.name) == ["a_{t}", "h_{t}", "L"])
        #expect(read.lines[0].rounds == [.init(variable: "t", values: [1, 2, 3])])
        #expect(read.lines[2].rounds.isEmpty)
    }

    @Test func loopsStandInLoopsCountDownAndStandBelowOneAnother() throws {
        let read = try template(
            """
            given: { x: { shape: [2, 2], draw: 1..9 } }
            define:
              for i in 1..2:
                for j in 2..1:
                  y_{i}{j}: i * x[i,j] + j
              for i in 1..2:
                s_{i}: y_{i}1 + y_{i}2
            ask: [{ find: s_1 }]
            """)
        #expect(read.definitions.map(\.name) == ["y_12", "y_11", "y_22", "y_21", "s_1", "s_2"])
        #expect(read.lines.map { $0.rounds.map(\.variable) } == [["i", "j"], ["i"]])
    }

    @Test func solutionEquationsAreNotShown() throws {
        let read = try template(
            "given: { n: { draw: 2..9 } }\ndefine: { m: n }\nsolution: { k: m * (m + 1) }\nask: [{ find: k }]")
        #expect(read.definitions.map(\.isShown) == [true, false])
        #expect(read.lines.map(\.name) == ["m"])
        let alone = "given: { n: { draw: 2..9 } }\nsolution: { k: n + 1 }\nask: [{ find: k }]"
        #expect(try template(alone).lines.isEmpty)
    }

    @Test(arguments: [
        (
            "for t in 1..3:\n    h: x",
            "5:5: error: 'h' is defined anew in every round; put the variable in its name, as in h_{t}"
        ),
        ("for t in 1..3:\n    h_{s}: x", "5:7: error: there is no loop variable 's'; here it is t"),
        ("for t in 1:\n    h_{t}: x", "4:3: error: expected two whole numbers from 0, as in for t in 1..3"),
        ("for t in 1..2: x", "4:3: error: equations stand below a for line, indented, as in 'h_{t}: tanh(a_{t})'"),
        ("for x in 1..2:\n    h_{x}: x", "4:3: error: 'x' has a meaning already; choose another variable"),
        (
            "for t in 1..2:\n    for t in 1..2:\n      h_{t}: x",
            "5:5: error: 't' is the variable of a for line around this one; choose another"
        ),
        (
            "for t in 1..2:\n    h_{t}: h_{t-1}",
            "5:12: error: there is no quantity 'h_0'; the first round of the loop needs it, given or defined"
        ),
        (
            "for t in 1..2:\n    h_t: x",
            "5:5: error: 'h_t' is defined anew in every round; put the variable in its name, as in h_{t}"
        ),
        ("h_{t}: x", "4:5: error: names with {…} need a for line around them"),
        ("with: x", "4:3: error: 'with' is a word of the language; choose another name"),
    ])
    func saysWhatIsWrong(_ equations: String, _ message: String) {
        let text = "given:\n  x: 1\ndefine:\n  \(equations)\nask:\n  - find: x\n"
        #expect(mistakes(text).hasPrefix(message))
    }
}

/// What `with` replaces.
struct SubstitutionTests {
    @Test(arguments: [
        ("L with q = 1", "there is no quantity 'q'"), ("L with c = 1", "this does not depend on 'c'"),
        ("L with w = 1", "'w' has the shape 2, not a scalar"), ("L with w = c, w = c", "'w' is replaced twice"),
        ("L with w", "expected a quantity and its other value, as in W1 = W1_new,"),
    ])
    func saysWhatIsWrong(_ side: String, _ message: String) {
        let text = "given: { w: [1, 2], c: [3, 4] }\ndefine: { L: sum(w^2), M: '\(side)' }\nask: [{ find: M }]"
        #expect(mistakes(text).contains(message))
    }
}
