import Foundation
import Testing

@testable import Fuzz

/// The gallery, whose templates the fuzzer starts from, goes through all that it tries.
struct FoundTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Templates").standardizedFileURL

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    @Test(arguments: names) func theGalleryIsTriedToTheEnd(_ name: String) throws {
        #expect(tryTemplate(Array(try Data(contentsOf: Self.folder.appending(path: name)))))
    }
}
