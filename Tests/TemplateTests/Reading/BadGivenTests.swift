import Testing

@testable import Template

/// Given quantities that do not make sense.
struct BadGivenTests {
    @Test func numbersInQuotes() {
        expect(
            """
            given:
              x: '1'
              y: { draw: ['1', 2] }
              z: { draw: 0..4, step: '2' }
              w: { draw: '0..4' }
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                2:6: error: a number stands without quotes
                3:15: error: a number stands without quotes
                4:26: error: a number stands without quotes
                5:14: error: a range stands without quotes
                """)
    }

    @Test func drawsOfNothing() {
        expect(
            """
            given:
              x: { draw: 3..1 }
              y: { draw: [] }
              z: { draw: }
              w: { shape: 2 }
              v: {}
              u:
            define:
              L: x^2
            ask:
              - find: L
            """,
            is: """
                2:14: error: the range 3..1 is empty: the lower bound comes first
                3:14: error: this list has no number to choose
                4:14: error: a draw is a range, as in -2..2, or a list, as in [-1, 1/2, 2]
                5:3: error: 'w' needs 'draw: lo..hi' or 'value: …'
                6:3: error: 'v' needs 'draw: lo..hi' or 'value: …'
                7:5: error: a number is missing here
                """)
    }

    @Test func drawsThatDoNotWorkOut() {
        expect(
            """
            given:
              x: { draw: 0..3, step: 2 }
              y: { draw: 0..1/2 }
              z: { draw: [1, 2, 1.0] }
              w: { draw: 0..0, nonzero: yes }
              v: { draw: [0], nonzero: yes }
              u: { draw: 1..3, step: 0 }
              t: { draw: 1..3, step: -1 }
              s: { draw: 0..10000000 }
              r: { draw: a..b }
              q: { draw: 3 }
              p: { draw: [1, 2], step: 1 }
              o: { draw: 0..1, nonzero: maybe }
              n: { draw: 0..1, value: 2 }
              m: { value: 2, step: 1 }
            define:
              L: 1
            ask:
              - find: L
            """,
            is: """
                2:14: error: 3 cannot be reached from 0 in steps of 2; choose another bound or step
                3:14: error: 0.5 cannot be reached from 0 in steps of 1; say 'step:'
                4:21: error: 1 is there twice
                4:15: note: first here
                5:14: error: nothing is left of this draw without 0
                6:14: error: nothing is left of this draw without 0
                7:14: error: a step is greater than 0
                8:14: error: a step is greater than 0
                9:14: error: a draw chooses from at most 1000000 numbers
                10:14: error: a draw is a range, as in -2..2, or a list, as in [-1, 1/2, 2]
                11:14: error: a draw is a range, as in -2..2, or a list, as in [-1, 1/2, 2]
                12:28: error: 'step:' goes with a range lo..hi, not with a list
                13:29: error: expected yes or no
                14:3: error: 'n' is drawn or has a value; leave out 'draw:' or 'value:'
                15:24: error: 'step:' goes with 'draw:'
                """)
    }

    @Test func shapes() {
        expect(
            """
            given:
              x: { shape: 0, draw: 0..1 }
              y: { shape: [1, 2, 3, 4, 5], draw: 0..1 }
              z: { shape: 100000, draw: 0..1 }
              w: { shape: [1000, 1000], draw: 0..1 }
              v: { shape: 2.5, draw: 0..1 }
              u: { shape: [], draw: 0..1 }
              t: { shape: two, draw: 0..1 }
              s: { shape: 3, value: [1, 2] }
              r: { shape: [2, -1], value: 0 }
            define:
              L: 1
            ask:
              - find: L
            """,
            is: """
                2:15: error: expected a whole number from 1 to 4096
                3:15: error: a shape has one to four sizes, as in [3, 2]
                4:15: error: expected a whole number from 1 to 4096
                5:15: error: an array has at most 4096 entries
                6:15: error: expected a whole number from 1 to 4096
                7:15: error: a shape has one to four sizes, as in [3, 2]
                8:15: error: a shape is one size, as in 3, or a list of sizes, as in [3, 2]
                9:25: error: these numbers have the shape 2, not 3
                10:19: error: expected a whole number from 1 to 4096
                """)
    }

    @Test func listsThatHaveNoShape() {
        expect(
            """
            given:
              x: [[1, 2], [3]]
              y: [1, [2]]
              z: []
              w: [[], []]
              v: [[[[[1]]]]]
            define:
              L: 1
            ask:
              - find: L
            """,
            is: """
                2:15: error: this row is not shaped as the one before
                3:10: error: this row is not shaped as the one before
                4:6: error: this list has no numbers
                5:7: error: this list has no numbers
                6:6: error: lists of numbers are nested at most four deep
                """)
    }

    @Test func numbersThatCannotBeRead() {
        expect(
            """
            given:
              x: 123456789012345678901234567890123456789012345
              y: 1e99
              z: 1/0
              w: abc
              v: 0x10
              u: 1,5
              t: .inf
            define:
              L: 1
            ask:
              - find: L
            """,
            is: """
                2:6: error: '123456789012345678901234567890123456789012345' does not fit; numbers have at most 38 digits
                3:6: error: '1e99' does not fit; numbers have at most 38 digits
                4:6: error: '1/0' divides by 0
                5:6: error: 'abc' is not a number; write it as 3, -0.5, 1/3 or 1e-6
                6:6: error: '0x10' is not a number; write it as 3, -0.5, 1/3 or 1e-6
                7:6: error: '1,5' is not a number; write it as 3, -0.5, 1/3 or 1e-6
                8:6: error: '.inf' is not a number; write it as 3, -0.5, 1/3 or 1e-6
                """)
    }

    @Test func aNameTwice() {
        expect(
            """
            given:
              x: 1
            define:
              L: x^2
              x: 3
            ask:
              - find: L
            """,
            is: """
                5:3: error: 'x' has a meaning already
                2:3: note: first given here
                """)
    }

    @Test func names() {
        expect(
            """
            given:
              2x: 1
              x-y: 1
              relu: 1
              'é': 2
              d: 3
              T: 4
              if: 1
            define:
              L: 1
            ask:
              - find: L
            """,
            is: """
                2:3: error: '2x' cannot be a name: names have letters, digits and _, and start with a letter
                3:3: error: 'x-y' cannot be a name: names have letters, digits and _, and start with a letter
                4:3: error: 'relu' is a function; choose another name
                5:3: error: 'é' cannot be a name: names have letters, digits and _, and start with a letter
                """)
    }

    @Test func aNameThatCouldNotBeTakenIsNotReportedAgain() {
        expect(
            """
            given:
              relu: 1
            define:
              L: relu + 1
            ask:
              - find: L
            """,
            is: """
                2:3: error: 'relu' is a function; choose another name
                """)
    }
}
