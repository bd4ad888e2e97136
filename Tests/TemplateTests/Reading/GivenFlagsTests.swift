import Testing

@testable import Template

/// Flags of given quantities that do not go together, and values that are worked out.
struct GivenFlagsTests {
    @Test(arguments: [
        ("{ shape: 3, draw: 1..2, distinct: yes }", "3 entries cannot all be different: this draw has 2 numbers"),
        ("{ shape: 3, draw: 1..2, symmetric: yes }", "'symmetric:' goes with a square matrix"),
        ("{ shape: [2, 2], draw: 1..9, symmetric: yes, distinct: yes }", "a symmetric matrix has equal entries"),
        ("{ shape: [2, 2], one_hot: yes }", "of a matrix, say 'one_hot: rows' or 'one_hot: columns'"),
        ("{ one_hot: yes }", "'one_hot:' goes with a shape"),
        ("{ shape: 3, one_hot: rows }", "'one_hot:' is yes for a vector"),
        ("{ draw: 1..2, one_hot: yes }", "'one_hot:' draws by itself; leave out 'draw:'"),
        ("{ draw: 1..2, decimals: 2 }", "'decimals:' goes with 'value:'"),
        ("{ value: 3, decimals: 2 }", "'decimals:' goes with a value that is worked out"),
        ("{ value: 'x + 1' }", "worked out from one another in a circle"),
        ("{ value: 'q + 1' }", "there is no quantity 'q'"),
        ("{ value: 'z + 1', shape: 2 }", "this value has the shape a scalar, not 2"),
        ("{ draw: [relu, tanhh] }", "'tanhh' is not a function of one argument; did you mean 'tanh'?"),
        ("{ draw: [rleu, tahn] }", "'rleu' is not a function of one argument; did you mean 'relu'?"),
        ("{ draw: [relu, relu] }", "'relu' is there twice"),
        ("{ draw: [relu, tanh], shape: 2 }", "'shape:' does not go with a drawn function"),
    ])
    func mistakes(_ given: String, _ message: String) {
        let text = "given:\n  z: 1\n  x: \(given)\ndefine: { L: z }\nask: [{ find: L }]\n"
        #expect(whatIsWrong(with: text).contains(message))
    }

    @Test(arguments: [
        ("[{ x: 1 }, { y: 2 }]", "every choice gives the same names"),
        ("[{ x: 1 }, { x: [1, 2] }]", "with numbers of the same shapes"),
        ("[3]", "each choice gives names their numbers"), ("[]", "'choose:' lists what to choose from"),
        ("[{ z: 1 }, { z: 2 }]", "'z' has a meaning already"),
    ])
    func mistakesOfChoices(_ choices: String, _ message: String) {
        let text = "given:\n  z: 1\n  choose: \(choices)\ndefine: { L: z }\nask: [{ find: L }]\n"
        #expect(whatIsWrong(with: text).contains(message))
    }

    @Test func quantitiesKeepTheirOrderAndWhetherTheyAreShown() throws {
        let read = try template(
            "given: { a: { value: 'b + 1', show: no }, b: { draw: 1..3 } }\ndefine: { L: a }\nask: [{ find: L }]")
        #expect(read.given.map(\.name) == ["a", "b"])
        #expect(read.given.map(\.isShown) == [false, true])
        #expect(read.given.map(\.isComputed) == [true, false])
    }
}

private func whatIsWrong(with text: String) -> String { mistakes(text) }
