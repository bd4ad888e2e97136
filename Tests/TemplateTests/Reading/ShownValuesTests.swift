import Document
import Maths
import Solver
import Testing

@testable import Template

/// Formulas in texts: names, values and TeX.
struct ShownValuesTests {
    private func template(text: String, more: String = "") throws -> Template {
        try TemplateTests.template(
            "text: |\n  \(text)\ngiven: { x: { draw: 1..9 }, W1: [[1, 2], [3, 4]] }\n"
                + "define: { z: 2 * x, p: exp(x / 9) }\nask: [{ find: z }]\n\(more)")
    }

    @Test func valuesAreTheSheetsOwn() throws {
        let read = try template(text: "Of `= x` and `= W1[2,1]`, `= x` comes first.")
        #expect(read.shown.count == 2)
        guard case .paragraph(let inlines) = read.text[0] else { return #expect(Bool(false)) }
        #expect(
            inlines.filter { if case .maths = $0 { true } else { false } } == [
                .maths(.value(ValueID(0), .exact)), .maths(.value(ValueID(1), .exact)),
                .maths(.value(ValueID(0), .exact)),
            ])
        let calculation = try Calculation(read)
        #expect(calculation.quantities[0].values == 2..<3)
    }

    @Test func arraysAndRoundedNumbersAreShown() throws {
        let read = try template(text: "`= W1` and `= p`")
        guard case .paragraph(let inlines) = read.text[0] else { return #expect(Bool(false)) }
        #expect(inlines.last == .maths(.value(ValueID(4), .decimals(4))))
    }

    @Test func dollarsHoldTeX() throws {
        let read = try template(text: "Let $a_1 * b_2$ be.\n\n  $$\\frac{a}{b}$$")
        #expect(read.text.count == 2)
        #expect(read.text[1] == .display(.fraction(.variable("a"), .variable("b"))))
    }

    @Test(arguments: [
        ("see $\\foo$ here", "2:8: error: the command \\foo is not known"),
        ("see $\\lamda$ here", "2:8: error: the command \\lamda is not known; did you mean '\\lambda'?"),
        ("see $\\farc{1}{2}$", "2:8: error: the command \\farc is not known; did you mean '\\frac'?"),
        ("see `= q`", "2:10: error: there is no quantity 'q'"),
        ("see `= x +`", "2:13: error: expected"),
    ])
    func mistakesHaveAPlace(_ text: String, _ message: String) {
        let found = mistakes("text: |\n  \(text)\ngiven: { x: 1 }\ndefine: { z: x }\nask: [{ find: z }]\n")
        #expect(found.hasPrefix(message))
    }

    @Test func commandsOfSymbolsAreOffered() {
        let found = mistakes("given: { x: 1 }\ndefine: { z: x }\nask: [{ find: z }]\nsymbols: { z: '\\omgea' }\n")
        #expect(found.contains("the command \\omgea is not known; did you mean '\\omega'?"), "\(found)")
    }

    @Test func allMistakesOfATextAreReported() {
        let found = mistakes(
            "text: |\n  `qq`, ` pp ` and $\\foo$\ngiven: { x: 1 }\ndefine: { z: x }\nask: [{ find: z }]\n")
        #expect(found.split(separator: "\n").map { $0.prefix(4) } == ["2:4:", "2:11", "2:21"])
    }

    @Test(arguments: [("'[l]'", "["), ("[l]", "["), ("(l)", "("), ("l", "1")])
    func layersAreWrittenAsChosen(_ style: String, _ first: String) throws {
        let read = try template(text: "A", more: "symbols: { layers: \(style) }")
        guard case .scripts(_, nil, let label?) = read.notation.name("W1") else { return #expect(Bool(false)) }
        if case .row(let pieces) = label { #expect(pieces[0] == .text(first)) } else { #expect(label == .text(first)) }
    }
}
