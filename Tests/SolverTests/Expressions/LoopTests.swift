import Maths
import Testing

@testable import Solver

/// Loop variables in expressions: as numbers in a round, as symbols where they are written.
struct LoopTests {
    private static let names: Set<String> = ["h_0", "h_1", "h_2", "W_1", "W_12", "X", "L", "a", "t1"]

    private func expect(_ text: String, with loop: [String: Int], is plain: String) throws {
        // Places differ, so that only the forms are compared.
        let (read, meant) = (
            try Parser.expression(text, names: Self.names, loop: loop), try Parser.expression(plain, names: Self.names)
        )
        #expect(Notation.plain.written(read) == Notation.plain.written(meant), "\(text)")
        #expect(read.names == meant.names)
        #expect(read.range == 0..<text.utf8.count)
    }

    @Test func variablesStandForNumbers() throws {
        try expect("h_{t-1} + t * h_{t}", with: ["t": 1], is: "h_0 + 1 * h_1")
        try expect("X[t,:] @ X[t-1,2*t]", with: ["t": 2], is: "X[2,:] @ X[1,4]")
        try expect("dL/dW_{ t }", with: ["t": 1], is: "dL/dW_1")
        try expect("W_{i}{j} + W_{i}", with: ["i": 1, "j": 2], is: "W_12 + W_1")
        try expect("a^t + t1", with: ["t": 3], is: "a^3 + t1")
        try expect("h_{(t+1)/2}", with: ["t": 3], is: "h_2")
        try expect("sum(X[1:t,1])", with: ["t": 2], is: "sum(X[1:2,1])")
    }

    @Test(arguments: [
        ("h_{q}", "there is no loop variable 'q'; here it is t", 2..<5),
        ("a + h_{t-2}", "this is -1 here; names count from 0", 6..<11),
        ("h_{t/2}", "expected whole-number arithmetic in braces, as in {t-1}", 2..<7),
        ("h_{}", "expected a number, a name or (, found the end", 3..<3),
        ("h_{t t}", "expected whole-number arithmetic, found a number", 5..<6),
        ("X[t-1,1]", "indices are whole numbers from 1", 2..<5),
    ])
    func errors(_ text: String, _ message: String, _ range: Range<Int>) {
        let error = #expect(throws: ExpressionError.self) {
            try Parser.expression(text, names: Self.names, loop: ["t": 1])
        }
        #expect(error?.message == message)
        #expect(error?.range == range)
    }

    @Test func symbolsAreWrittenAsTheyStand() throws {
        func written(_ text: String) throws -> Maths {
            let list = try Parser.list(text, names: Self.names, symbols: ["t"])
            return Notation(shapes: ["X": .matrix(3, 2)]).written(list[0]).maths
        }
        let (t, before) = (Maths.variable("t"), Maths.sum([Term(.plus, .variable("t")), Term(.minus, .integer(1))]))
        #expect(try written("h_{t}") == .scripts(.variable("h"), sub: t, sup: nil))
        #expect(try written("h_{t - 1}") == .scripts(.variable("h"), sub: before, sup: nil))
        #expect(try written("h{t}") == .scripts(.variable("h"), sub: t, sup: nil))
        #expect(try written("X[t,:]") == .scripts(.variable("X"), sub: .list([t, .text(":")]), sup: nil))
        #expect(try written("X[t-1,2]") == .scripts(.variable("X"), sub: .list([before, .integer(2)]), sup: nil))
        #expect(
            try written("X[1:t,2]")
                == .scripts(
                    .variable("X"), sub: .list([.row([.integer(1), .text(":"), t]), .integer(2)]), sup: nil))
        #expect(
            try written("dL/dW_{t}")
                == .derivative(of: .variable("L"), by: [.scripts(.variable("W"), sub: t, sup: nil)]))
    }

    @Test func rangesCountUpAndDown() throws {
        #expect(try LoopRange("k in 1..4", example: "k in 1..3").values == [1, 2, 3, 4])
        #expect(try LoopRange("t1 in 3 .. 1", example: "k in 1..3").values == [3, 2, 1])
        #expect(try LoopRange("k in 0..0", example: "k in 1..3") == LoopRange("k  in  0..0", example: ""))
    }

    @Test(arguments: [
        "", "k", "k in", "k in 4", "k in 1..", "k in a..b", "k in 1..4..5", "k on 1..4", "in in", "1 in 1..2",
        "k_ in 1..2",
        "k in -1..2", "k in 1..99999999999999999999", "k in 0..1000", "k in 1.5..2", "é in 1..2",
    ])
    func badRanges(_ text: String) {
        let error = #expect(throws: ExpressionError.self) { try LoopRange(text, example: "k in 1..4") }
        #expect(error?.message.contains("as in k in 1..4") == true || error?.message.contains("1000 rounds") == true)
    }

    @Test func whatFollowsFromGivenNumbers() throws {
        var elaboration = Elaboration()
        try elaboration.give("x", Given(shape: .vector(2), entries: [.fixed(1), .fixed(2)]))
        for (name, text) in [("w", "x"), ("v", "w[1]"), ("z", "2 * x"), ("o", "0"), ("L", "sum(z)")] {
            try elaboration.define(name, as: try Parser.expression(text, names: ["x", "w", "z"]))
        }
        for (text, follows) in [
            ("x", true), ("2 * x[1] + 1", true), ("w", true), ("v + o", true), ("z", false), ("x + z", false),
            ("dL/dx", false), ("L", false), ("3", true),
        ] {
            let node = try elaboration.node(
                for: try Parser.expression(text, names: ["x", "w", "v", "z", "o", "L"]))
            #expect(elaboration.graph.followsFromGiven(node, given: ["x"]) == follows, "\(text)")
        }
    }
}
