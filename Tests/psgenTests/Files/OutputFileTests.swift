import Foundation
import Testing

@testable import psgen

@Suite struct OutputFileTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func piecesOfAnySizeComeOutInOrder(seed: UInt64) throws {
        var state = seed
        var expected: [UInt8] = []
        let file = try OutputFile(path: folder("a"))
        for _ in 0..<30 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let limits = [10, 5_000, OutputFile.bufferSize, 2 * OutputFile.bufferSize]
            let count = Int(state >> 33) % limits[Int(state >> 60) % 4]
            let piece = [UInt8](repeating: UInt8(state >> 40 & 0x7F), count: count)
            expected += piece
            switch state >> 58 & 3 {
            case 0: try file.write(piece[...])
            case 1: try file.write(String(decoding: piece, as: UTF8.self))
            default: try file.write(piece)
            }
        }
        try file.close()
        try file.close()
        #expect(try contentsOfFile(folder("a"), limit: .max - 1) == expected, "seed \(seed)")
    }

    @Test func anOldFileIsEmptied() throws {
        try folder.write("a long text", to: "a")
        let file = try OutputFile(path: folder("a"))
        try file.write("short")
        try file.close()
        #expect(folder.text("a") == "short")
    }

    @Test func whatCannotBeOpenedIsReported() throws {
        #expect(throws: FileError(path: folder.path, attempt: .write, reason: .isFolder)) {
            try OutputFile(path: folder.path)
        }
        #expect(throws: FileError(path: folder("x/y"), attempt: .write, reason: .missing)) {
            try OutputFile(path: folder("x/y"))
        }
    }

    @Test func aFullDiskIsReportedByTheLatestAtClosing() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let expected = FileError(path: "/dev/full", attempt: .write, reason: .noSpace)
        let file = try OutputFile(path: "/dev/full")
        try file.write("text")
        #expect(throws: expected) { try file.close() }

        let large = try OutputFile(path: "/dev/full")
        #expect(throws: expected) { try large.write([UInt8](repeating: 0, count: 1 << 20)) }
        #expect(throws: expected) { try large.write("more") }
        #expect(throws: expected) { try large.close() }
    }

    @Test func aPipeWhoseReaderHasGoneIsTold() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_IGN)
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { exit(1) }
            close(ends[0])
            let file = OutputFile(descriptor: ends[1], path: "standard output")
            do throws(FileError) {
                try file.write("text")
                try file.close()
            } catch {
                exit(error.reason == .closedPipe ? 0 : 2)
            }
        }
        await #expect(processExitsWith: .signal(SIGPIPE)) {
            signal(SIGPIPE, SIG_IGN)
            endByClosedPipe()
        }
    }

    @Test func aClosedDescriptorIsReported() throws {
        let file = OutputFile(descriptor: -1, path: "standard output", ownsDescriptor: false)
        try file.write("text")
        #expect(throws: FileError(path: "standard output", attempt: .write, reason: .closed)) { try file.close() }
    }
}
