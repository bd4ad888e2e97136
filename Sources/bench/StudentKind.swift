import Checker
import Exact
import Solver
import Template

/// A kind of student, and how what the checker says of one is told.
struct StudentKind: Sendable {
    let name: String
    /// What is counted, besides the rows.
    let names: [String]
    /// What is true of one student: names, and `rows` for one that could be made of this sheet.
    let outcomes: @Sendable (inout Sheet, [Rational]?, inout SplitMix) -> [String]

    static let all: [StudentKind] = [
        mistakes(1, "one mistake"), mistakes(2, "two mistakes"), mistakes(3, "three mistakes"), wrongDigit,
        mistakeAndSlip, allRight, random, otherSheet, unknownMistake, blanks,
    ]

    /// Mistakes made together, each of which changes something beside the others.
    private static func mistakes(_ count: Int, _ name: String) -> StudentKind {
        StudentKind(name: name, names: ["named", "the only one", "two show", "named of these", "false"]) {
            sheet, _, random in
            guard let (set, answers) = made(count, &sheet, &random) else { return [] }
            let (marks, explanation) = sheet.assess(answers)
            let isNamed = explains(explanation, answers, sheet)
            var outcomes = ["rows"]
            if isNamed { outcomes.append("named") }
            if count == 1 {
                let same = sheet.catalogue.mistakes.indices.filter { sheet.answers(after: [$0]) == answers }
                if same == set { outcomes.append("the only one") }
            }
            let primary = marks.count { $0.verdict == .wrong || $0.verdict == .explained }
            if primary > 1 { outcomes.append("two show") }
            if primary > 1 && isNamed { outcomes.append("named of these") }
            if let explanation, !explanation.isUnasked, !isNamed, !isPart(explanation, of: set, sheet) {
                outcomes.append("false")
            }
            return outcomes
        }
    }

    /// One wrong digit in a number, from which half of the students go on.
    private static let wrongDigit = StudentKind(
        name: "one wrong digit", names: ["rest keeps credit", "mistake claimed", "like a mistake"]
    ) { sheet, _, random in
        let right = sheet.right
        let place = Int.random(in: right.indices, using: &random)
        guard let wrong = withWrongDigit(right[place], sheet.rounding(place), &random) else { return [] }
        var answers = right
        answers[place] = wrong
        if Bool.random(using: &random) { answers = sheet.answers(after: [], carried: [place: wrong]) }
        let isLike = sheet.catalogue.mistakes.indices.contains { sheet.answers(after: [$0]) == answers }
        if isLike { return ["rows", "like a mistake", "rest keeps credit"] }
        let (marks, explanation) = sheet.assess(answers)
        var outcomes = ["rows"]
        if marks.indices.allSatisfy({ $0 == place || marks[$0].earnsAll }) { outcomes.append("rest keeps credit") }
        if let explanation, !explanation.isUnasked { outcomes.append("mistake claimed") }
        return outcomes
    }

    /// A mistake, and a number that is off by a slip and gone on from.
    private static let mistakeAndSlip = StudentKind(
        name: "one mistake and a slip", names: ["named, nothing false", "something false"]
    ) { sheet, _, random in
        guard let (set, answers) = made(1, &sheet, &random) else { return [] }
        let place = Int.random(in: answers.indices, using: &random)
        guard let wrong = withWrongDigit(answers[place], sheet.rounding(place), &random) else { return [] }
        let slipped = sheet.answers(after: set, carried: [place: wrong])
        let (_, explanation) = sheet.assess(slipped)
        guard let explanation, !explanation.isUnasked else { return ["rows"] }
        // Another mistake with the same numbers is as right.
        let claimed = sheet.answers(after: explanation.places, carried: [place: wrong])
        return claimed == slipped && !explanation.isExchange
            ? ["rows", "named, nothing false"] : ["rows", "something false"]
    }

    /// Right steps, each named number rounded as the sheet says.
    private static let allRight = StudentKind(name: "all right, rounded on the way", names: ["all correct"]) {
        sheet, _, _ in
        var carried: [Int: Rational] = [:]
        for index in sheet.order { carried[index] = sheet.answers(after: [], carried: carried)[index] }
        let answers = sheet.right.indices.map { carried[$0] ?? .zero }
        let (marks, _) = sheet.assess(answers)
        return marks.allSatisfy { $0.verdict == .correct } ? ["rows", "all correct"] : ["rows"]
    }

    /// Numbers of the right size and no meaning.
    private static let random = StudentKind(name: "random numbers", names: ["mistake claimed"]) { sheet, _, random in
        let answers = sheet.right.indices.map { index -> Rational in
            let places = sheet.rounding(index) == .exact ? 1 : 10_000
            return Rational(Int.random(in: -20 * places...20 * places, using: &random)) / Rational(places)
        }
        return claim(sheet.assess(answers).explanation)
    }

    /// The right answers of another sheet.
    private static let otherSheet = StudentKind(name: "another sheet's answers", names: ["mistake claimed"]) {
        sheet, before, _ in
        guard let before, before != sheet.right else { return [] }
        return claim(sheet.assess(before).explanation)
    }

    /// A mistake that nobody knows: a step of the calculation that comes out one too large, twice as large or with
    /// another sign.
    private static let unknownMistake = StudentKind(
        name: "a mistake that is not known", names: ["something false", "like a mistake"]
    ) { sheet, _, random in
        guard let (edits, key) = sheet.codes.unknownMistake(&random) else { return [] }
        let answers = sheet.answers(under: edits, key: key)
        guard answers != sheet.right, answers.allSatisfy({ !$0.isUndefined }) else { return [] }
        let isLike = sheet.catalogue.mistakes.indices.contains { sheet.answers(after: [$0]) == answers }
        if isLike { return ["rows", "like a mistake"] }
        let (_, explanation) = sheet.assess(answers)
        return explanation.map { !$0.isUnasked } == true ? ["rows", "something false"] : ["rows"]
    }

    /// One mistake, and some answers left out.
    private static let blanks = StudentKind(name: "some parts left blank", names: ["as without the blanks"]) {
        sheet, _, random in
        guard let (_, answers) = made(1, &sheet, &random) else { return [] }
        let (full, _) = sheet.assess(answers)
        let part = Int.random(in: 0..<sheet.calculation.template.parts.count, using: &random)
        let kept = answers.indices.map { sheet.calculation.asked[$0].part == part ? nil : answers[$0] }
        let wrongLeft = full.indices.contains { kept[$0] != nil && full[$0].verdict != .correct }
        guard wrongLeft, kept.contains(where: { $0 != nil }) else { return [] }
        let (marks, _) = sheet.assess(kept)
        let areSame = marks.indices.allSatisfy { index in
            kept[index] == nil
                || (marks[index].verdict == .correct) == (full[index].verdict == .correct)
                    && (marks[index].verdict == .wrong) == (full[index].verdict == .wrong)
        }
        return areSame ? ["rows", "as without the blanks"] : ["rows"]
    }
}

extension StudentKind {
    private static func claim(_ explanation: Explanation?) -> [String] {
        explanation.map { !$0.isUnasked } == true ? ["rows", "mistake claimed"] : ["rows"]
    }

    /// Mistakes that can be made together, and the numbers that they lead to.
    private static func made(_ count: Int, _ sheet: inout Sheet, _ random: inout SplitMix) -> (
        set: [Int], answers: [Rational]
    )? {
        let mistakes = sheet.catalogue.mistakes
        for _ in 0..<20 {
            var set: [Int] = []
            while set.count < min(count, mistakes.count) {
                let place = Int.random(in: mistakes.indices, using: &random)
                if !set.contains(place) { set.append(place) }
            }
            set.sort()
            let areApart = set.allSatisfy { one in set.allSatisfy { $0 == one || !mistakes[one].excludes(mistakes[$0]) }
            }
            let answers = sheet.answers(after: set)
            guard areApart, set.count == count, answers.allSatisfy({ !$0.isUndefined }) else { continue }
            let changes = set.indices.allSatisfy { index in
                var rest = set
                rest.remove(at: index)
                return sheet.answers(after: rest) != answers
            }
            if changes { return (set, answers) }
        }
        return nil
    }

    /// Whether the mistakes that are claimed lead to the same numbers everywhere.
    private static func explains(_ explanation: Explanation?, _ answers: [Rational], _ sheet: Sheet) -> Bool {
        guard let explanation, !explanation.isUnasked, !explanation.isExchange else { return false }
        return sheet.answers(after: explanation.places) == answers
    }

    /// Whether the mistakes that are claimed are some of those that were made, or lead to the same numbers as these.
    private static func isPart(_ explanation: Explanation, of set: [Int], _ sheet: Sheet) -> Bool {
        if explanation.isExchange { return false }
        return explanation.places.allSatisfy { place in
            set.contains(place) || set.contains { sheet.answers(after: [$0]) == sheet.answers(after: [place]) }
        }
    }

    /// A number with one digit changed; nil where it has none to change.
    private static func withWrongDigit(_ number: Rational, _ rounding: Rounding, _ random: inout SplitMix) -> Rational?
    {
        var digits = Array(Number.exact(number).text(rounding).utf8)
        let places = digits.indices.filter { (48...57).contains(digits[$0]) }
        guard let place = places.randomElement(using: &random) else { return nil }
        digits[place] = 48 + (digits[place] - 48 + UInt8.random(in: 1...9, using: &random)) % 10
        return Rational(reading: String(decoding: digits, as: UTF8.self))
    }
}
