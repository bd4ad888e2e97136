import Testing

@testable import Template

/// Keys that a template does not have, on every level.
struct BadKeysTests {
    @Test func unknownKeysOfATemplateAreOfferedTheNearest() {
        expect(
            """
            titel: A
            zzz: 1
            style: long
            given:
              x: 1
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                1:1: error: 'titel:' is not a key that is known here; did you mean 'title:'?
                2:1: error: 'zzz:' is not a key that is known here; the keys here are title, text, given, define, solution, require, ask, answers, marking, symbols, style, picture, variants
                3:8: error: 'style:' is chain, a product of derivatives, or backprop, one derivative after the other
                """)
    }

    @Test func keysOfAGivenQuantity() {
        expect(
            """
            given:
              x: { shap: 2, drow: 0..3 }
              y: { draw: 0..3, distict: yes }
              z: { wibble: 3, draw: 0..1 }
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                2:8: error: 'shap:' is not a key that is known here; did you mean 'shape:'?
                2:17: error: 'drow:' is not a key that is known here; did you mean 'draw:'?
                3:20: error: 'distict:' is not a key that is known here; did you mean 'distinct:'?
                4:8: error: 'wibble:' is not a key that is known here; the keys here are shape, draw, step, value, decimals, nonzero, distinct, symmetric, show, one_hot
                """)
    }

    @Test func keysOfAPart() {
        expect(
            """
            given:
              x: 1
            define:
              L: x^2
            ask:
              - fnd: L
              - find: L
                space: 3
                point: 3
            """,
            is: """
                6:5: error: 'fnd:' is not a key that is known here; did you mean 'find:'?
                6:5: error: 'find:' is missing: what is asked, as in 'find: z1, dL/dW2[2,2]'
                8:12: error: 'space:' is a height in cm or whole mm, as in 6cm or 45mm, of at most 22cm
                9:5: error: 'point:' is not a key that is known here; did you mean 'points:'?
                """)
    }

    @Test func keysOfARuleForAnswers() {
        expect(
            """
            given:
              x: 1
            answers: { decimal: 3 }
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:12: error: 'decimal:' is not a key that is known here; did you mean 'decimals:'?
                """)
    }

    @Test func keysOfTheRulesOfVariants() {
        expect(
            """
            given:
              x: 1
            variants: { zeros: maybe, kinx: no, spread: 1/2 }
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:20: error: expected yes or no
                3:27: error: 'kinx:' is not a key that is known here; the keys here are zeros, kinks, equal, largest, \
                decimals, spread, work, expose, apart, repeat
                3:45: error: expected 1 or more, or any
                """)
    }

    @Test func rulesOfVariantsWithoutKeys() {
        expect(
            """
            given:
              x: 1
            variants: yes
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                3:11: error: 'variants:' has keys, as in { zeros: no, kinks: no }
                """)
    }

    @Test func pointsHaveBounds() {
        expect(
            """
            given:
              x: 1
            define:
              L: x
            ask:
              - find: x
                points: 20000
            """,
            is: """
                7:13: error: points are from 0 to 10000
                """)
    }

    @Test func whatIsMissingIsSaidOnce() {
        expect(
            """
            title: A
            """,
            is: """
                1:1: error: 'define:' is missing: the equations, as in 'z: W @ x + b'
                1:1: error: 'ask:' is missing: what is to be found, as in '- find: z1, L'
                """)
    }

    @Test func fieldsThatAreEmpty() {
        expect(
            """
            given:
            define:
            ask:
            """,
            is: """
                1:7: error: 'given:' lists names, as in 'x: { shape: 2, draw: 0..3 }'
                2:8: error: 'define:' lists equations, as in 'z: W @ x + b'
                3:5: error: 'ask:' is a list of parts, as in '- find: z1, L'
                """)
    }

    @Test func listsWhereNamesBelong() {
        expect(
            """
            given: [x]
            define: [a]
            ask:
              - find: x
            """,
            is: """
                1:8: error: 'given:' lists names, as in 'x: { shape: 2, draw: 0..3 }'
                2:9: error: 'define:' lists equations, as in 'z: W @ x + b'
                """)
    }

    @Test func textsThatAreLists() {
        expect(
            """
            title: [a]
            text: {b: c}
            given:
              x: 1
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                1:8: error: expected a text here
                2:7: error: expected a text here
                """)
    }

    @Test func aFileThatIsOneText() {
        expect(
            """
            hello
            """,
            is: """
                1:1: error: a template is a list of keys such as 'given:', 'define:' and 'ask:'
                """)
    }

    @Test func aFileThatIsAList() {
        expect(
            """
            - a
            - b
            """,
            is: """
                1:1: error: a template is a list of keys such as 'given:', 'define:' and 'ask:'
                """)
    }
}
