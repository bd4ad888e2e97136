import Foundation
import Testing

/// A set is there whole or not at all, whatever happens to the program or the disk.
@Suite(.serialized) struct HalfSetsTests {
    private let folder: TestFolder
    private let files: Int

    init() throws {
        folder = try TestFolder()
        files = 2 * 400 + 2 * 2 + 5
    }

    private func start() throws -> StartedRun {
        try folder.start(["make", Program.template("q2"), "--count", "400", "--seed", "1", "--out", "Generated/set"])
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGKILL], [1_000, 30_000, 100_000, 250_000, 450_000] as [UInt32])
    func aSignalLeavesNoHalfSet(_ signal: Int32, _ delay: UInt32) throws {
        let run = try start()
        usleep(delay)
        kill(run.process.processIdentifier, signal)
        let outcome = run.finish()
        if folder.has("Generated/set") {
            #expect(folder.files(in: "Generated/set").count == files)
        } else {
            #expect(outcome.status == nil)
        }
        let hidden = folder.names(in: "Generated").filter { $0.hasPrefix(".") }
        if signal != SIGKILL {
            #expect(hidden == [])
            #expect(folder.has("Generated") == folder.has("Generated/set"))
        }
        let next = try folder.psgen("make", Program.template("descent"), "--out", "Generated/set", "--replace")
        #expect(next.status == 0)
        #expect(folder.names(in: "Generated") == ["set"])
    }

    @Test func aFullDiskLeavesNoHalfSet() throws {
        guard getuid() == 0, try run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder.path).status == 0 else {
            print("not tested without a small disk of our own: what a full disk leaves")
            return
        }
        defer { _ = try? run("umount", folder.path) }
        let outcome = try start().finish()
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("Error: Cannot "))
        #expect(outcome.errors.contains("no space left on the disk. Free some space, or choose another place."))
        #expect(folder.names() == [])

        // There is room for a small one, but not for its graded table.
        try folder.make("q2-2024", "--count", "3", "--seed", "1", "--out", "set", "--no-pages")
        let answers = try #require(folder.text("set/instructor/key.csv")).split(separator: "\n", maxSplits: 1)
        let rows = (0..<2_000).map { _ in answers[1] }.joined()
        try folder.write(answers[0] + "\n" + rows.prefix(200_000), to: "set/class.csv")
        let check = try folder.psgen("check", "set/class.csv")
        #expect(check.status == 1)
        #expect(check.errors.contains("no space left on the disk"), "\(check.errors)")
        #expect(folder.names(in: "set") == ["answers.csv", "class.csv", "instructor"])
    }
}
