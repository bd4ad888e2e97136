import Exact
import Solver
import Template
import TestSupport
import Testing

@testable import Generator

/// Plans of sieves: complete, and cheap before dear.
struct SievePlanTests {
    private func plan(_ requirements: [String], seed: Int) throws -> (plan: SievePlan, conditions: Int) {
        let template = try template(
            """
            given: { a: { shape: 6, draw: -3..3 } }
            define: { L: sum(a) }
            require: [\(requirements.map { "'\($0)'" }.joined(separator: ", "))]
            variants: { zeros: yes, kinks: yes, equal: yes, largest: any }
            ask: [{ find: L }]
            """)
        let screening = try Screening(template)
        let source = VariantSource(template, seed: UInt64(seed))
        var sample = VariantSample(source, limit: 4096)
        let variants = sample.variants(4096, passing: [])
        let plan = SievePlan(
            screening.conditions.map(\.slot), in: screening.code, sample: sample.places(variants, screening.program),
            size: variants.count)
        return (plan, screening.conditions.count)
    }

    @Test func everyConditionIsTestedOnce() throws {
        let requirements = ["a[1] > 0", "a[2] * a[3] > 2", "sum(a) > 1", "a[4] < 3", "a[1] != a[2]"]
        let (plan, count) = try plan(requirements, seed: 1)
        #expect(plan.stages.flatMap { $0 }.sorted() == Array(0..<count))
        #expect(plan.stages.allSatisfy { !$0.isEmpty })
    }

    @Test func whatRejectsMuchForLittleComesFirst() throws {
        // The first rejects 6 of 7 by one comparison, the second hardly any by many steps.
        let (plan, _) = try plan(["sum(a^2) > 2", "a[1] > 2"], seed: 1)
        #expect(plan.stages == [[1], [0]])
    }

    @Test func whatHardlyRejectsNeedsNoStageOfItsOwn() throws {
        let (plan, _) = try plan(["a[1] + a[2] > -6", "a[1] + a[2] < 6", "a[1] - a[2] > -6"], seed: 1)
        #expect(plan.stages.count == 1)
    }
}
