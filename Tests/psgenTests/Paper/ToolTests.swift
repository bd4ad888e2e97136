import Foundation
import Testing

@testable import psgen

/// Programs that psgen calls, and how it ends them.
@Suite struct ToolTests {
    private let folder: TestFolder
    private let output: OutputFolder

    init() throws {
        folder = try TestFolder()
        output = try OutputFolder(at: folder("set"))
    }

    private func shell(_ script: String, limit: Duration = .seconds(60)) throws -> Tool.Outcome {
        let tool = try Tool("sh", for: "this test", advice: "")
        return try tool.run(["-c", script], in: output.root, environment: ["ANSWER=42"], limit: limit)
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try output.root.contents(of: name, limit: 1000), as: UTF8.self)
    }

    @Test func aProgramRunsInTheFolderWithoutInputOrOutput() throws {
        #expect(try shell("read line || echo \"$ANSWER\" > here; echo unseen; exit 3") == .ended(3))
        #expect(try text("here") == "42\n")
        #expect(try shell("kill -9 $$") == .signalled(9))
    }

    @Test func aProgramThatDoesNotEndIsStopped() throws {
        #expect(try shell("echo $$ > number; exec sleep 1000", limit: .milliseconds(300)) == .tooLong)
        let number = try #require(Int32(try text("number").split(separator: "\n")[0]))
        #expect(kill(number, 0) != 0 && errno == ESRCH)
    }

    @Test func anInterruptEndsTheProgram() async throws {
        let interruption = Interruption()
        let tool = try Tool("sh", for: "this test", advice: "")
        let root = Folder(path: "set", descriptor: output.root.descriptor, interruption: interruption)
        let script = "echo > begun; exec sleep 1000"
        async let outcome = Task.detached { try tool.run(["-c", script], in: root, limit: .seconds(60)) }.value
        while (try? text("begun")) == nil { try await Task.sleep(for: .milliseconds(5)) }
        interruption.raise()
        #expect(try await outcome == .signalled(SIGKILL))
    }

    @Test func aMissingProgramIsSaid() throws {
        #expect {
            _ = try Tool("pdflatex", in: folder.path + "::bin", for: "--pdf", advice: "Install it.")
        } throws: { error in
            (error as? CommandError)?.message == "Error: --pdf needs pdflatex, which is not installed. Install it."
        }
    }

    @Test(arguments: [
        ("exec sleep 1000", "it was stopped after 1 seconds"), ("exit 2", "it ended with status 2"),
        ("printf 'This is TeX\\n! Undefined control sequence.\\n' > sheets.log; exit 1", "Undefined control sequence."),
        ("true", "it ended with status 0"),
    ]) func aTypesetterThatFailsIsSaid(_ script: String, _ reason: String) throws {
        for name in ["pdflatex", "qpdf"] {
            try folder.write("#!/bin/sh\n\(script)\n", to: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder(name))
        }
        let tools = try PaperTools(in: folder.path, timeLimit: .seconds(1))
        #expect { _ = try tools.typeset("sheets", in: output.root) } throws: { error in
            (error as? CommandError)?.message.contains("sheets.tex: \(reason)") == true
        }
    }
}
