import Foundation
import Testing

@testable import psgen

@Suite struct InterruptTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func signalsRemoveTheFolderAndEndTheProcess() async throws {
        try folder.makeSet("old", holding: "old")
        let path = folder.path
        await #expect(processExitsWith: .signal(SIGINT)) { [path = path as String] in
            try interruptedWhileWriting(path + "/a/set", by: SIGINT)
        }
        await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
            try interruptedWhileWriting(path + "/old", by: SIGTERM)
        }
        await #expect(processExitsWith: .signal(SIGHUP)) { [path = path as String] in
            try interruptedWhileWriting(path + "/set", by: SIGHUP)
        }
        #expect(folder.names() == ["old"])
        #expect(folder.text("old/answers.csv") == "old")
    }

    @Test func aSignalRemovesAllThatIsUnfinished() async throws {
        let path = folder.path
        await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
            let watch = InterruptWatch()
            let first = try ReplacedFile(path: path + "/a.csv", watch: watch)
            try first.output.write("1")
            let pages = try OutputFolder(at: path + "/pages", replacing: true, as: .feedback, watch: watch)
            try pages.root.write([1], to: "feedback.html")
            let second = try ReplacedFile(path: path + "/b.csv", watch: watch)
            try second.commit()
            kill(getpid(), SIGTERM)
            usleep(20_000_000)
            try first.commit()
            try pages.commit()
        }
        #expect(folder.names() == ["b.csv"])
    }

    @Test func aKillLeavesOnlyWhatTheNextProcessRemoves() async throws {
        let path = folder("set")
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            try interruptedWhileWriting(path, by: SIGKILL)
        }
        #expect(folder.names().count == 1)
        #expect(folder.names().first?.hasPrefix(".set.partial-") == true)
        try OutputFolder(at: path).commit()
        #expect(folder.names() == ["set"])
    }

    @Test func ignoredSignalsStayIgnored() async throws {
        let path = folder("set")
        await #expect(processExitsWith: .success) { [path = path as String] in
            signal(SIGHUP, SIG_IGN)
            let output = try OutputFolder(at: path, watch: InterruptWatch())
            kill(getpid(), SIGHUP)
            usleep(50_000)
            try output.commit()
        }
        #expect(folder.names() == ["set"])
    }

    @Test func afterwardsSignalsActAsBefore() async throws {
        let path = folder("set")
        await #expect(processExitsWith: .exitCode(3)) { [path = path as String] in
            signal(SIGTERM) { _ in exit(3) }
            for i in 0..<20 {
                let output = try OutputFolder(at: path + "\(i)", watch: InterruptWatch())
                try output.commit()
            }
            kill(getpid(), SIGTERM)
            while true { pause() }
        }
        #expect(folder.names().count == 20)
    }
}

/// Fills a folder from several threads while a signal comes, and never returns.
private func interruptedWhileWriting(_ path: String, by signalNumber: Int32) throws {
    let output = try OutputFolder(at: path, replacing: true, watch: InterruptWatch())
    let inner = try output.root.folder("students")
    for part in 0..<3 {
        Thread.detachNewThread {
            var i = 0
            while true {
                do {
                    try inner.write([UInt8](repeating: 1, count: 100), to: "\(part)-\(i)")
                } catch {
                    // An error must not be seen: the process is about to end.
                    exit(9)
                }
                i += 1
            }
        }
    }
    usleep(30_000)
    kill(getpid(), signalNumber)
    usleep(20_000_000)
    output.discard()
}
