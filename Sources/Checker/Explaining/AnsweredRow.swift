import Exact
import Solver

/// A student's numbers with the right ones, and what each would be after mistakes.
struct AnsweredRow {
    /// The student's numbers; nil for a blank or unreadable one.
    let answers: [Rational?]
    /// The right numbers, and how far an answer may be from what it is meant to be.
    let right: [Double]
    let tolerances: [Double]
    /// How each answer stands before mistakes are looked for.
    private(set) var standings: [Standing]
    private let inputs: [RealCode.Pair]
    private let explainer: Explainer
    /// By answer, the given ones that it is worked out from.
    private let nearest: [[Int]]
    private var known: [Known?]
    /// By answer, what it costs where it should be what it is after no mistake; nil until that is worked out.
    var plainMisses: [Double?]

    /// How an answer stands.
    enum Standing: Hashable, Sendable {
        case blank
        case right
        /// Right for the student's own answers before.
        case follows
        /// Wrong, and so by its own step.
        case wrong
    }

    private struct Known {
        let predictions: Predictions
        /// By set: from the student's own answers before, and from the right ones.
        let values: [RealCode.Pair]
        /// The smallest sets that lead to the answer, once they were looked for, and how many mistakes were made at most.
        var fits: (sets: [MistakeSet], size: Int)?
    }

    init(
        _ answers: [Rational?], right: [Double], tolerances: [Double], draws: [Double], _ explainer: Explainer
    ) {
        self.answers = answers
        self.right = right
        self.tolerances = tolerances
        self.explainer = explainer
        inputs =
            draws.map { RealCode.Pair(repeating: $0) }
            + answers.indices.map { RealCode.Pair(answers[$0]?.double ?? right[$0], right[$0]) }
        nearest = explainer.nearest(given: answers)
        known = Array(repeating: nil, count: answers.count)
        plainMisses = Array(repeating: nil, count: answers.count)
        standings = answers.map { $0 == nil ? .blank : .right }
        for index in answers.indices where answers[index] != nil && !isAnswer(right[index], index) {
            standings[index] = isAnswer(prediction(index, .none)?[0] ?? .nan, index) ? .follows : .wrong
        }
    }

    /// Whether a number is an answer, as near as numbers are told apart.
    func isAnswer(_ number: Double, _ index: Int) -> Bool {
        guard let answer = answers[index] else { return false }
        return (answer.double - number).magnitude <= tolerances[index]
    }

    /// The answers that are wrong by their own steps.
    var wrong: [Int] { standings.indices.filter { standings[$0] == .wrong } }

    /// Of each mistake, whether it changes an answer.
    func members(_ index: Int) -> [Bool] {
        let predictions = known[index]?.predictions
        if let predictions, predictions.largest > 0 { return predictions.isMember }
        return explainer.predictions(of: index, from: nearest[index], upTo: 1).isMember
    }

    /// An answer after a set of mistakes, from the student's own answers before and from the right ones; nil for a set
    /// that was not looked at.
    mutating func prediction(_ index: Int, _ set: MistakeSet) -> RealCode.Pair? {
        let known = evaluated(index, upTo: set.count)
        return known.predictions.place(of: set).map { known.values[$0] }
    }

    /// The smallest sets of up to so many mistakes that lead to an answer, those of fewer mistakes first.
    mutating func fits(_ index: Int, upTo size: Int) -> [MistakeSet] {
        if let fits = known[index]?.fits, fits.size >= size { return fits.sets.filter { $0.count <= size } }
        let fits = fits(index, to: answers[index]?.double ?? .nan, upTo: size)
        known[index]?.fits = (fits, size)
        return fits
    }

    /// The smallest sets of mistakes that lead to a number in an answer's place.
    mutating func fits(_ index: Int, to number: Double, upTo size: Int) -> [MistakeSet] {
        let known = evaluated(index, upTo: size)
        var fits: [MistakeSet] = []
        for (place, set) in known.predictions.sets.enumerated() {
            if set.count > size { break }
            let value = known.values[place]
            guard
                (value[0] - number).magnitude <= tolerances[index] || (value[1] - number).magnitude <= tolerances[index]
            else { continue }
            if !fits.contains(where: { $0.isSubset(of: set) }) { fits.append(set) }
        }
        return fits
    }

    private mutating func evaluated(_ index: Int, upTo size: Int) -> Known {
        if let known = known[index], known.predictions.reach(size) { return known }
        let predictions = explainer.predictions(of: index, from: nearest[index], upTo: size)
        var values: [RealCode.Pair] = []
        predictions.code.run(inputs, &values)
        let made = Known(predictions: predictions, values: predictions.code.results.map { values[$0] })
        known[index] = made
        return made
    }

    /// Runs code that takes further numbers behind the answers.
    func run(_ code: RealCode, with further: [RealCode.Pair]) -> [RealCode.Pair] {
        var values: [RealCode.Pair] = []
        code.run(inputs + further, &values)
        return code.results.map { values[$0] }
    }
}
