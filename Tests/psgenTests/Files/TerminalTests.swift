import Foundation
import Testing

@testable import psgen

@Suite struct TerminalTests {
    @Test func filesAndPipesAreNoTerminals() throws {
        let folder = try TestFolder()
        let descriptor = open(folder("a"), O_RDWR | O_CREAT, 0o600)
        defer { close(descriptor) }
        #expect(!isTerminal(descriptor))
        #expect(!isTerminal(-1))
        #expect(textWidth(of: descriptor) == 80)
    }

    @Test(arguments: [(30, 40), (72, 72), (100, 100), (200, 100), (0, 80)])
    func theWidthOfATerminalIsKeptInBounds(columns: Int, expected: Int) throws {
        var main: Int32 = -1
        var terminal: Int32 = -1
        guard openpty(&main, &terminal, nil, nil, nil) == 0 else { return }
        defer {
            close(terminal)
            close(main)
        }
        var size = winsize()
        size.ws_col = UInt16(columns)
        #expect(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
        #expect(isTerminal(terminal))
        #expect(textWidth(of: terminal) == expected)
    }

    @Test func progressIsRareAndErased() throws {
        let folder = try TestFolder()
        let descriptor = open(folder("a"), O_RDWR | O_CREAT, 0o600)
        defer { close(descriptor) }
        let progress = Progress("Writing", total: 300, descriptor: descriptor, isEnabled: true)
        for _ in 0..<300 {
            progress.advance()
            usleep(1000)
        }
        progress.finish()
        progress.finish()
        let lines = (folder.text("a") ?? "").split(separator: "\r")
        #expect((2...20).contains(lines.count))
        #expect(lines.first?.hasPrefix("\u{1B}[KWriting: ") == true)
        #expect(lines.first?.hasSuffix(" of 300") == true)
        #expect(lines.last == "\u{1B}[K")
    }

    @Test func progressIsSilentElsewhere() throws {
        let folder = try TestFolder()
        let descriptor = open(folder("a"), O_RDWR | O_CREAT, 0o600)
        defer { close(descriptor) }
        let silent = Progress("Writing", total: 1, descriptor: descriptor)
        let short = Progress("Writing", total: 1, descriptor: descriptor, isEnabled: true)
        usleep(120_000)
        silent.advance()
        short.finish()
        silent.finish()
        #expect(folder.text("a") == "")
    }

    @Test func theProgramKnowsItsFolder() {
        let folder = executableFolder()
        #expect(folder?.hasPrefix("/") == true)
        #expect(FileManager.default.fileExists(atPath: folder ?? ""))
    }
}
