import Document
import Exact
import Maths
import Solver
import YAML

/// Reads a template and collects all that is wrong with it.
struct TemplateReader {
    let file: SourceFile
    /// The numbers of given quantities that are not those of the file.
    let fixing: [String: [Rational]]
    var diagnostics: [Diagnostic] = []
    var elaboration: Elaboration
    /// All names of given and defined quantities, and where each was first given.
    var places: [String: SourceRange] = [:]
    /// The names that an expression may use: those that have a place.
    var names: Set<String> = []
    /// Names whose own mistake is reported already, so that those who use them are not blamed as well.
    var broken: Set<String> = []
    /// Whether there are names that could not be read, so that an unknown one says nothing.
    var isIncomplete = false
    /// The names that expressions mention.
    var used: Set<String> = []
    /// Where the texts of the sheet show numbers that have to be worked out, and where the text that is read now does.
    var revealed: [SourceRange] = []
    var revealing: [TextRange] = []
    /// The columns that are asked, and where.
    var asked: [String: SourceRange] = [:]
    var given: [GivenQuantity] = []
    var draws: [Draw] = []
    var digits = VariantDigits()
    var definitions: [Definition] = []
    var lines: [EquationLine] = []
    var requirements: [Requirement] = []
    var parts: [AskedPart] = []
    var symbols: [String: Maths] = [:]
    var layers = LayerStyle.parentheses
    var shown: [ShownEntry] = []
    /// The leaves of drawn indices and of the places of drawn functions, by name.
    var drawnLeaves: [String: Maths] = [:]
    var rule: AnswerRule?

    init(_ file: SourceFile, fixing: [String: [Rational]] = [:]) {
        self.file = file
        self.fixing = fixing
        elaboration = Elaboration { name, names in nearestName(to: name, in: names) }
    }

    mutating func template(_ root: Node) -> Template? {
        guard case .mapping(let entries) = root.kind else {
            report("a template is a list of keys such as 'given:', 'define:' and 'ask:'", at: root)
            return nil
        }
        let fields = Fields(entries, of: TemplateKey.self, in: &self)
        let title = fields[.title].flatMap { text($0) }
        rule = fields[.answers].flatMap { readAnswerRule($0) }
        if let node = fields[.given] { readGiven(node) }
        if fields[.define] != nil || fields[.solution] != nil {
            readDefinitions(fields[.define], fields[.solution])
        } else {
            report("'define:' is missing: the equations, as in 'z: W @ x + b'", at: root)
            isIncomplete = true
        }
        if let node = fields[.require], !isIncomplete { readRequirements(node) }
        if let node = fields[.symbols], !isIncomplete { readSymbols(node) }
        let introduction = isIncomplete ? [] : fields[.text].map { blocks($0) } ?? []
        let variants = fields[.variants].map { readVariantRules($0) } ?? VariantRules()
        let style = fields[.style].map { readStyle($0) } ?? .chain
        let hasPicture = fields[.picture].flatMap { flag($0) } ?? true
        let marking = fields[.marking].map { readMarking($0) } ?? Marking()
        if let node = fields[.ask] {
            readParts(node)
        } else {
            report("'ask:' is missing: what is to be found, as in '- find: z1, L'", at: root)
        }
        if diagnostics.contains(where: { $0.severity == .error }) { return nil }
        return Template(
            title: title ?? Self.title(ofFile: file.name), text: introduction, given: given, definitions: definitions,
            lines: lines, requirements: requirements, parts: parts, rule: rule, marking: marking, style: style,
            hasPicture: hasPicture, variants: variants,
            notation: notation, graph: elaboration.graph, nodes: elaboration.quantities, shown: shown,
            draws: draws, digits: digits, warnings: diagnostics,
            places: TemplatePlaces(quantities: places, answers: asked, used: used, revealed: revealed))
    }

    static func title(ofFile name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return last.split(separator: ".").first.map(String.init) ?? last
    }

    mutating func report(_ message: String, at node: Node, notes: [Diagnostic.Note] = []) {
        diagnostics.append(.error(message, at: node.range, notes: notes))
    }

    /// Reports what is wrong in an expression at its place in the file.
    mutating func report(_ error: ExpressionError, in node: Node) {
        diagnostics.append(.error(error.message, at: node.range(ofUTF8: error.range, in: file)))
    }
}

extension Template {
    /// Reads and checks a template; throws all of its mistakes at once.
    ///
    /// - Parameter fixing: Numbers of given quantities, in row-major order, that stand in for those of the file.
    package init(_ file: SourceFile, fixing: [String: [Rational]] = [:]) throws(Diagnostics) {
        let root = try YAMLReader.read(file)
        var reader = TemplateReader(file, fixing: fixing)
        guard let template = reader.template(root) else { throw Diagnostics(reader.diagnostics) }
        let problems = reader.inexactAnswers(in: template)
        if !problems.isEmpty { throw Diagnostics(problems) }
        self = template
    }
}
