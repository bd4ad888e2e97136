import Exact
import Solver
import Template

/// Marks what an explanation leads to: what each answer earns, and what its student is told.
struct ExplainedMarks {
    private let explanation: Explanation
    private let catalogue: MistakeCatalogue
    private let calculation: Calculation
    private let answers: [Rational?]

    init(_ explanation: Explanation, _ catalogue: MistakeCatalogue, _ calculation: Calculation, _ answers: [Rational?])
    {
        self.explanation = explanation
        self.catalogue = catalogue
        self.calculation = calculation
        self.answers = answers
    }

    /// Marks the explained answers anew, and tells of right ones that the mistakes would have changed.
    func apply(to marks: inout [Mark]) {
        let charged = charged
        for (index, own) in explanation.explained where marks[index].verdict == .wrong {
            marks[index] = explanation.unasked == nil ? explained(index, own, charged) : following(index, charged)
        }
        for (index, number) in explanation.contradicted where marks[index].verdict == .correct {
            marks[index].note = "right, though \(text(number, index)) comes out if \(words(explanation.mistakes))"
        }
        if let (first, second) = explanation.exchanged {
            for (index, other) in [(first, second), (second, first)] where marks[index].verdict == .correct {
                marks[index].note = "right here, though it was worked out for \(calculation.asked[other].column)"
                if !explanation.mistakes.isEmpty, let number = answers[other] {
                    marks[index].note +=
                        ": \(text(number.double, index))"
                        + " comes out here if \(words(explanation.mistakes))"
                }
            }
        }
    }

    /// The answers that a mistake costs something: those of the first quantity that it makes wrong.
    private var charged: Set<Int> {
        let explained = explanation.explained
        if calculation.template.marking.charge == .each { return Set(explained.keys) }
        var charged: Set<Int> = []
        let pins = Calculation.pins(of: calculation.template)
        func first(_ own: [Int]) {
            // What is asked first, unless it is worked out from another one.
            let nodes = Set(own.map { pins[$0].node })
            let later = nodes.filter { node in
                nodes.contains { $0 != node && catalogue.graph.isNeeded($0, for: node) }
            }
            guard let first = own.filter({ !later.contains(pins[$0].node) }).min() else { return }
            charged.formUnion(own.filter { isSameQuantity($0, first) })
        }
        if explanation.unasked != nil {
            first(Array(explained.keys))
            return charged
        }
        for mistake in explanation.mistakes.places { first(explained.filter { $0.value.contains(mistake) }.map(\.key)) }
        if let (one, other) = explanation.exchanged {
            // Each was given where it does not belong.
            charged.formUnion([one, other].filter { explained[$0] != nil })
        }
        return charged
    }

    private func isSameQuantity(_ index: Int, _ other: Int) -> Bool {
        let (one, other) = (calculation.asked[index], calculation.asked[other])
        return one.part == other.part && one.quantity == other.quantity
    }

    private func explained(_ index: Int, _ own: MistakeSet, _ charged: Set<Int>) -> Mark {
        var mistakes = own.places.map { catalogue.mistakes[$0].mistake }
        var clause = words(own)
        if let (first, second) = explanation.exchanged, index == first || index == second {
            let other = index == first ? second : first
            mistakes.append(.swappedAnswers)
            let place = "this is the number for \(calculation.asked[other].column)"
            clause = own.isEmpty ? place : "\(place), where \(clause)"
        } else if let alternative = explanation.alternative, alternative.count == 1, own == explanation.mistakes {
            clause += ", or \(words(alternative))"
        }
        let count = explanation.explained.count { $0.value == own }
        let isExchanged = mistakes.contains(.swappedAnswers)
        var note =
            isExchanged || count > 1
            ? relation(index, mistakes).map { "\($0): \(clause)" } ?? clause
            : "\(text(answers[index]?.double ?? .nan, index)) is what comes out if \(clause)"
        var share = Rational.one
        if charged.contains(index) {
            let credits = calculation.template.marking.credits
            share = mistakes.map { credits[$0] ?? .zero }.min() ?? .zero
        } else {
            note += "; this costs points only once"
        }
        return Mark(verdict: .explained, note: note, mistakes: mistakes, share: share)
    }

    /// Marks what follows from a value that nobody asked for.
    private func following(_ index: Int, _ charged: Set<Int>) -> Mark {
        guard let unasked = explanation.unasked else { return Mark(verdict: .wrong) }
        let (value, right) = (Self.text(unasked.value), Self.text(unasked.right))
        return charged.contains(index)
            ? Mark(verdict: .wrong, note: "this is what \(unasked.name) = \(value) leads to; it is \(right)")
            : Mark(verdict: .followsThrough, note: "right for \(unasked.name) = \(value)")
    }

    /// How an answer stands to the right number, where that shows the mistake.
    private func relation(_ index: Int, _ mistakes: [Mistake]) -> String? {
        guard mistakes.contains(where: Self.factors.contains),
            explanation.exchanged.map({ $0.0 != index && $0.1 != index }) ?? true,
            let answer = answers[index], let right = explanation.rights[index], right != 0
        else { return nil }
        let (own, other) = (text(answer.double, index), text(right, index))
        let ratio = answer.double / right
        return if (ratio - 2).magnitude < 1e-9 {
            "\(own) is twice \(other)"
        } else if (ratio - 0.5).magnitude < 1e-9 {
            "\(own) is half of \(other)"
        } else if (ratio + 1).magnitude < 1e-9 {
            "\(own) is \(other) with the wrong sign"
        } else {
            nil
        }
    }

    /// The mistakes that leave out or turn a factor.
    private static let factors: Set<Mistake> = [.halfForgotten, .halfInvented, .sign, .batchNotAveraged]

    private func words(_ set: MistakeSet) -> String {
        set.places.map { catalogue.mistakes[$0].words }.joined(separator: " and ")
    }

    private static func text(_ number: Double) -> String {
        let near = Number.exact(Rational(near: number)).text(.exact)
        return near.count > 8 ? Number.real(number).text(.significant(6)) : near
    }

    private func text(_ number: Double, _ index: Int) -> String {
        let rounding = calculation.roundings[calculation.asked[index].value]
        return Number(near: number, rounding).text(rounding)
    }
}
