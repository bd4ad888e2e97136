import Foundation
import Testing

@testable import psgen

@Suite struct OutputFolderTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func aFolderAppearsWhenItIsComplete() throws {
        let output = try OutputFolder(at: folder("a/b/set//"))
        try output.root.write(Array("text".utf8), to: "answers.csv")
        let inner = try output.root.folder("students").folder("0001-1000")
        #expect(inner.path == folder("a/b/set/students/0001-1000"))
        let file = try inner.file("001.html")
        try file.write("page")
        try file.close()
        #expect(folder.names(in: "a/b") == [".set.partial-\(getpid())"])
        try output.commit()
        try output.commit()
        output.discard()
        #expect(folder.names(in: "a/b") == ["set"])
        #expect(folder.text("a/b/set/answers.csv") == "text")
        #expect(folder.text("a/b/set/students/0001-1000/001.html") == "page")
    }

    @Test func nothingStaysOfAFolderThatIsNotCommitted() throws {
        do {
            let output = try OutputFolder(at: folder("a/b/set"))
            try output.root.folder("students").write([1], to: "x")
            #expect(folder.names() == ["a"])
        }
        #expect(folder.names().isEmpty)

        let output = try OutputFolder(at: folder("set"))
        output.discard()
        #expect(folder.names().isEmpty)
        try output.commit()
        #expect(folder.names().isEmpty)
        #expect(throws: FileError.self) { try output.root.write([1], to: "late") }
    }

    @Test func parentsThatOthersUseStay() throws {
        let output = try OutputFolder(at: folder("a/set"))
        try folder.write("mine", to: "a/note")
        output.discard()
        #expect(folder.names(in: "a") == ["note"])
    }

    @Test func filesAreNotWrittenTwice() throws {
        let output = try OutputFolder(at: folder("set"))
        try output.root.write([1], to: "x")
        #expect(throws: FileError(path: folder("set/x"), attempt: .write, reason: .exists)) {
            try output.root.write([1], to: "x")
        }
    }

    @Test func severalThreadsFillOneFolder() async throws {
        let output = try OutputFolder(at: folder("set"))
        let students = try output.root.folder("students")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for part in 0..<8 {
                group.addTask {
                    for i in 0..<50 { try students.write(Array("\(part) \(i)".utf8), to: "\(part)-\(i)") }
                }
            }
            try await group.waitForAll()
        }
        try output.commit()
        #expect(folder.names(in: "set/students").count == 400)
        #expect(folder.text("set/students/7-49") == "7 49")
    }

    @Test func somethingOfThatNameIsKept() throws {
        try folder.makeSet("set", holding: "old")
        try folder.makeFolder("empty")
        try folder.write("", to: "file")
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "nowhere")
        let before = folder.names()
        for name in ["set", "set/", "empty", "file", "link"] {
            let error = #expect(throws: FileError.self, "\(name)") {
                try OutputFolder(at: folder(name))
            }
            #expect(error?.reason == .exists)
            #expect(error?.description.contains("--replace") == true)
        }
        #expect(folder.names() == before)
    }

    @Test func whatAppearsMeanwhileIsKept() throws {
        for replacing in [false, true] {
            let name = "set-\(replacing)"
            let output = try OutputFolder(at: folder(name), replacing: replacing)
            try folder.makeFolder(name)
            try folder.write("mine", to: name + "/note")
            let error = #expect(throws: FileError.self) { try output.commit() }
            #expect(error?.reason == (replacing ? .notOutput(.set) : .exists))
            output.discard()
            #expect(folder.names(in: name) == ["note"])
        }
        #expect(folder.names() == ["set-false", "set-true"])
    }

    @Test func emptyFoldersThatAppearMeanwhileAreKept() throws {
        let output = try OutputFolder(at: folder("set"))
        try folder.makeFolder("set")
        #expect(throws: FileError(path: folder("set"), attempt: .create, reason: .exists)) { try output.commit() }
    }

    @Test(arguments: ["", ".", "..", "/", "a/..", "a/.", "//", "a\0b"])
    func pathsWithoutANameAreRefused(path: String) {
        #expect(throws: FileError(path: path, attempt: .create, reason: .notName)) {
            try OutputFolder(at: path, replacing: true)
        }
    }

    @Test func namesOfAnyKindAreFine() throws {
        let long = String(repeating: "x", count: 230)
        for name in ["ä ö\n'\"\\", "-rf", "...", "*.partial-1", long, "a/../b"] {
            let output = try OutputFolder(at: folder(name))
            try output.commit()
            #expect(FileManager.default.fileExists(atPath: folder(name)), "\(name)")
        }
        #expect(throws: FileError.self) {
            try OutputFolder(at: folder("q/" + long + long))
        }
        #expect(!folder.names().contains("q"))
    }

    @Test func aFileOnTheWayIsReported() throws {
        try folder.write("", to: "file")
        #expect(throws: FileError(path: folder("file"), attempt: .create, reason: .notFolder)) {
            try OutputFolder(at: folder("file/set"))
        }
    }
}
