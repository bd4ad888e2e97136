import Maths

/// A vector of zeros with a 1 at a place, counted from 1; undefined where there is no such place.
struct OneHot: StepOperation {
    let size: Int

    static let function = Function("one_hot(c, 3)", literals: 1) { call throws(CallError) in
        OneHot(size: try call.size(0))
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard operands[0].isScalar else {
            throw ShapeError("one_hot takes the number of a class, not an array of \(operands[0])")
        }
        return .vector(size)
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        let place = operands[0].slots[0]
        let entries = (1...size).map { code.equal(place, code.constant($0)) }
        let isInside = code.sum(entries)
        return entries.map { code.divide($0, isInside) }
    }

    func written(_ operands: [Written]) -> Maths {
        .function(Self.name(.integer(size)), [operands[0].maths])
    }

    private static func name(_ size: Maths) -> Maths { .scripts(.identifier("onehot", .upright), sub: size, sup: nil) }

    /// What the place counts from.
    var conventions: [Maths] {
        let entries = [1] + Array(repeating: 0, count: size - 1)
        return [
            .equation(
                .function(Self.name(.integer(size)), [.integer(1)]),
                .transpose(.matrix([entries.map(Maths.integer)])))
        ]
    }
}
