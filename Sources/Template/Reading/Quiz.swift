import Document
import YAML

/// A quiz file: the heading of a set, and the files of its problems.
package struct Quiz: Sendable {
    /// What sheets say above the problems.
    package let heading: SetHeading
    /// The problems, each picked from the next of ``files``.
    package let choices: [SetChoice]
    /// The templates' files as they are written, relative to the quiz file, with their places.
    package let files: [(path: String, node: Node)]

    /// The most templates that a quiz may name.
    package static let mostTemplates = 100

    /// Whether a file is a quiz, by its key `problems:`.
    package static func isQuiz(_ file: SourceFile) -> Bool {
        guard let root = try? YAMLReader.read(file), case .mapping(let entries) = root.kind else { return false }
        return entries.contains { $0.name == QuizKey.problems.rawValue }
    }

    /// Reads a quiz; throws all of its mistakes at once.
    package init(_ file: SourceFile) throws(Diagnostics) {
        let root = try YAMLReader.read(file)
        var reader = TemplateReader(file)
        let quiz = reader.quiz(root)
        guard let quiz, reader.diagnostics.isEmpty else { throw Diagnostics(reader.diagnostics) }
        self = quiz
    }

    fileprivate init(heading: SetHeading, choices: [SetChoice], files: [(path: String, node: Node)]) {
        self.heading = heading
        self.choices = choices
        self.files = files
    }
}

/// The keys of a quiz file.
enum QuizKey: String, FieldKey { case title, date, text, problems }

/// The keys of problems that sheets choose from.
enum ChoiceKey: String, FieldKey { case pick, of }

extension TemplateReader {
    fileprivate mutating func quiz(_ root: Node) -> Quiz? {
        guard case .mapping(let entries) = root.kind else { return nil }
        let fields = Fields(entries, of: QuizKey.self, in: &self)
        let title = fields[.title].flatMap { text($0) }
        let date = fields[.date].flatMap { text($0) }
        let blocks = fields[.text].map { self.blocks($0) } ?? []
        guard let list = fields[.problems] else { return nil }
        guard case .sequence(let items) = list.kind, !items.isEmpty else {
            report("'problems:' lists templates, as in [a.yaml, { pick: 1, of: [b.yaml, c.yaml] }]", at: list)
            return nil
        }
        var choices: [SetChoice] = []
        var files: [(path: String, node: Node)] = []
        for item in items {
            if let path = item.scalar?.text, !path.isEmpty {
                choices.append(.always)
                files.append((path, item))
            } else if let (choice, paths) = choice(item) {
                choices.append(choice)
                files += paths
            }
        }
        if files.count > Quiz.mostTemplates {
            report("a quiz names at most \(Quiz.mostTemplates) templates, not \(files.count)", at: list)
        }
        let heading = SetHeading(title: title ?? Self.title(ofFile: file.name), date: date, text: blocks)
        return Quiz(heading: heading, choices: choices, files: files)
    }

    private mutating func choice(_ node: Node) -> (SetChoice, [(path: String, node: Node)])? {
        guard case .mapping(let entries) = node.kind else {
            report("a problem is a template's file or { pick: 1, of: [b.yaml, c.yaml] }", at: node)
            return nil
        }
        let fields = Fields(entries, of: ChoiceKey.self, in: &self)
        guard let list = fields[.of], case .sequence(let items) = list.kind, !items.isEmpty else {
            report("'of:' lists the templates to pick from, as in { pick: 1, of: [b.yaml, c.yaml] }", at: node)
            return nil
        }
        var paths: [(path: String, node: Node)] = []
        for item in items {
            guard let path = item.scalar?.text, !path.isEmpty else {
                report("expected a template's file", at: item)
                continue
            }
            if paths.contains(where: { $0.path == path }) {
                report("'\(path)' stands here twice", at: item)
            }
            paths.append((path, item))
        }
        guard let pick = fields[.pick] else {
            report("'pick:' is missing: how many of these templates a sheet has", at: node)
            return nil
        }
        guard let count = whole(pick, in: 1...items.count), let choice = SetChoice(pick: count, of: items.count) else {
            return nil
        }
        return (choice, paths)
    }
}
