import YAML

/// What `set.json` keeps of a set: enough, with `given.csv`, to grade it.
package struct SetRecord: Hashable, Sendable {
    /// psgen's version when the set was made.
    package let version: String
    /// What the variants and codes were drawn with.
    package let seed: UInt64
    /// How many sheets there are.
    package let count: Int
    /// The template's name and text.
    package let templates: [TemplateText]

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

    /// The record of a set.
    package init(version: String, seed: UInt64, count: Int, templates: [TemplateText]) {
        self.version = version
        self.seed = seed
        self.count = count
        self.templates = templates
    }

    /// The contents of `set.json`.
    package var bytes: [UInt8] {
        let templates = templates.map { template in
            JSON.object([(name: "name", value: .string(template.name)), (name: "text", value: .string(template.text))])
        }
        return JSON.object([
            (name: "psgen", value: .string(version)), (name: "seed", value: .integer(Int128(seed))),
            (name: "count", value: .integer(Int128(count))), (name: "templates", value: .array(templates)),
        ]).bytes
    }

    /// Reads `set.json`; throws what is missing in it or wrong with it.
    package init(_ file: SourceFile) throws(Diagnostics) {
        let root = try YAMLReader.read(file, limits: .record)
        guard case .mapping(let entries) = root.kind else {
            throw Diagnostics(.error("this is not the record of a set", at: root.range))
        }
        func text(_ name: String) -> String? { entries.first { $0.name == name }?.value.scalar?.text }
        guard let version = text("psgen"), let seed = text("seed").flatMap({ UInt64($0) }),
            let count = text("count").flatMap({ Int($0) }), count >= 1,
            case .sequence(let items)? = entries.first(where: { $0.name == "templates" })?.value.kind
        else {
            throw Diagnostics(
                .error("the record of a set has psgen's version, its seed, its count and its templates", at: root.range)
            )
        }
        var templates: [TemplateText] = []
        for item in items {
            guard case .mapping(let fields) = item.kind,
                let name = fields.first(where: { $0.name == "name" })?.value.scalar?.text,
                let text = fields.first(where: { $0.name == "text" })?.value.scalar?.text
            else { throw Diagnostics(.error("a template here has a name and a text", at: item.range)) }
            templates.append(TemplateText(name: name, text: text))
        }
        self.init(version: version, seed: seed, count: count, templates: templates)
    }
}
