import Testing

@testable import Template

/// Questions, rules for answers, symbols and texts that do not make sense.
struct BadQuestionsTests {
    @Test func whatIsAsked() {
        expect(
            """
            given:
              z1: [1, 2]
              x: 2
            define:
              L: sum(z1^2)
            ask:
              - find: z1 + 1
              - find: z1[3]
              - find: z1, z1[2]
              - find: dL/dx
              - find: L, L
              - find: 3
              - find: z1[0]
              - find: z1[1,1]
              - find: x[1]
              - find: ''
              - find:
              - find: z1[1:2]
                points: -1
              - find: x
                points: many
              - text: hello
              - L
              - find: {a: b}
              - find: L,
            """,
            is: """
                7:11: error: ask for a name, an entry or a derivative, as in z1, h1[2], dL/dW2[2,2]; give anything else a name in 'define:' first
                8:11: error: index 3 is outside 1 to 2 in an array of 2
                9:15: error: 'z1[2]' is asked twice
                9:11: note: first asked here
                10:11: error: there is no such derivative: what is differentiated does not depend on the other
                11:14: error: 'L' is asked twice
                11:11: note: first asked here
                12:11: error: ask for a name, an entry or a derivative, as in z1, h1[2], dL/dW2[2,2]; give anything else a name in 'define:' first
                13:14: error: indices are whole numbers from 1
                14:11: error: an array of 2 takes 1 index, not 2
                15:11: error: a scalar has no entries to choose from
                16:11: error: an expression is missing here
                17:10: error: an expression is missing here
                18:11: error: 'z1[1]' is asked twice
                9:11: note: first asked here
                19:13: error: points are from 0 to 10000
                21:13: error: 'many' is not a number; write it as 3, -0.5, 1/3 or 1e-6
                22:5: error: 'find:' is missing: what is asked, as in 'find: z1, dL/dW2[2,2]'; for an answer in words say 'mark: by hand'
                23:5: error: a part has keys, as in '- find: z1, L'
                24:11: error: expected an expression here, as in W @ x + b
                25:13: error: expected a number, a name or (, found the end
                """)
    }

    @Test func onePartThatIsNoList() {
        expect(
            """
            given:
              x: 2
            define:
              L: x
            ask: L
            """,
            is: """
                5:6: error: 'ask:' is a list of parts, as in '- find: z1, L'
                """)
    }

    @Test func noParts() {
        expect(
            """
            given:
              x: 2
            define:
              L: x
            ask: []
            """,
            is: """
                5:6: error: 'ask:' is a list of parts, as in '- find: z1, L'
                """)
    }

    @Test func tooFewDecimals() {
        expect(
            """
            given:
              x: 1
            answers: { decimals: -1 }
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:22: error: expected a whole number from 0 to 12
                """)
    }

    @Test func twoRulesAtOnce() {
        expect(
            """
            given:
              x: 1
            answers: { decimals: 3, significant: 2 }
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:10: error: 'answers:' is exact, { decimals: 4 }, { significant: 3 } or { tolerance: 0.01 }
                """)
    }

    @Test func aRuleWithAnotherName() {
        expect(
            """
            given:
              x: 1
            answers: precise
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:10: error: 'answers:' is exact, { decimals: 4 }, { significant: 3 } or { tolerance: 0.01 }
                """)
    }

    @Test func aToleranceOf() {
        expect(
            """
            given:
              x: 1
            answers: { tolerance: 0 }
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:23: error: a tolerance is greater than 0; for none say 'answers: exact'
                """)
    }

    @Test func halfADigit() {
        expect(
            """
            given:
              x: 1
            answers: { significant: 2.5 }
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:25: error: expected a whole number from 1 to 12
                """)
    }

    @Test func noRule() {
        expect(
            """
            given:
              x: 1
            answers: {}
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:10: error: 'answers:' is exact, { decimals: 4 }, { significant: 3 } or { tolerance: 0.01 }
                """)
    }

    @Test func exactAnswersThatAreReal() {
        expect(
            """
            given:
              x: 1
            define:
              L: exp(x)
            answers: exact
            ask:
              - find: L
            """,
            is: """
                7:11: error: 'L' passes through exp, ln, tanh, sigmoid, softmax or a root and cannot be asked exactly; say 'answers: { decimals: 4 }'
                """)
    }

    @Test func exactAnswersOfAPartThatAreRealEachQuantityOnce() {
        expect(
            """
            given:
              x: [1, 2]
            define:
              h: tanh(x)
              L: sum(x)
            ask:
              - find: L, h
                answers: exact
              - find: dh[1]/dx
            """,
            is: """
                7:14: error: 'h[1]' passes through exp, ln, tanh, sigmoid, softmax or a root and cannot be asked exactly; say 'answers: { decimals: 4 }'
                """)
    }

    @Test func symbolsOfUnknownNames() {
        expect(
            """
            given:
              x1: 1
            define:
              L: x1
            symbols: { x2: 'a', L: [1], q: 2 }
            ask:
              - find: L
            """,
            is: """
                5:12: error: there is no quantity 'x2'; did you mean 'x1'?
                5:24: error: expected a text here
                5:29: error: there is no quantity 'q'
                """)
    }

    @Test func symbolsWithoutNames() {
        expect(
            """
            given:
              x1: 1
            define:
              L: x1
            symbols: a
            ask:
              - find: L
            """,
            is: """
                5:10: error: 'symbols:' lists names, as in { W1: 'w^{(1)}' }
                """)
    }

    @Test func unknownNamesInAText() {
        expect(
            """
            text: The loss `K` of `x`.
            given:
              x: 1
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                1:17: error: there is no quantity 'K'
                """)
    }
}
