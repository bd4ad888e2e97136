import Solver
import Template

/// What some variants of a template ask of students, side by side.
package struct VariantFigures: Sendable {
    /// The work of each.
    package private(set) var works: [Work] = []
    /// The known mistakes at their places.
    package let mistakes: [PlacedMistake]
    /// By mistake, on how many variants it makes an answer wrong.
    package private(set) var shown: [Int]
    /// By mistake and answer, on how many variants the mistake makes the answer wrong.
    package private(set) var shownBy: [[Int]]
    /// By mistake and asked quantity, on how many variants the mistake makes an entry of it wrong.
    package private(set) var shownByQuantity: [[Int]]
    /// The asked quantities.
    package let quantities: [String]
    /// By answer, how many are negative, 0 and positive.
    package private(set) var signs: [(negative: Int, zero: Int, positive: Int)]

    /// How many variants there are.
    package var count: Int { works.count }

    /// What becomes of some variants of a template's.
    init(_ variants: [UInt128], of generator: Generator) throws(CalculationError) {
        let gauge = try WorkGauge(generator.template)
        let mistaken: MistakenAnswers
        if let known = generator.mistaken {
            mistaken = known
        } else {
            mistaken = try MistakenAnswers(generator.calculation)
        }
        let sample = VariantSample(generator.source, limit: 0)
        let answers = generator.calculation.asked.count
        mistakes = mistaken.mistakes
        var quantities: [String] = []
        // By answer, the quantity that it is an entry of.
        var quantity: [Int] = []
        for entry in generator.calculation.asked {
            let name = generator.template.parts[entry.part].quantities[entry.quantity].name
            if quantities.last != name { quantities.append(name) }
            quantity.append(quantities.count - 1)
        }
        self.quantities = quantities
        var shown = mistakes.map { _ in 0 }
        var shownBy = mistakes.map { _ in [Int](repeating: 0, count: answers) }
        var shownByQuantity = mistakes.map { _ in [Int](repeating: 0, count: quantities.count) }
        var signs = [(negative: Int, zero: Int, positive: Int)](repeating: (0, 0, 0), count: answers)
        sample.forEachBatch(variants, mistaken.program) { _, machine, lanes in
            for mistake in shown.indices {
                let wrong = mistaken.wrongAnswers(mistake, in: machine, of: UInt64(lowestBits: lanes))
                shown[mistake] += wrong.reduce(0) { $0 | $1.lanes }.nonzeroBitCount
                var wrongBy: [Int: UInt64] = [:]
                for (answer, lanes) in wrong {
                    shownBy[mistake][answer] += lanes.nonzeroBitCount
                    wrongBy[quantity[answer], default: 0] |= lanes
                }
                for (place, lanes) in wrongBy { shownByQuantity[mistake][place] += lanes.nonzeroBitCount }
            }
            for (answer, sign) in mistaken.signs(in: machine, lanes: lanes).enumerated() {
                signs[answer].negative += sign.negative.nonzeroBitCount
                signs[answer].zero += lanes - (sign.negative | sign.positive).nonzeroBitCount
                signs[answer].positive += sign.positive.nonzeroBitCount
            }
        }
        works = gauge.works(of: variants, in: sample)
        self.shown = shown
        self.shownBy = shownBy
        self.shownByQuantity = shownByQuantity
        self.signs = signs
    }

    /// How much longer the slowest twentieth takes than the fastest, by predicted time.
    package var timeSpread: Double { works.timeSpread }
}

extension [Work] {
    /// Whether any of it has so much as one of what is counted.
    package func occurs(_ count: WorkCount) -> Bool { contains { $0[count] > 0 } }

    /// The 95th by the 5th percentile of the predicted time; 1 where there is nothing to compare.
    package var timeSpread: Double {
        let seconds = map(\.seconds).sorted()
        guard let least = seconds.first, least > 0 else { return 1 }
        func percentile(_ share: Double) -> Double { seconds[Int((Double(seconds.count - 1) * share).rounded())] }
        return percentile(0.95) / percentile(0.05)
    }
}

extension Generator {
    /// What the variants of some sheets ask of students.
    package func figures(of variants: [UInt128]) throws(GeneratorError) -> VariantFigures {
        do throws(CalculationError) {
            return try VariantFigures(variants, of: self)
        } catch {
            throw .calculation(error)
        }
    }

    /// What typical variants ask of students; of a fixed template the only one.
    package func typicalFigures() throws(GeneratorError) -> VariantFigures {
        let drawer = drawer()
        let count = Int(clamping: min(256, capacity ?? 1))
        return try figures(of: try drawer.variants(ofSheets: Array(0..<count), from: self))
    }
}
