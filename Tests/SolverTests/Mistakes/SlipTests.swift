import Exact
import Testing

@testable import Solver

@Suite struct SlipTests {
    private func isLikely(_ answer: String, _ right: Number, _ rounding: Rounding = .exact) throws -> Bool {
        Slip.isLikely(try #require(Rational(reading: answer)), for: right, rounding)
    }

    @Test func slips() throws {
        for answer in ["22", "20", "23", "19", "31", "11", "-21", "12", "24", "61"] {
            #expect(try isLikely(answer, .exact(Rational(21))), "\(answer)")
        }
        #expect(try isLikely("6.215", .exact(Rational(49, 8))))
        #expect(try isLikely("6.128", .exact(Rational(49, 8))))
        #expect(try isLikely("0.4223", .real(0.42129), .decimals(4)))
        #expect(try isLikely("-0.4213", .real(0.42129), .decimals(4)))
        #expect(try isLikely("0.4123", .real(0.42129), .decimals(4)))
    }

    @Test func otherNumbers() throws {
        for answer in ["42", "0", "210", "2.1", "34", "-12"] {
            #expect(try !isLikely(answer, .exact(Rational(21))), "\(answer)")
        }
        #expect(try !isLikely("0", .exact(Rational(6))))
        #expect(try !isLikely("0.5124", .real(0.42129), .decimals(4)))
    }
}
