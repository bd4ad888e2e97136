import Generator
import Record
import Template
import YAML

/// The templates of a set as a command was given them: one, several, or those of a quiz file.
struct SetFiles {
    /// All of them, in the order in which the set counts them.
    let files: [TemplateFile]
    /// The problems, each picked from the next of the files.
    let choices: [SetChoice]
    /// What sheets say above several problems; nil for one template.
    let heading: SetHeading?
    /// The quiz file, if there is one.
    let quiz: SourceFile?

    /// What a set is called: the names of its files, without folders and endings.
    var stem: String {
        let names = quiz.map { [$0.name] } ?? files.map(\.source.name)
        return names.compactMap { $0.fileName.split(separator: ".").first.map(String.init) }.joined(separator: "+")
    }
    /// The file that stands for the set in messages.
    var name: String { quiz?.name ?? files[0].source.name }

    /// Reads templates or a quiz file, from the gallery where there are no such files here.
    init(_ paths: [String]) throws(CommandError) {
        var read: [(source: SourceFile, place: String)] = []
        for path in paths { read.append(try TemplateFile.read(path)) }
        if let (source, place) = read.first(where: { Quiz.isQuiz($0.source) }) {
            guard paths.count == 1 else {
                throw CommandError("\(source.name) is a quiz file, which makes a set by itself; give no other file")
            }
            try self.init(quiz: source, place: place)
            return
        }
        let files = try Self.all(read) { (file) throws(CommandError) in try TemplateFile(file.source) }
        self.init(
            files: files, choices: files.map { _ in .always },
            heading: files.count > 1 ? SetHeading(title: "Problem set") : nil, quiz: nil)
    }

    private init(files: [TemplateFile], choices: [SetChoice], heading: SetHeading?, quiz: SourceFile?) {
        self.files = files
        self.choices = choices
        self.heading = heading
        self.quiz = quiz
    }

    private init(quiz source: SourceFile, place: String) throws(CommandError) {
        let quiz: Quiz
        do throws(Diagnostics) {
            quiz = try Quiz(source)
        } catch {
            throw CommandError(placed: error.rendered(in: source))
        }
        let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? ""
        let files = try Self.all(quiz.files) { (path, node) throws(CommandError) in
            let place = path.hasPrefix("/") ? path : folder + path
            guard isRegularFile(place) else {
                let names = names(inFolder: folder.isEmpty ? "." : folder).filter { $0.hasSuffix(".yaml") }
                let offer = psgen.nearestName(to: path, among: names).map { "; did you mean '\($0)'?" } ?? ""
                let problem = Diagnostics(.error("there is no file '\(path)' beside this one\(offer)", at: node.range))
                throw CommandError(placed: problem.rendered(in: source))
            }
            return try TemplateFile(place)
        }
        self.init(files: files, choices: quiz.choices, heading: quiz.heading, quiz: source)
    }

    /// Reads all of several files, and says what is wrong with each of them.
    private static func all<Item>(
        _ items: [Item], _ read: (Item) throws(CommandError) -> TemplateFile
    ) throws(CommandError) -> [TemplateFile] {
        var files: [TemplateFile] = []
        var failures: [String] = []
        for item in items {
            do throws(CommandError) { files.append(try read(item)) } catch { failures.append(error.message) }
        }
        if !failures.isEmpty { throw CommandError(placed: failures.joined(separator: "\n")) }
        return files
    }

    /// What draws the set's sheets, from these templates or the same with more in them.
    func generator(
        for templates: [Template]? = nil, seed: UInt64, versions: Int? = nil, mayBreakRules: Bool = false
    ) throws(CommandError) -> SetGenerator {
        do throws(SetGeneratorError) {
            return try SetGenerator(
                choices.problems, templates ?? files.map(\.template), seed: seed, versions: versions,
                mayBreakRules: mayBreakRules)
        } catch {
            throw failure(error)
        }
    }

    /// A failure to draw, said of the file that is to blame.
    func failure(_ error: SetGeneratorError) -> CommandError { files[error.template].failure(error.error) }

    /// What `set.json` keeps.
    func record(seed: UInt64, count: Int, versions: Int?) -> SetRecord {
        func text(_ source: SourceFile) -> SetRecord.TemplateText {
            .init(name: source.name.fileName, text: String(decoding: source.bytes, as: UTF8.self))
        }
        return SetRecord(
            version: version, seed: seed, count: count, templates: files.map { text($0.source) }, choices: choices,
            quiz: quiz.map(text), versions: versions)
    }
}

extension String {
    /// A file's name without folders.
    var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
