import Foundation
import Testing

/// The sample set in the repository is what psgen writes today.
@Suite struct SampleTests {
    /// With PSGEN_RECORD=1 in the environment the sample is written anew, and the test fails so that nobody takes that
    /// for a comparison.
    @Test func theSampleIsUpToDate() throws {
        let folder = try TestFolder()
        try folder.make("q2", "--count", "2", "--seed", "2024", "--out", "sample")
        let place = Program.project + "/Generated/sample"
        if ProcessInfo.processInfo.environment["PSGEN_RECORD"] == "1" {
            try? FileManager.default.removeItem(atPath: place)
            try FileManager.default.createDirectory(
                atPath: Program.project + "/Generated", withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: folder("sample"), toPath: place)
            Issue.record("recorded Generated/sample")
            return
        }
        try FileManager.default.copyItem(atPath: place, toPath: folder("kept"))
        let (made, kept) = (folder.files(in: "sample"), folder.files(in: "kept"))
        #expect(made.keys.sorted() == kept.keys.sorted())
        let changed = made.filter { kept[$0.key] != $0.value }.keys.sorted()
        #expect(changed == [], "with PSGEN_RECORD=1 they are written anew")
    }
}
