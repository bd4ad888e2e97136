import Foundation
import Testing

@testable import psgen

/// A disk of 64 KiB, where the system lets us have one.
private final class SmallDisk {
    let folder: TestFolder

    init?() {
        guard getuid() == 0, let folder = try? TestFolder(),
            let result = try? run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path), result.status == 0
        else { return nil }
        self.folder = folder
    }

    deinit {
        _ = try? run("umount", folder.path)
    }
}

@Suite struct FullDiskTests {
    @Test func nothingStaysOnAFullDisk() throws {
        guard let disk = SmallDisk() else { return }
        let folder = disk.folder
        let page = [UInt8](repeating: 65, count: 8000)
        var written = 0
        let error = #expect(throws: FileError.self) {
            let output = try OutputFolder(at: folder("Generated/set"))
            let students = try output.root.folder("students")
            for i in 0..<20 {
                try students.write(page, to: "\(i).html")
                written += 1
            }
        }
        #expect(
            error
                == FileError(path: folder("Generated/set/students/\(written).html"), attempt: .write, reason: .noSpace))
        #expect((1...8).contains(written))
        #expect(folder.names().isEmpty)
    }

    @Test func anOldSetSurvivesAFullDisk() throws {
        guard let disk = SmallDisk() else { return }
        let folder = disk.folder
        try folder.makeSet("set", holding: "old")
        #expect(throws: FileError(path: folder("set/keys.html"), attempt: .write, reason: .noSpace)) {
            let output = try OutputFolder(at: folder("set"), replacing: true)
            let file = try output.root.file("keys.html")
            for _ in 0..<100 { try file.write([UInt8](repeating: 65, count: 4000)) }
            try file.close()
            try output.commit()
        }
        #expect(folder.names() == ["set"])
        #expect(folder.text("set/answers.csv") == "old")
    }
}
