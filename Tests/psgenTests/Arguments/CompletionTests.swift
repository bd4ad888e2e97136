import Foundation
import Testing

@testable import psgen

@Suite struct CompletionTests {
    @Test(arguments: CompletionShell.allCases)
    func scriptsAreValid(shell: CompletionShell) throws {
        guard isInstalled(shell.rawValue) else { return }
        let folder = try TestFolder()
        let script = folder.path + "/script"
        try printed("--generate-completion-script", shell.rawValue).write(
            toFile: script, atomically: true, encoding: .utf8)
        let result = try run(shell.rawValue, "-n", script)
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
    }

    @Test func theShellIsTakenFromTheCallOrTheUser() throws {
        let script = try printed("--generate-completion-script=zsh")
        #expect(script.hasPrefix("#compdef tool"))
        guard case .print(let other) = try sampleProgram.parse(["--generate-completion-script"], shell: "/bin/zsh")
        else { throw NothingToRun() }
        #expect(other == script)
        #expect(
            mistake("--generate-completion-script", "ksh")?.message
                == "Cannot make completions for 'ksh'. Please provide one of 'bash', 'zsh' or 'fish'.")
        #expect(mistake("--generate-completion-script")?.reason == .unknownShell(""))
    }

    @Test(arguments: [
        (["tool", ""], ["make", "show", "help"]),
        (["tool", "sh"], ["show"]),
        (["tool", "--"], ["--version", "--help"]),
        (["tool", "help", "m"], ["make"]),
        (["tool", "make", "--re"], ["--replace"]),
        (["tool", "make", "--n"], ["--no-pages"]),
        (["tool", "make", ""], ["a folder", "my plan.yaml", "short.yml"]),
        (["tool", "make", "my"], ["my plan.yaml"]),
        (["tool", "make", "--out", ""], ["a folder"]),
        (["tool", "make", "--paper", ""], ["a4", "letter"]),
        (["tool", "make", "--paper", "="], ["a4", "letter"]),
        (["tool", "make", "--paper", "=", "l"], ["letter"]),
        (["tool", "make", "--count", ""], []),
        (["tool", "show", ""], []),
        (["tool", "nonsense", ""], []),
    ])
    func bashCompletes(words: [String], expected: [String]) throws {
        guard isInstalled("bash") else { return }
        let folder = try folderOfPlans()
        let script = """
            \(try printed("--generate-completion-script", "bash"))
            cd "$1"; shift
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            _tool
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try run("bash", ["-c", script, "bash", folder.path] + words)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines == expected)
    }

    @Test(arguments: [
        ("tool ", ["help", "make", "show"]),
        ("tool make --no", ["--no-pages"]),
        ("tool make --paper ", ["a4", "letter"]),
        ("tool make my", ["my plan.yaml"]),
    ])
    func fishCompletes(line: String, expected: [String]) throws {
        guard isInstalled("fish") else { return }
        let folder = try folderOfPlans()
        let script = try printed("--generate-completion-script", "fish") + "\ncd $argv[1]\ncomplete -C $argv[2]\n"
        let result = try run("fish", ["--no-config", "-c", script, folder.path, line])
        let names = result.output.split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
        #expect(names.sorted() == expected)
    }

    private func folderOfPlans() throws -> TestFolder {
        let folder = try TestFolder()
        for name in ["my plan.yaml", "short.yml", "notes.txt"] { try folder.write("", to: name) }
        try folder.makeFolder("a folder")
        return folder
    }

    private func isInstalled(_ shell: String) -> Bool {
        (try? run("which", shell))?.status == 0
    }
}
