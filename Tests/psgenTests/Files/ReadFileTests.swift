import Foundation
import Testing

@testable import psgen

@Suite struct ReadFileTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test(arguments: [0, 1, 4095, 4096, 4097, 300_000])
    func wholeFilesAreRead(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Data(bytes).write(to: URL(fileURLWithPath: folder("a")))
        #expect(try contentsOfFile(folder("a"), limit: size) == bytes)
        #expect(try contentsOfFile(folder("a"), limit: .max - 1) == bytes)
        if size == 0 { return }
        #expect(throws: FileError(path: folder("a"), attempt: .read, reason: .tooLarge(limit: size - 1))) {
            try contentsOfFile(folder("a"), limit: size - 1)
        }
    }

    @Test func whatIsNoFileIsRefused() throws {
        try folder.makeFolder("folder")
        try folder.write("", to: "file")
        #expect(reason(folder("none")) == .missing)
        #expect(reason("") == .missing)
        #expect(reason(folder("folder")) == .isFolder)
        #expect(reason(folder("file/x")) == .notFolder)
        #expect(reason(folder("file\0x")) == .notName)
        #expect(reason(folder(String(repeating: "x", count: 300))) == .nameTooLong)
        #expect(reason("/dev/zero") == .notOrdinaryFile)
        #expect(reason("/dev/null") == .notOrdinaryFile)
    }

    @Test func pipesAreNotWaitedFor() {
        #expect(mkfifo(folder("pipe"), 0o600) == 0)
        #expect(reason(folder("pipe")) == .notOrdinaryFile)
    }

    @Test func filesWithoutASizeAreReadToo() throws {
        guard FileManager.default.fileExists(atPath: "/proc/self/status") else { return }
        #expect(try contentsOfFile("/proc/self/status", limit: 1 << 20).count > 100)
        #expect(reason("/proc/self/status", limit: 100) == .tooLarge(limit: 100))
    }

    @Test func linksAreFollowedUnlessTheyGoInCircles() throws {
        try folder.write("text", to: "file")
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "file")
        try FileManager.default.createSymbolicLink(atPath: folder("loop"), withDestinationPath: "loop")
        #expect(try contentsOfFile(folder("link"), limit: 10) == Array("text".utf8))
        #expect(reason(folder("loop")) == .system(ELOOP))
    }

    @Test func messagesSayWhatToDo() {
        let error = FileError(path: "a.yaml", attempt: .read, reason: .tooLarge(limit: 1 << 20))
        #expect(error.description == "Cannot read 'a.yaml': it is larger than 1 MiB. Name a smaller file.")
        #expect(
            FileError("b", .write, errorNumber: ENOSPC).description
                == "Cannot write 'b': no space left on the disk. Free some space, or choose another place.")
        #expect(FileError("b", .write, errorNumber: EIO).description == "Cannot write 'b': Input/output error.")
    }

    private func reason(_ path: String, limit: Int = 1000) -> FileError.Reason? {
        do throws(FileError) {
            _ = try contentsOfFile(path, limit: limit)
            return nil
        } catch {
            return error.reason
        }
    }
}
