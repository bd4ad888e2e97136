import Testing
import YAML

@testable import Template

/// The template that a text says; throws its mistakes.
func template(_ text: String) throws(Diagnostics) -> Template {
    try Template(SourceFile(name: "q", bytes: Array(text.utf8)))
}

/// What is wrong with a text, one mistake a line as `line:column: error: …`, notes included; empty where nothing is.
func mistakes(_ text: String) -> String {
    do throws(Diagnostics) {
        _ = try template(text)
        return ""
    } catch {
        return error.rendered(as: "q").split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")
    }
}

/// Expects exactly these mistakes of a text.
func expect(
    _ text: String, is expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(mistakes(text) == expected, sourceLocation: sourceLocation)
}
