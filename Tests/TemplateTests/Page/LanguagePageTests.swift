import Document
import Fuzz
import Solver
import Testing
import YAML

@testable import Template

/// `Templates/README.md` tells the truth, and all of it.
struct LanguagePageTests {
    private static let page = LanguagePage()

    @Test(arguments: page.examples.filter { $0.kind == "yaml" }) func templatesMakeSheets(
        _ example: LanguagePage.Example
    ) {
        #expect(mistakes(example.text) == "")
        #expect(tryTemplate(Array(example.text.utf8)))
    }

    @Test(arguments: page.examples.filter { $0.kind == "yaml fragment" })
    func fragmentsMakeSheets(_ example: LanguagePage.Example) {
        let text = Self.page.completed(example)
        #expect(mistakes(text) == "")
        #expect(tryTemplate(Array(text.utf8)), "\(text)")
    }

    @Test(arguments: page.examples.filter { $0.kind == "yaml quiz" }) func quizzesAreRead(
        _ example: LanguagePage.Example
    )
        throws
    {
        let quiz = try Quiz(SourceFile(name: "quiz.yaml", bytes: Array(example.text.utf8)))
        #expect(quiz.files.count == 3)
    }

    /// What is wrong is followed by what psgen says about it.
    @Test func mistakesAreSaidLikeThis() {
        let examples = Self.page.examples
        for (example, said) in zip(examples, examples.dropFirst()) where example.kind == "yaml wrong" {
            #expect(said.kind == "text", "line \(example.line)")
            let messages = mistakes(Self.page.completed(example)).split(separator: "\n")
                .filter { $0.contains(": error: ") }.map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
            #expect(messages.joined(separator: "\n") + "\n" == said.text, "line \(example.line)")
        }
    }

    @Test(arguments: [
        TemplateKey.allCases.map(\.rawValue), GivenKey.allCases.map(\.rawValue), PartKey.allCases.map(\.rawValue),
        TableKey.allCases.map(\.rawValue), VariantKey.allCases.map(\.rawValue),
    ]) func everyKeyIsExplained(_ keys: [String]) {
        let missing = keys.filter { !Self.page.text.contains("\n| `\($0)` |") }
        #expect(missing == [])
    }

    @Test func everythingElseIsThere() {
        let needed =
            AnswerKey.allCases.map { "{ \($0.rawValue): " } + Function.all.map { "`\($0.name)(" }
            + Mistake.allCases.map { "`\($0.rawValue)`" }
            + (TeX.symbols.keys.sorted() + TeX.functions.sorted()).map { "`\\\($0)`" }
            + (QuizKey.allCases.map(\.rawValue) + ChoiceKey.allCases.map(\.rawValue)).map { "`\($0)`" }
        let missing = needed.filter { !Self.page.text.contains($0) }
        #expect(missing == [])
    }
}
