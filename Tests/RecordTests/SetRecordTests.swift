import Template
import Testing
import YAML

@testable import Record

@Suite struct SetRecordTests {
    private func reread(_ record: SetRecord) throws -> SetRecord {
        try SetRecord(SourceFile(name: "set.json", bytes: record.bytes, limit: Limits.record.bytes))
    }

    @Test(arguments: [
        "", "title: Q\n", "a: \"b\" \\ 'c'\r\n\tx\n\n", "{\"a\": [1, 2]}", "ü − ∂ 🙂 \u{2028}\u{85}\u{FEFF}\u{1}\u{7F}",
        "\n\n  ", "null", "!!str *a &b #c", "\\u0041", "</script>", String(repeating: "x: [1] ", count: 20_000),
    ]) func aTemplateComesBackAsItWas(_ text: String) throws {
        let record = SetRecord(
            version: "1.2.3", seed: 8_675_309, count: 50,
            templates: [.init(name: "q 2.yaml", text: text), .init(name: text.prefix(20) + "ü", text: "b")])
        #expect(try reread(record) == record)
    }

    @Test(arguments: [0, 1, 1 << 53, .max] as [UInt64]) func seedsComeBack(_ seed: UInt64) throws {
        let record = SetRecord(version: "1", seed: seed, count: 10_000_000, templates: [])
        #expect(try reread(record) == record)
    }

    @Test func problemsAQuizAndVersionsComeBack() throws {
        let choice = try #require(SetChoice(pick: 2, of: 3))
        let record = SetRecord(
            version: "1", seed: 3, count: 9,
            templates: ["a", "b", "c", "d"].map { .init(name: $0 + ".yaml", text: $0) }, choices: [choice, .always],
            quiz: .init(name: "quiz.yaml", text: "problems: [a]\n"), versions: 4)
        #expect(try reread(record) == record)
    }

    @Test func aRecordIsReadable() {
        let record = SetRecord(version: "0.1.0", seed: 7, count: 2, templates: [.init(name: "a.yaml", text: "b: 1\n")])
        #expect(
            String(decoding: record.bytes, as: UTF8.self) == """
                {
                  "psgen": "0.1.0",
                  "seed": 7,
                  "count": 2,
                  "templates": [
                    {
                      "name": "a.yaml",
                      "text": "b: 1\\n"
                    }
                  ]
                }

                """)
    }

    @Test(arguments: [
        "", "[]", "{}", "{\"psgen\": \"1\", \"seed\": -1, \"count\": 1, \"templates\": []}",
        "{\"psgen\": \"1\", \"seed\": 1, \"count\": 0, \"templates\": []}",
        "{\"psgen\": \"1\", \"seed\": 1, \"count\": 1, \"templates\": {}}",
        "{\"psgen\": \"1\", \"seed\": 1, \"count\": 1, \"templates\": [1]}",
        "{\"psgen\": \"1\", \"seed\": 1, \"count\": 1, \"templates\": [{\"name\": \"a\"}]}",
        """
        {"psgen": "1", "seed": 1, "count": 1, "templates": [{"name": "a", "text": "b"}],
        "problems": [{"pick": 1, "of": 9223372036854775807}, {"pick": 1, "of": 9223372036854775807}]}
        """,
        "{\"psgen\": \"1\", \"seed\": 1, \"count\": 1, \"templates\": [], \"problems\": [{\"pick\": 2, \"of\": 1}]}",
        "{\"psgen\": \"1\", \"seed\": 1e3, \"count\": 1, \"templates\": []}", "{\"psgen\":",
    ]) func whatIsNoRecordIsRefused(_ text: String) {
        #expect(throws: Diagnostics.self) { try SetRecord(SourceFile(name: "set.json", bytes: Array(text.utf8))) }
    }
}
