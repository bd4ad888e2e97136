import Testing

@testable import Exact

struct RationalTests {
    @Test func isInLowestTermsWithAPositiveDenominator() {
        #expect(Rational(6, -4) == Rational(-3, 2))
        #expect(Rational(0, -5) == .zero)
        #expect(Rational(1, 0).isUndefined)
        #expect(Rational(.min, 1).isUndefined)
    }

    @Test func arithmeticAgreesWithSmallFractionsExhaustively() {
        let small = (-6...6).flatMap { numerator in (1...6).map { (Int128(numerator), Int128($0)) } }
        for (a, b) in small {
            for (c, d) in small {
                let left = Rational(a, b)
                let right = Rational(c, d)
                #expect(left + right == Rational(a * d + c * b, b * d))
                #expect(left - right == Rational(a * d - c * b, b * d))
                #expect(left * right == Rational(a * c, b * d))
                #expect(left / right == (c == 0 ? .undefined : Rational(a * d, b * c)))
                #expect((left < right) == (a * d < c * b))
            }
        }
    }

    @Test func overflowIsUndefinedAndStaysSo() {
        let large = Rational(Int128.max, 1)
        #expect((large + .one).isUndefined)
        #expect((large * Rational(2)).isUndefined)
        #expect((large * large * .zero).isUndefined)
        #expect((Rational(1, Int128.max) + Rational(1, Int128.max - 1)).isUndefined)
        #expect(-Rational.undefined == .undefined)
        #expect(Rational.undefined.reciprocal == .undefined)
        #expect(!(Rational.undefined < .one) && !(Rational.one < .undefined))
        #expect(Rational.undefined.double.isNaN)
        #expect(Rational.undefined.power(0).isUndefined)
    }

    @Test func comparesBeyondTheRangeOfProducts() {
        let near = Rational(Int128.max - 1, Int128.max)
        let nearer = Rational(Int128.max - 2, Int128.max - 1)
        #expect(nearer < near)
        #expect(!(near < nearer))
        #expect(-near < -nearer)
        #expect(near < .one)
        #expect(!(near < near))
    }

    @Test func powersAndFloors() {
        #expect(Rational(-2, 3).power(3) == Rational(-8, 27))
        #expect(Rational(-2, 3).power(-2) == Rational(9, 4))
        #expect(Rational.zero.power(0) == .one)
        #expect(Rational.zero.power(-1).isUndefined)
        #expect(Rational(-7, 2).floor == Rational(-4))
        #expect(Rational(7, 2).floor == Rational(3))
        #expect(Rational(-4).floor == Rational(-4))
    }
}
