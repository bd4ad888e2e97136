import Exact
import Maths
import Testing

@testable import Solver

struct NotationTests {
    private let shapes: [String: Shape] = [
        "W1": .matrix(3, 2), "W3": .matrix(1, 3), "x": .vector(2), "z1": .vector(3), "b1": .vector(3), "L": .scalar,
        "y": .scalar, "yhat": .scalar, "lr": .scalar, "w1": .scalar,
    ]

    private func written(_ text: String, symbols: [String: Maths] = [:]) throws -> Maths {
        let expression = try Parser.expression(text, names: Set(shapes.keys))
        return Notation(shapes: shapes, symbols: symbols).written(expression).maths
    }

    private let layer1 = Maths.row([.text("("), .text("1"), .text(")")])

    @Test func namesAreWrittenAsPapersDo() {
        #expect(Maths.name("W1", isArray: true) == .scripts(.variable("W"), sub: nil, sup: layer1))
        #expect(Maths.name("w1", isArray: false) == .scripts(.variable("w"), sub: .text("1"), sup: nil))
        #expect(Maths.name("h_t", isArray: true) == .scripts(.variable("h"), sub: .variable("t"), sup: nil))
        #expect(Maths.name("W_hh", isArray: true) == .scripts(.variable("W"), sub: .variable("hh"), sup: nil))
        #expect(Maths.name("yhat", isArray: false) == .accent(.hat, .variable("y")))
        #expect(Maths.name("alpha", isArray: false) == .variable("α"))
        #expect(
            Maths.name("delta2", isArray: true)
                == .scripts(.variable("δ"), sub: nil, sup: .row([.text("("), .text("2"), .text(")")])))
        #expect(Maths.name("hat", isArray: false) == .variable("hat"))
    }

    @Test func productsFollowShapes() throws {
        let (w1, x) = (Maths.name("W1", isArray: true), Maths.variable("x"))
        #expect(try written("W1 @ x") == .product([w1, x], .juxtaposed))
        #expect(try written("x * x") == .product([x, x], .elementwise))
        #expect(try written("x @ x") == .product([.transpose(x), x], .juxtaposed))
        #expect(try written("lr * x") == .product([.variable("lr"), x], .juxtaposed))
        #expect(try written("relu(x)") == .function(.identifier("ReLU", .upright), [x]))
    }

    @Test func derivativesCarryTheirIndicesBelowTheBar() throws {
        let (loss, w) = (Maths.variable("L"), Maths.variable("W"))
        #expect(
            try written("dL/dW1[2,1]")
                == .derivative(
                    of: loss, by: [.scripts(w, sub: .indices([.integer(2), .integer(1)]), sup: layer1)]))
        #expect(try written("dL/dyhat") == .derivative(of: loss, by: [.accent(.hat, .variable("y"))]))
        let z = Maths.scripts(.variable("z"), sub: .integer(1), sup: nil)
        #expect(
            try written("dz1[2]/dx[1]", symbols: ["z1": z])
                == .derivative(
                    of: .scripts(.variable("z"), sub: .list([.integer(1), .indices([.integer(2)])]), sup: nil),
                    by: [.scripts(.variable("x"), sub: .indices([.integer(1)]), sup: nil)]))
    }

    @Test func entriesOfRowsHaveOneIndex() throws {
        let expression = try Parser.expression("dL/dW3", names: Set(shapes.keys))
        let entry = Notation(shapes: shapes).written(expression, entry: 1, of: .matrix(1, 3))
        let layer3 = Maths.row([.text("("), .text("3"), .text(")")])
        #expect(
            entry
                == .derivative(
                    of: .variable("L"), by: [.scripts(.variable("W"), sub: .indices([.integer(2)]), sup: layer3)]))
    }

    @Test func equationsKeepTheFormInWhichTheyWereWritten() throws {
        let difference = Maths.sum([Term(.plus, .variable("y")), Term(.minus, .accent(.hat, .variable("y")))])
        #expect(try written("(y - yhat)^2 / 2") == .fraction(.power(difference, .integer(2)), .integer(2)))
    }

    /// Each sheet shows its own index and its own function.
    @Test func drawnIndicesAndFunctionsAreTheSheetsOwn() throws {
        let (i, place) = (Maths.value(ValueID(0), .exact), ValueID(1))
        let notation = Notation(
            shapes: shapes.merging(["i": .scalar, "act": .scalar]) { $1 }, indices: ["i": i],
            functions: ["act": .init(place: place, names: ["relu", "tanh"])])
        let names = Set(shapes.keys).union(["i", "act"])
        let (relu, tanh) = (Maths.identifier("ReLU", .upright), Maths.identifier("tanh", .upright))
        func written(_ text: String, _ notation: Notation) throws -> Maths {
            notation.written(try Parser.expression(text, names: names)).maths
        }
        let w = Maths.variable("W")
        #expect(
            try written("dL/dW1[i,2]", notation)
                == .derivative(
                    of: .variable("L"), by: [.scripts(w, sub: .row([i, .integer(2)]), sup: layer1)]))
        #expect(
            try written("act(x)", notation)
                == .alternatives(place, [.function(relu, [.variable("x")]), .function(tanh, [.variable("x")])]))
        #expect(notation.name("act") == .alternatives(place, [relu, tanh]))
        #expect(try written("i + 1", notation) == .sum([Term(.plus, .variable("i")), Term(.plus, .integer(1))]))
        #expect(
            try written("W1[i,2]", notation.ofAllSheets)
                == .scripts(w, sub: .row([.variable("i"), .integer(2)]), sup: layer1))
    }
}
