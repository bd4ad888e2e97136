import Document
import Template
import Testing
import YAML

@testable import Exporter

/// The sentences of a student's sheet.
struct StudentSheetTests {
    private func blocks(_ ask: String) throws -> [Block] {
        let text = "given: { x: 2 }\ndefine: { a: x^2, b: exp(x) }\nask:\n" + ask
        let template = try Template(SourceFile(name: "q", bytes: Array(text.utf8)))
        return StudentSheet(calculation: try Calculation(template)).blocks
    }

    private func words(_ blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let inlines):
                [inlines.map { inline in if case .text(let words) = inline { words } else { "*" } }.joined()]
            case .part(let part): words(part.blocks)
            default: []
            }
        }
    }

    @Test func aRuleOfAllPartsIsSaidOnce() throws {
        #expect(
            words(try blocks("  - find: a\n  - find: da/dx"))
                == ["Give exact numbers: integers, fractions or decimals that end.", "Find *.", "Find *."])
    }

    @Test func differentRulesAreSaidWithTheirParts() throws {
        #expect(
            words(try blocks("  - find: a\n  - find: b")) == [
                "Find *. Give exact numbers: integers, fractions or decimals that end.",
                "Find *. Round your answers to 4 decimal places.",
            ])
    }

    @Test func theQuestionGoesOnInAShortTextAndFollowsALongOne() throws {
        #expect(words(try blocks("  - { text: Mind the sign., find: a }")).last == "Mind the sign. Find *.")
        #expect(
            words(try blocks("  - find: a\n    text: |\n      One.\n\n      Two.")).suffix(3) == [
                "One.", "Two.", "Find *.",
            ])
    }
}
