import Exact
import Testing

@testable import Solver

/// Published examples agree to their last published digit, except where the source is known to be wrong.
struct OracleTests {
    /// What needs operations that are not there.
    private static let missing: Set<String> = ["utm-csc413-tconv", "utm-csc413-sizes-params"]

    private static func problem(_ oracle: Oracle, _ facts: [PublishedFacts]) throws -> Problem {
        var problem = Problem()
        let source = try #require(facts.first { $0.id == oracle.givenOf ?? oracle.id })
        for (name, value) in source.given.sorted(by: { $0.key < $1.key }) {
            let numbers = value.texts.compactMap { Rational(reading: $0) }
            if numbers.count == value.texts.count { problem.give(name, value.sizes, numbers) }
        }
        for (name, shape, entries) in oracle.moreGiven { problem.give(name, shape, entries) }
        for line in oracle.equations.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            problem.define(String(parts[0]), String(parts[1]))
        }
        return problem
    }

    @Test(arguments: Oracle.all.indices) func agrees(_ index: Int) throws {
        let oracle = Oracle.all[index]
        let facts = try PublishedFacts.load()
        let published = try #require(facts.first { $0.id == oracle.id })
        let problem = try Self.problem(oracle, facts)
        for (name, value) in published.asked.sorted(by: { $0.key < $1.key }) {
            if published.flagged.contains(name) || oracle.outOfReach.contains(name) { continue }
            let texts = try #require(oracle.asked[name], "\(oracle.id): nothing gives \(name)")
            for kind in [Problem.Kind.scaled, .fractions] {
                let numbers = try problem.solved(texts, kind).flatMap(\.numbers)
                try #require(numbers.count == value.texts.count, "\(oracle.id): \(name)")
                for (number, text) in zip(numbers, value.texts) {
                    let printed = try #require(PrintedNumber(text))
                    #expect(
                        printed.isRounded(from: number.double), "\(oracle.id): \(name) is \(number), printed \(text)")
                }
            }
        }
        #expect(Set(oracle.asked.keys).isSubset(of: published.asked.keys), "\(oracle.id)")
    }

    @Test func everyExampleIsUsedOrOutOfReach() throws {
        let ids = Set(try PublishedFacts.load().map(\.id))
        #expect(ids == Self.missing.union(Oracle.all.map(\.id)))
        #expect(Self.missing.isDisjoint(with: Oracle.all.map(\.id)))
    }

    @Test func printedNumbers() throws {
        let number = try #require(PrintedNumber("1.23394576e-04"))
        #expect(number.isRounded(from: 0.000123394576))
        #expect(number.isRounded(from: 0.0001233945764))
        #expect(!number.isRounded(from: 0.0001233945766))
        #expect(try #require(PrintedNumber("-3")).isRounded(from: -3.4))
        #expect(try !#require(PrintedNumber("-3.0")).isRounded(from: -3.06))
    }
}
