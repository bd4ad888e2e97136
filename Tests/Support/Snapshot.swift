import Foundation
import Testing

/// Compares a text with the one kept under `Snapshots` beside the test's target. With PSGEN_RECORD=1 in the environment
/// the text is kept instead, and the test fails so that nobody takes that for a comparison.
package func expectSnapshot(
    _ text: String, named name: String, testFile: String = #filePath, location: SourceLocation = #_sourceLocation
) throws {
    var folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    while !folder.lastPathComponent.hasSuffix("Tests") { folder.deleteLastPathComponent() }
    let file = folder.appendingPathComponent("Snapshots").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PSGEN_RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name)", sourceLocation: location)
    } else {
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(text == kept, "\(name) has changed", sourceLocation: location)
    }
}
