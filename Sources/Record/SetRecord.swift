import Template
import YAML

/// What `set.json` keeps of a set: enough, with `given.csv`, to grade it.
package struct SetRecord: Hashable, Sendable {
    /// psgen's version when the set was made.
    package let version: String
    /// What the variants and codes were drawn with.
    package let seed: UInt64
    /// How many sheets there are.
    package let count: Int
    /// The templates' names and texts.
    package let templates: [TemplateText]
    /// The problems, each picked from the next of the templates.
    package let choices: [SetChoice]
    /// The quiz file that names the templates, if there is one.
    package let quiz: TemplateText?
    /// How many sheets are different, where the others repeat them.
    package let versions: Int?

    /// A template as it was when the set was made.
    package struct TemplateText: Hashable, Sendable {
        /// Its file's name, without folders.
        package let name: String
        /// All of it.
        package let text: String

        /// A template's name and text.
        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The record of a set; without `choices` each template is a problem.
    package init(
        version: String, seed: UInt64, count: Int, templates: [TemplateText], choices: [SetChoice]? = nil,
        quiz: TemplateText? = nil, versions: Int? = nil
    ) {
        self.version = version
        self.seed = seed
        self.count = count
        self.templates = templates
        self.choices = choices ?? templates.map { _ in .always }
        self.quiz = quiz
        self.versions = versions
    }

    /// The contents of `set.json`.
    package var bytes: [UInt8] {
        var members: [(name: String, value: JSON)] = [
            (name: "psgen", value: .string(version)), (name: "seed", value: .integer(Int128(seed))),
            (name: "count", value: .integer(Int128(count))),
        ]
        if let versions { members.append((name: "versions", value: .integer(Int128(versions)))) }
        if let quiz { members.append((name: "quiz", value: Self.json(quiz))) }
        if choices != [.always] {
            let problems = choices.map { choice in
                JSON.object([
                    (name: "pick", value: .integer(Int128(choice.pick))),
                    (name: "of", value: .integer(Int128(choice.count))),
                ])
            }
            members.append((name: "problems", value: .array(problems)))
        }
        members.append((name: "templates", value: .array(templates.map(Self.json))))
        return JSON.object(members).bytes
    }

    private static func json(_ template: TemplateText) -> JSON {
        .object([(name: "name", value: .string(template.name)), (name: "text", value: .string(template.text))])
    }

    /// Reads `set.json`; throws what is missing in it or wrong with it.
    package init(_ file: SourceFile) throws(Diagnostics) {
        let root = try YAMLReader.read(file, limits: .record)
        guard case .mapping(let entries) = root.kind else {
            throw Diagnostics(.error("this is not the record of a set", at: root.range))
        }
        func value(_ name: String) -> Node? { entries.first { $0.name == name }?.value }
        func text(_ name: String) -> String? { value(name)?.scalar?.text }
        guard let version = text("psgen"), let seed = text("seed").flatMap({ UInt64($0) }),
            let count = text("count").flatMap({ Int($0) }), count >= 1,
            case .sequence(let items)? = value("templates")?.kind
        else {
            throw Diagnostics(
                .error("the record of a set has psgen's version, its seed, its count and its templates", at: root.range)
            )
        }
        var templates: [TemplateText] = []
        for item in items { templates.append(try Self.templateText(item)) }
        let choices = try value("problems").map { (node) throws(Diagnostics) in try Self.choices(node) }
        // Written so that no number in the file is too large for it.
        let others = choices?.reduce(templates.count) { $1.count <= $0 ? $0 - $1.count : -1 }
        if let others, others != 0 {
            throw Diagnostics(.error("the problems and the templates of this set do not agree", at: root.range))
        }
        let quiz = try value("quiz").map { (node) throws(Diagnostics) in try Self.templateText(node) }
        let versions = try value("versions").map { (node) throws(Diagnostics) in
            guard let number = node.scalar.flatMap({ Int($0.text) }), number >= 1 else {
                throw Diagnostics(.error("expected how many versions there are", at: node.range))
            }
            return number
        }
        self.init(
            version: version, seed: seed, count: count, templates: templates, choices: choices, quiz: quiz,
            versions: versions)
    }

    private static func templateText(_ node: Node) throws(Diagnostics) -> TemplateText {
        guard case .mapping(let fields) = node.kind,
            let name = fields.first(where: { $0.name == "name" })?.value.scalar?.text,
            let text = fields.first(where: { $0.name == "text" })?.value.scalar?.text
        else { throw Diagnostics(.error("a template here has a name and a text", at: node.range)) }
        return TemplateText(name: name, text: text)
    }

    private static func choices(_ node: Node) throws(Diagnostics) -> [SetChoice] {
        guard case .sequence(let items) = node.kind else {
            throw Diagnostics(.error("expected a list of problems", at: node.range))
        }
        var choices: [SetChoice] = []
        for item in items {
            guard case .mapping(let fields) = item.kind,
                let pick = fields.first(where: { $0.name == "pick" })?.value.scalar.flatMap({ Int($0.text) }),
                let count = fields.first(where: { $0.name == "of" })?.value.scalar.flatMap({ Int($0.text) }),
                let choice = SetChoice(pick: pick, of: count)
            else { throw Diagnostics(.error("a problem here picks so many of so many templates", at: item.range)) }
            choices.append(choice)
        }
        return choices
    }
}
