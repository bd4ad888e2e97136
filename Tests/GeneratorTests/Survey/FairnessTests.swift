import Exact
import Solver
import Template
import Testing

@testable import Generator

/// Sheets keep to what the survey of their template found.
struct FairnessTests {
    private static let names = ["q2", "descent", "step", "batch-rows", "two-losses", "entries", "softmax", "lstm"]

    /// The asked numbers of a sheet with a mistake, each mistake lowered by itself.
    private func answers(
        _ generator: Generator, _ variants: [UInt128], under edits: [Edit], _ catalogue: MistakeCatalogue
    ) throws -> [[Number]] {
        var lowering = Lowering(catalogue.graph)
        let slots = try lowering.lower(asked: Calculation.pins(of: generator.template), under: edits)
        let program = Program(lowering.code, stages: [slots], inputs: generator.source.ranges)
        var answers: [[Number]] = []
        VariantSample(generator.source, limit: 0).forEach(variants, program) { _, machine, lane in
            answers.append(program.outputs[0].map { machine.number(at: $0, lane: lane) })
        }
        return answers
    }

    /// Whether no rule for answers takes one for the other.
    private func areTold(_ answers: [Number], _ others: [Number], _ generator: Generator) -> Bool {
        zip(generator.calculation.asked, zip(answers, others)).contains { entry, pair in
            guard case .exact(let other) = pair.1, entry.rule == .exact else {
                return (pair.0.double - pair.1.double).magnitude > 1e-4 || pair.0.isDefined != pair.1.isDefined
            }
            return !entry.rule.accepts(other, for: pair.0)
        }
    }

    @Test(arguments: names) func everySheetShowsEveryMistakeAndTellsThemApart(name: String) throws {
        let generator = try Generator(gallery(name), seed: 11)
        #expect(!generator.standards.shown.isEmpty, "mistakes can be made in each of these")
        let drawer = generator.drawer()
        let variants = try drawer.variants(ofSheets: Array(0..<40), from: generator)
        let template = generator.template
        let catalogue = MistakeCatalogue(
            template.graph, asked: Calculation.pins(of: template), symbols: template.plainSymbols)
        #expect(catalogue.mistakes.map(\.words) == generator.mistakes.map(\.words))
        let right = try answers(generator, variants, under: [], catalogue)
        let wrong = try catalogue.mistakes.map { try answers(generator, variants, under: $0.edits, catalogue) }
        for sheet in variants.indices {
            for mistake in generator.standards.shown {
                #expect(
                    areTold(right[sheet], wrong[mistake][sheet], generator),
                    "sheet \(sheet) hides that \(catalogue.mistakes[mistake].words)")
            }
            for pair in generator.standards.apart {
                #expect(areTold(wrong[pair.first][sheet], wrong[pair.second][sheet], generator), "sheet \(sheet)")
            }
        }
    }

    @Test(arguments: names) func everySheetIsWithinTheBands(name: String) throws {
        let generator = try Generator(gallery(name), seed: 12)
        #expect(generator.standards.bands.count == WorkCount.allCases.count)
        for band in generator.standards.bands.values {
            #expect(
                band.upperBound <= band.lowerBound + 1
                    || Rational(band.upperBound) <= Rational(band.lowerBound) * Rational(13, 10))
        }
        let drawer = generator.drawer()
        let figures = try generator.figures(of: try drawer.variants(ofSheets: Array(0..<100), from: generator))
        for (sheet, work) in figures.works.enumerated() {
            for (count, band) in generator.standards.bands {
                #expect(band.contains(work[count]), "sheet \(sheet): \(work[count]) \(count)")
            }
        }
        #expect(figures.timeSpread < 1.45)
    }

    @Test func bandsAndMistakesDependOnTheTemplateAlone() throws {
        let (first, second) = (try Generator(gallery("step"), seed: 1), try Generator(gallery("step"), seed: 2))
        #expect(first.standards.bands == second.standards.bands)
        #expect(first.standards.shown == second.standards.shown && first.standards.apart == second.standards.apart)
        #expect(first.capacity == second.capacity)
    }

    @Test func rulesAreRelaxedOnRequest() throws {
        func generator(_ variants: String) throws -> Generator {
            try Generator(
                template(
                    """
                    given: { x: { draw: 1..9 }, w: { draw: -5..5, nonzero: yes }, b: { draw: 1..6 }, y: { draw: 1..9 } }
                    define: { z: w * x + b, L: (z - y)^2 / 2 }
                    ask: [{ find: 'z, L, dL/dw' }]
                    variants: \(variants)
                    """), seed: 1)
        }
        func capacity(_ variants: String) throws -> UInt128 { try #require(try generator(variants).capacity) }
        let all = try capacity("{ zeros: yes, equal: yes, largest: any, spread: any, expose: no, apart: no }")
        #expect(all == 9 * 10 * 6 * 9)
        let base = "zeros: yes, equal: yes, largest: any, spread: any"
        let exposing = try capacity("{ \(base), apart: no }")
        let apart = try capacity("{ \(base) }")
        #expect(apart < exposing && exposing < all)
        let banded = try capacity("{ zeros: yes, equal: yes, largest: any, expose: no, apart: no }")
        let wider = try capacity("{ zeros: yes, equal: yes, largest: any, spread: 2, expose: no, apart: no }")
        #expect(banded < wider && wider < all)
        #expect(try capacity("{ largest: 50, equal: yes, zeros: yes, spread: any, expose: no, apart: no }") < all)
        let excused = try generator("{ expose: { except: bias-dropped } }")
        let names = excused.standards.shown.map { excused.mistakes[$0].mistake }
        #expect(!names.contains(.biasDropped) && !names.isEmpty)
        #expect(excused.standards.excused.contains { $0.reason == .byAuthor })
        let given = try generator("{ work: { products: 3..3 } }")
        #expect(given.standards.bands[.products] == 3...3)
    }

    @Test func bandsThatNoVariantHasAreNamed() throws {
        let template = try template(
            """
            given: { x: { draw: 2..9 }, w: { draw: 2..5 } }
            define: { z: w * x }
            ask: [{ find: z }]
            variants: { work: { products: 7..9 } }
            """)
        let error = #expect(throws: GeneratorError.self) { try Generator(template, seed: 1) }
        #expect(
            error?.message(for: template) == """
                no variant has as much work as 'variants: { work: … }' asks for:
                  products: 7..9, which none of the variants keeps; they have 1..1
                """)
    }

    /// A drawn number that nothing uses makes the space too large to be enumerated.
    @Test(arguments: 1...3 as ClosedRange<UInt64>) func blocksAreAsUniformAsLists(_ seed: UInt64) throws {
        func generator(_ more: String) throws -> Generator {
            try Generator(
                template(
                    """
                    given: { x: { draw: 1..4 }, w: { draw: -3..3 }, y: { draw: 1..3 }\(more) }
                    define: { z: w * x, L: (z - y)^2 }
                    ask: [{ find: 'z, L, dL/dw' }]
                    """), seed: seed)
        }
        func key(_ generator: Generator, _ values: [Number]) -> [Rational] {
            ["x", "w", "y"].flatMap { generator.quantity($0, in: values) }
        }
        let (small, large) = (try generator(""), try generator(", u: { draw: 1..100000 }"))
        guard case .enumerated(_, let lists) = small.way, case .blocks = large.way else {
            Issue.record("a small space is enumerated, a large one is not")
            return
        }
        let acceptable = lists[0].acceptable
        #expect(small.standards.bands == large.standards.bands && small.standards.shown == large.standards.shown)
        var counts: [[Rational]: Int] = [:]
        for values in try small.values(ofSheets: 0..<acceptable.count) { counts[key(small, values)] = 0 }
        #expect(counts.count == acceptable.count && acceptable.count > 10)
        let sheets = 100 * counts.count
        for values in try large.values(ofSheets: 0..<sheets) {
            let key = key(large, values)
            try #require(counts[key] != nil, "seed \(seed): \(key) is not acceptable")
            counts[key, default: 0] += 1
        }
        // Mean and deviation of χ²; five deviations happen once in a million.
        let freedom = Double(counts.count - 1)
        #expect(chiSquared(counts.values) < freedom + 5 * (2 * freedom).squareRoot(), "seed \(seed)")
    }

    /// Which entries are asked for: each as often as the others, whatever their share of the acceptable variants.
    @Test(arguments: ["-9..9", "-2..2"]) func drawnEntriesAreBalanced(draw: String) throws {
        let generator = try Generator(
            template(
                """
                given:
                  x: { shape: 2, draw: 1..9 }
                  W: { shape: [2, 2], draw: \(draw) }
                  i: { draw: 1..2, show: no }
                  j: { draw: 1..2, show: no }
                define: { h: relu(W @ x), L: sum(h^2) / 2 }
                require: 'h[i] > 0'
                ask: [{ find: 'h, L, dL/dW[i,j]' }]
                variants: { equal: yes, spread: any, apart: no, expose: { except: index-swapped } }
                """), seed: 4)
        var counts: [[Rational]: Int] = [:]
        var sheets: Set<[Number]> = []
        for values in try generator.values(ofSheets: 0..<80) {
            counts[["i", "j"].flatMap { generator.quantity($0, in: values) }, default: 0] += 1
            sheets.insert(values)
        }
        #expect(counts.count == 4 && counts.values.allSatisfy { $0 == 20 }, "\(counts)")
        #expect(sheets.count == 80)
        // Of any four sheets in a row that begin a round, each has another entry.
        let round = try generator.values(ofSheets: 40..<44).map { values in
            ["i", "j"].flatMap { generator.quantity($0, in: values) }
        }
        #expect(Set(round).count == 4)
    }
}
