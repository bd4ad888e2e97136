import Testing

@testable import Exact

@Suite struct RationalNearTests {
    @Test func simpleFractionsComeBack() {
        for denominator in 1...60 {
            for numerator in -70...70 {
                let fraction = Rational(Int128(numerator), Int128(denominator))
                #expect(Rational(near: fraction.double) == fraction)
                // A few last digits off, as after a calculation.
                #expect(Rational(near: fraction.double * (1 + 4e-16)) == fraction)
            }
        }
    }

    @Test func decimalsAndLargeNumbers() {
        #expect(Rational(near: 16607.53125).double == 16607.53125)
        #expect(Rational(near: 1e14).double == 1e14)
        #expect((Rational(near: 2.0.squareRoot()).double - 2.0.squareRoot()).magnitude < 1e-9)
    }
}
