import Testing

@testable import Template

/// Equations and requirements that do not make sense.
struct BadEquationTests {
    @Test func aCycleIsShownOnceAndNothingThatDependsOnIt() {
        expect(
            """
            given:
              x: 1
            define:
              a: b + 1
              b: c * 2
              c: a
              d: d
              e: a + x
            ask:
              - find: e
            """,
            is: """
                4:3: error: these equations go round in a circle: a → b → c → a
                7:3: error: 'd' is defined by itself
                """)
    }

    @Test func anUnknownNameIsOfferedTheNearest() {
        expect(
            """
            given:
              W1: 1
              x: 2
            define:
              z: W2 @ x
              h: relu(z)
              y: relo(x)
              q: zzzzzzz
            ask:
              - find: h, y, zz
            """,
            is: """
                5:6: error: there is no quantity 'W2'; did you mean 'W1'?
                7:6: error: there is no function 'relo'; did you mean 'relu'?
                8:6: error: there is no quantity 'zzzzzzz'
                10:17: error: there is no quantity 'zz'
                """)
    }

    @Test func shapesThatDoNotFitStopNothingElse() {
        expect(
            """
            given:
              W1: { shape: [3, 2], draw: 0..1 }
              x: { shape: 3, draw: 0..1 }
            define:
              z: W1 @ x
              h: relu(z)
              L: sum(h)
            require:
              - L > 0
            ask:
              - find: z, dL/dW1
            """,
            is: """
                5:6: error: cannot multiply 3×2 by 3 with @: the left one's columns must be as many as the right one's rows
                """)
    }

    @Test func shapesOfElementwiseOperations() {
        expect(
            """
            given:
              W: { shape: [3, 2], draw: 0..1 }
              b: { shape: 3, draw: 0..1 }
              c: { shape: 2, draw: 0..1 }
            define:
              z: W + b
              y: b + c
              q: b.T @ W @ W
              r: W ^ W
              s: W^b
              t: b @ W
            ask:
              - find: z
            """,
            is: """
                6:6: error: cannot add 3×2 and 3: a plain vector does not spread over a matrix; give it the shape [3, 1] to spread it over columns or [1, 2] to spread it over rows
                7:6: error: cannot add 3 and 2: the shapes must be equal, or one a scalar
                8:6: error: cannot multiply 1×2 by 3×2 with @: 2 columns do not meet 3 rows; did you mean the transpose, .T?
                10:6: error: cannot raise 3×2 and 3: a plain vector does not spread over a matrix; give it the shape [3, 1] to spread it over columns or [1, 2] to spread it over rows
                11:6: error: cannot multiply 3 by 3×2 with @: the left one's columns must be as many as the right one's rows
                """)
    }

    @Test func whatCannotBeReadAsAnExpression() {
        expect(
            """
            given:
              x: 1
            define:
              L: x +
              M: (x
              N: x x
              O: 2x
              P: x $ 2
              Q: x**2
              R: x = 2
              S:
              T: [1]
              U: relu(x, x)
              V: relu()
              W: relu(x, slope=2)
              X: sum(x, by=diagonals)
              Y: x'
              Z: x.y
            ask:
              - find: N
            """,
            is: """
                4:9: error: expected a number, a name or (, found the end
                5:8: error: expected ')', found the end
                6:8: error: expected an operator or the end, found 'x'
                7:6: error: write * between a number and a name
                8:8: error: '$' has no meaning here
                9:7: error: write ^ for a power
                10:8: error: write == to compare, or name: … to define a quantity
                11:5: error: an expression is missing here
                12:6: error: expected an expression here, as in W @ x + b
                13:6: error: relu is written relu(z)
                14:6: error: relu is written relu(z)
                15:14: error: relu takes no 'slope='; it is written relu(z)
                16:13: error: by= takes rows or columns
                17:7: error: write .T for a transpose
                18:7: error: only .T, the transpose, may follow a point
                """)
    }

    @Test func derivativesThatDoNotExist() {
        expect(
            """
            given:
              x: 1
              y: 2
            define:
              L: x^2
              g: dL/dy
              k: dM/dx
              m: dL/dq
              n: d(L)/dx
              o: dL/dL
            ask:
              - find: dL/dy, g
            """,
            is: """
                6:6: error: there is no such derivative: what is differentiated does not depend on the other
                7:7: error: there is no quantity 'M'
                8:10: error: there is no quantity 'q'
                9:6: error: name a derivative first (g: dL/dw), then differentiate it (dg/dw)
                12:11: error: there is no such derivative: what is differentiated does not depend on the other
                """)
    }

    @Test func whatCouldBeAQuotient() {
        expect(
            """
            given:
              x: 1
              dx: 2
              dL: 2
            define:
              L: x^2
              g: dL/dx
            ask:
              - find: g
            """,
            is: """
                7:6: error: this could be the derivative of L by x or dL divided by dx; write spaces around / to divide, or rename one of them
                """)
    }

    @Test func requirementsThatAreNoConditions() {
        expect(
            """
            given:
              x: [1, 2]
            define:
              L: sum(x)
            require:
              - L
              - x > 0
              - L = 3
              - L + 1
              - [1]
              -
              - any(x > 5
              - K > 0
              - sum(x > 0)
            ask:
              - find: L
            """,
            is: """
                6:5: error: expected a condition, as in abs(L) <= 100 or any(z1 < 0)
                7:5: error: this is a condition on each entry; write all(…) or any(…) around it
                8:7: error: write == to compare, or name: … to define a quantity
                9:5: error: expected a condition, as in abs(L) <= 100 or any(z1 < 0)
                10:5: error: expected an expression here, as in W @ x + b
                11:4: error: an expression is missing here
                12:14: error: expected ')', found the end
                13:5: error: there is no quantity 'K'
                14:5: error: expected a condition, as in abs(L) <= 100 or any(z1 < 0)
                """)
    }

    @Test func bracketsNestedTooDeep() {
        expect(
            """
            given:
              x: 1
            define:
              L: ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((x))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
            ask:
              - find: L
            """,
            is: """
                4:70: error: this is nested more than 64 deep
                """)
    }
}
