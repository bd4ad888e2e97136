import Foundation
import Testing

@testable import psgen

@Suite struct ReplacingTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func aSetOrNothingIsReplaced() throws {
        try folder.makeSet("set", holding: "old")
        try folder.makeFolder("empty")
        for name in ["set", "empty", "missing"] {
            try write(name, "new")
            #expect(folder.text(name + "/answers.csv") == "new", "\(name)")
        }
        #expect(folder.names() == ["empty", "missing", "set"])
        #expect(folder.names(in: "set") == ["answers.csv"])
    }

    @Test func theOldSetStaysUntilTheNewOneIsComplete() throws {
        try folder.makeSet("set", holding: "old")
        let output = try OutputFolder(at: folder("set"), replacing: true)
        try output.root.write(Array("new".utf8), to: "answers.csv")
        #expect(folder.text("set/answers.csv") == "old")
        output.discard()
        #expect(folder.text("set/answers.csv") == "old")
        #expect(folder.names() == ["set"])
    }

    @Test func otherThingsAreNotReplaced() throws {
        try folder.makeFolder("photos")
        try folder.write("mine", to: "photos/a.jpg")
        try folder.makeFolder("almost/instructor/set.json")
        try folder.write("mine", to: "file")
        try folder.makeSet("real", holding: "old")
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "real")
        let before = folder.names()
        for name in ["photos", "almost", "file", "link", "link/"] {
            let error = #expect(throws: FileError.self, "\(name)") { try write(name, "new") }
            #expect(error?.reason == .notOutput(.set), "\(name)")
        }
        #expect(folder.names() == before)
        #expect(folder.text("photos/a.jpg") == "mine")
        #expect(folder.text("real/answers.csv") == "old")
    }

    @Test func theWorkingFolderIsNotReplaced() async throws {
        try folder.makeSet("set", holding: "old")
        try folder.makeFolder("set/students/deep")
        let path = folder("set")
        await #expect(processExitsWith: .success) { [path = path as String] in
            for (place, name) in [("", "../set"), ("/students/deep", "../../../set"), ("/students/deep", path)] {
                guard chdir(path + place) == 0 else { exit(2) }
                do throws(FileError) {
                    _ = try OutputFolder(at: name, replacing: true)
                    exit(3)
                } catch {
                    if error.reason != .holdsWorkingFolder { exit(4) }
                }
            }
        }
        #expect(folder.text("set/answers.csv") == "old")
    }

    @Test func linksInAnOldSetAreNotFollowed() throws {
        try folder.makeSet("set", holding: "old")
        try folder.makeFolder("photos")
        try folder.write("mine", to: "photos/a.jpg")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder("set/link"), withDestinationPath: folder("photos"))
        try manager.createSymbolicLink(atPath: folder("set/file"), withDestinationPath: folder("photos/a.jpg"))
        #expect(mkfifo(folder("set/pipe"), 0o600) == 0)
        try write("set", "new")
        #expect(folder.text("photos/a.jpg") == "mine")
        #expect(folder.names() == ["photos", "set"])
    }

    @Test func fileSystemsWithoutExchangeWorkToo() throws {
        try folder.makeSet("set", holding: "old")
        try folder.makeSet("new", holding: "new")
        let location = try OutputLocation(folder("set"))
        let aside = try location.replace(by: "new") { _, _, _, _ in EINVAL }
        #expect(aside == ".set.replaced-\(getpid())")
        #expect(folder.text("set/answers.csv") == "new")
        #expect(folder.text(aside + "/answers.csv") == "old")
    }

    @Test func theOldSetComesBackWhereTheNewOneFails() throws {
        try folder.makeSet("set", holding: "old")
        let location = try OutputLocation(folder("set"))
        #expect(throws: FileError(path: folder("set"), attempt: .replace, reason: .missing)) {
            try location.replace(by: "nothing") { _, _, _, _ in ENOSYS }
        }
        #expect(throws: FileError(path: folder("set"), attempt: .replace, reason: .denied)) {
            try location.replace(by: "nothing") { _, _, _, _ in EACCES }
        }
        #expect(folder.names() == ["set"])
        #expect(folder.text("set/answers.csv") == "old")
    }

    private func write(_ name: String, _ text: String) throws {
        let output = try OutputFolder(at: folder(name), replacing: true)
        try output.root.write(Array(text.utf8), to: "answers.csv")
        try output.commit()
    }
}
