import Foundation
import Testing

@testable import psgen

@Suite struct LeftOversTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func foldersOfDeadProcessesAreRemoved() throws {
        let dead = try deadProcess()
        try folder.makeSet(".set.partial-\(dead)", holding: "half")
        try folder.makeSet(".set.partial-\(getpid())", holding: "half, by an earlier process of this number")
        try OutputLocation(folder("set")).removeLeftOvers()
        #expect(folder.names().isEmpty)
    }

    @Test func everythingElseStays() throws {
        let dead = try deadProcess()
        let names = [
            ".set.partial-\(getppid())", ".other.partial-\(dead)", ".set.partial-0\(dead)", ".set.partial-+\(dead)",
            ".set.partial-", ".set.partial-\(dead)x", ".set.partial--\(dead)", ".set.partial", "set.partial-\(dead)",
            ".set.partial-99999999999", ".SET.partial-\(dead)",
        ]
        for name in names { try folder.makeFolder(name) }
        try folder.write("", to: ".set.replaced-\(dead)")
        let before = folder.names()
        try OutputLocation(folder("set")).removeLeftOvers()
        #expect(folder.names() == before)
    }

    @Test func aFolderThatIsBeingWrittenStays() throws {
        let output = try OutputFolder(at: folder("set"))
        try output.root.write([1], to: "x")
        try OutputLocation(folder("set")).removeLeftOvers()
        try output.commit()
        #expect(folder.names(in: "set") == ["x"])
    }

    @Test func aSetPutAsideComesBackUnlessItWasReplaced() throws {
        let dead = try deadProcess()
        try folder.makeSet(".set.replaced-\(dead)", holding: "old")
        try OutputLocation(folder("set")).removeLeftOvers()
        #expect(folder.text("set/answers.csv") == "old")

        try folder.makeSet(".set.replaced-\(dead)", holding: "older")
        try OutputLocation(folder("set")).removeLeftOvers()
        #expect(folder.text("set/answers.csv") == "old")
        #expect(folder.names() == ["set"])
    }

    @Test func siblingNamesAreReadAsTheyAreWritten() {
        for purpose in SiblingName.Purpose.allCases {
            let name = SiblingName(purpose, process: 123)
            #expect(SiblingName(name.text(beside: "q-2.partial"), beside: "q-2.partial") == name)
        }
        // One letter, written in two ways.
        #expect(SiblingName(".\u{E9}.partial-1", beside: "e\u{301}") == nil)
    }

    /// The number of a process that has ended.
    private func deadProcess() throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["true"]
        try process.run()
        process.waitUntilExit()
        return process.processIdentifier
    }
}
