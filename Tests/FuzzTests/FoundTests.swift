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

/// Texts that every reader takes to its end, and texts that are refused.
struct ReaderTests {
    @Test(arguments: [
        "\u{1}\0\0-3.5*6", "\u{1}\0\u{1}1/(1+e^-2)", "\u{1}\u{1}\u{4}[0,5 1; 2 3]",
        "\u{2}sheet,z,L,c points\nx,\"[1, 2]\",4,1\n", "\u{2}Name;Email;code;z[1];z[2]\nAda;a@x;;1;=2\n",
        "\u{4}First name,Last name,SID\nAda,Lovelace,7\n", "\u{5}heading,column\nQuestion 1,z[2]\n",
    ]) func areRead(_ text: String) { #expect(tryReader(of: Array(text.utf8))) }

    @Test(arguments: 1...6 as ClosedRange<UInt8>) func areRefused(_ reader: UInt8) {
        #expect(!tryReader(of: [reader]))
        #expect(!tryReader(of: [reader, 0x22, 0x78]))
    }

    @Test func givenNumbersAndRecordsAreRead() throws {
        let set = try TriedSet.only.get()
        #expect(tryReader(of: [3] + set.givenRows))
        #expect(!tryReader(of: [3] + set.givenRows.dropLast(4)))
        let sample = try Data(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Generated/sample/instructor/set.json"))
        #expect(tryReader(of: [6] + sample))
    }
}
