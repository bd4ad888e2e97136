import Exact
import Testing

@testable import Maths

struct MathsBuildingTests {
    @Test("Indices of one digit stand side by side")
    func indices() {
        #expect(Maths.indices([.integer(2), .integer(1)]) == .row([.integer(2), .integer(1)]))
        #expect(Maths.indices([.integer(2), .integer(10)]) == .list([.integer(2), .integer(10)]))
        #expect(Maths.indices([.variable("i"), .integer(1)]) == .list([.variable("i"), .integer(1)]))
        #expect(Maths.indices([.variable("i")]) == .variable("i"))
    }

    @Test("What a reader sees grow counts as tall, and what may grow on some sheet")
    func height() {
        let value = Maths.value(ValueID(0), .exact)
        #expect(Maths.sum([Term(.plus, .variable("a")), Term(.minus, value)]).isTall)
        #expect(!Maths.sum([Term(.plus, .variable("a")), Term(.minus, .value(ValueID(0), .decimals(2)))]).isTall)
        #expect(Maths.number(Rational(1, 3)).isTall)
        #expect(!Maths.number(Rational(1, 4)).isTall)
        #expect(Maths.function(.variable("f"), [.column([.integer(1)])]).isTall)
    }
}
