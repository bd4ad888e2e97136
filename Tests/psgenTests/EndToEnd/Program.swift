import Foundation
import Testing

/// What a run of psgen came to.
struct Outcome {
    /// The exit status; nil where a signal ended the program.
    var status: Int32?
    var output: String
    var errors: String
}

/// The program that was built with the tests, run as a user runs it.
enum Program {
    /// Where the program stands: beside the bundle of the tests.
    static let path: String = {
        for argument in CommandLine.arguments {
            var folder = URL(fileURLWithPath: argument)
            while folder.path != "/" {
                folder.deleteLastPathComponent()
                let program = folder.appendingPathComponent("psgen").path
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder), !isFolder.boolValue {
                    return program
                }
            }
        }
        return ""
    }()

    /// The folder that the package is in.
    static let project: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.path
    }()

    /// The names of all templates in the gallery, without their ending.
    static let gallery: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: project + "/Templates")) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// The path of a template in the gallery.
    static func template(_ name: String) -> String { "\(project)/Templates/\(name).yaml" }
}

extension TestFolder {
    /// A run of psgen in this folder that has begun.
    func start(
        _ arguments: [String], environment: [String: String] = [:], program: String = Program.path, input: String? = nil
    ) throws -> StartedRun {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        return try StartedRun(process, input: input)
    }

    /// Runs psgen in this folder to its end.
    @discardableResult
    func psgen(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try start(arguments, environment: environment).finish()
    }

    /// Makes a set that the rest of a test needs.
    func make(_ template: String, _ arguments: String...) throws {
        let outcome = try start(["make", Program.template(template)] + arguments).finish()
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// All files below a folder with their bytes, by their paths in it.
    func files(in name: String) -> [String: Data] {
        let root = self(name)
        var files: [String: Data] = [:]
        for file in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
            // Folders have no contents.
            files[file] = FileManager.default.contents(atPath: root + "/" + file)
        }
        return files
    }

    /// Whether there is something of this name.
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self(name)) }
}

/// A run of psgen; what it writes goes to files, which cannot fill up as pipes do.
struct StartedRun {
    let process: Process
    private let folder: TestFolder

    init(_ process: Process, input: String? = nil) throws {
        self.process = process
        folder = try TestFolder()
        process.standardInput = FileHandle.nullDevice
        if let input {
            let pipe = Pipe()
            process.standardInput = pipe
            // Less than a pipe holds.
            try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try pipe.fileHandleForWriting.close()
        }
        process.standardOutput = try Self.file(folder("out"))
        process.standardError = try Self.file(folder("err"))
        try process.run()
    }

    /// Waits for the end.
    func finish() -> Outcome {
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : nil,
            output: folder.text("out") ?? "", errors: folder.text("err") ?? "")
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
}
