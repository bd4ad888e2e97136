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

    @Test func equationsOfTheSolutionLeaveNoHeading() throws {
        let text = "given: { n: { draw: 1..9 } }\nsolution: { k: n + 1 }\nask: [{ find: k }]"
        let template = try Template(SourceFile(name: "q", bytes: Array(text.utf8)))
        let blocks = StudentSheet(calculation: try Calculation(template)).blocks
        #expect(blocks.contains(.heading([.text("Given")], level: 2)))
        #expect(!blocks.contains(.heading([.text("Equations")], level: 2)))
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

    /// The heights in millimetres of the rooms to write in.
    private func rooms(_ ask: String, isForPaper: Bool) throws -> [Int] {
        let text = "given: { x: 2 }\ndefine: { a: x^2, b: exp(x) }\nask:\n" + ask
        let template = try Template(SourceFile(name: "q", bytes: Array(text.utf8)))
        let sheet = StudentSheet(calculation: try Calculation(template), isForPaper: isForPaper)
        return sheet.blocks.flatMap { block -> [Int] in
            guard case .part(let part) = block else { return [] }
            return part.blocks.compactMap { if case .workspace(let room) = $0 { room } else { nil } }
        }
    }

    @Test func roomToWorkInStandsAboveTheBoxes() throws {
        let asked = """
              - { find: a, space: 6cm }
              - { find: da/dx, space: 0mm }
              - { question: Why?, mark: by hand }
              - { find: b }
            """
        #expect(try rooms(asked, isForPaper: false) == [60, 32])
        #expect(try rooms(asked, isForPaper: true) == [60, 32, 20])
        let part = try blocks("  - { find: a, space: 6cm }").last
        guard case .part(let part) = part, case .answers = part.blocks.last else {
            Issue.record("the boxes are not the last")
            return
        }
        #expect(part.blocks.dropLast().last == .workspace(millimetres: 60))
    }

    @Test func differentPointsAreSaid() throws {
        #expect(
            words(try blocks("  - { find: 'a, da/dx, x', points: { a: 2, da/dx: 1, x: 2 } }")).last
                == "Find *, * and *. 2 points for each of * and *; 1 point for *.")
        #expect(words(try blocks("  - { find: 'a, x', points: { a: 2, x: 2 } }")).last == "Find * and *.")
    }

    @Test func questionsStandInsteadOfTheSentence() throws {
        #expect(
            words(try blocks("  - { question: How big is the square?, find: a }\n  - find: b")) == [
                "How big is the square? Give exact numbers: integers, fractions or decimals that end.",
                "Find *. Round your answers to 4 decimal places.",
            ])
    }

    @Test func answersInWordsHaveRoom() throws {
        guard case .part(let part) = try blocks("  - find: a\n  - { question: Why?, mark: by hand }").last else {
            Issue.record("no part")
            return
        }
        #expect(part.blocks == [.paragraph([.text("Why?")]), .workspace(millimetres: 32)])
    }

    @Test func allOrNothingIsSaid() throws {
        let points = try blocks("  - { find: 'a, x', grade: all }\n  - { find: b, grade: all }").compactMap { block in
            if case .part(let part) = block { part.points } else { nil }
        }
        #expect(points == [[.text("2 points, all or nothing")], [.text("1 point")]])
    }
}
