import Exact
import Solver
import Template

/// Looks at wrong answers once more: whether they follow from the student's own, or a known mistake explains them.
package final class Judge: Sendable {
    /// What can go wrong in the calculation; nil where no known mistake can be made.
    package var catalogue: MistakeCatalogue? { explainer?.catalogue }
    private let calculation: Calculation
    private let marker: Marker
    private let columns: [String]
    /// Nil where answers that follow earn nothing.
    private let followThrough: FollowThrough?
    private let explainer: Explainer?

    /// A judge of a problem's answers.
    package convenience init(_ calculation: Calculation) { self.init(calculation, Marker(calculation)) }

    /// A judge of answers that a marker of the same calculation has found wrong.
    init(_ calculation: Calculation, _ marker: Marker) {
        self.calculation = calculation
        self.marker = marker
        columns = calculation.asked.map(\.column)
        followThrough = FollowThrough(calculation.template, bounds: marker.bounds)
        explainer = Explainer(calculation, bounds: marker.bounds)
    }

    /// The columns, so far, for which not all sets of three mistakes were looked at.
    var cutColumns: [String] { (explainer?.cutAnswers ?? []).sorted().map { columns[$0] } }

    /// Marks wrong answers anew, and says what explains them.
    ///
    /// - Parameters:
    ///   - answers: The student's numbers; nil for a blank or unreadable one.
    ///   - given: A machine that has run, with the sheet's numbers in lane 0.
    ///   - own: Room for what follows from the student's numbers, made where there is none.
    @discardableResult
    package func judge(
        _ marks: inout [Mark], _ answers: [Rational?], given: Machine, with own: inout Machine?
    ) -> Explanation? {
        let wrong = Set(marks.indices.filter { marks[$0].verdict == .wrong })
        if wrong.isEmpty { return nil }
        var following: [Int: FollowThrough.Following] = [:]
        if let followThrough, wrong.count > 1 {
            let room = own ?? followThrough.machine
            own = room
            following = followThrough.follow(answers, wrong: wrong, given: given, with: room)
        }
        let explanation = following.count < wrong.count ? explainer?.explain(answers, given: given) : nil
        let explained = Set((explanation?.explained ?? [:]).keys)
        for (index, causes) in followThrough?.earning(following, explained: explained) ?? [:] {
            let names = causes.prefix(3).map { columns[$0] }.joined(separator: ", ")
            marks[index] = Mark(
                verdict: .followsThrough, note: "right for your own \(names)\(causes.count > 3 ? ", …" : "")")
        }
        if let explainer, let explanation {
            ExplainedMarks(explanation, explainer.catalogue, calculation, answers).apply(to: &marks)
        }
        return explanation
    }

    /// Marks numbers by the sheet's rule alone.
    package func marks(of answers: [Rational?], given: Machine) -> [Mark] {
        answers.enumerated().map { marker.mark($0, $1.map(CellValue.number) ?? .blank, given) }
    }
}
