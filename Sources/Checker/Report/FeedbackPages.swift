import Document
import Exact
import Exporter
import Generator
import Maths
import Solver
import Template

/// Prints feedback for students, a page each: their answers, the right ones, why they differ, and the key's own step.
package struct FeedbackPages: Sendable {
    private let plan: SetPlan
    private let title: String
    /// By template.
    private let worked: [WorkedAnswers]
    private let frame: (opening: Form, closing: Form)

    private static let name = TextSlot("name")

    /// Prepares to print feedback on the sheets of a set; throws where a template's steps cannot be calculated.
    package init(_ plan: SetPlan, title: String) throws(CalculationError) {
        self.plan = plan
        self.title = title
        worked = try plan.calculations.map { (calculation) throws(CalculationError) in
            try WorkedAnswers(calculation.template)
        }
        let steps = worked.flatMap(\.answers).compactMap(\.step)
        let page = HTMLPage(
            title: [.slot(Self.name), .text("Feedback: " + title)], ownStyle: [Block.equations(steps)].ownStyle)
        frame = (page.opening, page.closing)
    }

    /// What stands around the feedback of one sheet, or of many where there is no code.
    package func frame(code: String? = nil) -> (opening: [UInt8], closing: [UInt8]) {
        (filled(frame.opening, text: { _ in code.map { $0 + " " } ?? "" }), filled(frame.closing))
    }

    /// Machines for ``write(_:given:with:)``, by template.
    var machines: [Machine] { worked.map { Machine($0.calculation.program) } }

    /// The feedback on a sheet, without what stands around it.
    ///
    /// - Parameters:
    ///   - given: By template, machines that hold the sheet's numbers in lane 0.
    ///   - machines: Some of this value's own, for the work.
    func article(_ sheet: GradedSheet, given: [Machine], with machines: [Machine]) -> [UInt8] {
        var pieces = [HTML.form(FeedbackText.head(of: sheet, title: title))]
        for (index, problem) in sheet.problems.enumerated() {
            let (template, machine) = (problem.template, machines[problem.template])
            machine.copyInputs(of: given[template], lanes: 1)
            machine.run(lanes: 1)
            let text = FeedbackText(worked: worked[template], problem: problem)
            let heading = plan.problems.count > 1 ? text.heading(ofProblem: index) : []
            let calculation = worked[template].calculation
            var piece = Form()
            let blocks = HTML.form(heading + text.blocks)
            piece.append(
                raw: filled(
                    blocks, value: { machine.number(at: calculation.location(ofValue: $0.index), lane: 0) }))
            pieces.append(piece)
        }
        return filled(HTML.sheet(of: pieces))
    }

    private func filled(
        _ form: Form, text: (TextSlot) -> String = { _ in "" },
        value: (ValueID) -> Number = { _ in .exact(.undefined) }
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        form.fill(into: &bytes, value: value, text: text)
        return bytes
    }
}
