import Checker
import Generator
import Record
import Template
import YAML

/// A set that was made, opened for grading.
struct SetFolder {
    let path: String
    let record: SetRecord
    let codes: SheetCodes

    /// Opens a set by its folder; nil where there is none.
    init?(at path: String) throws(CommandError) {
        let file = path + "/instructor/set.json"
        guard isRegularFile(file) else { return nil }
        self.path = path
        do {
            let source = try SourceFile(
                name: file, bytes: try contentsOfFile(file, limit: Limits.record.bytes), limit: Limits.record.bytes)
            record = try SetRecord(source)
        } catch let error as Diagnostics {
            throw CommandError(placed: error.rendered(as: file))
        } catch {
            throw CommandError("\(error)")
        }
        codes = SheetCodes(seed: record.seed, count: record.count)
    }

    /// What computes the set's right answers.
    ///
    /// - Parameter corrected: Templates that take the place of those in the set that have their names, or of the only one.
    func plan(correctedBy corrected: [TemplateFile] = []) throws(CommandError) -> SetPlan {
        guard !record.templates.isEmpty else { throw CommandError("\(path) holds no template") }
        let names = record.templates.map(\.name)
        for file in corrected where names.count > 1 && !names.contains(file.source.name.fileName) {
            throw CommandError(
                "--template \(file.source.name): the set has no template of this name; it has"
                    + " \(names.joined(separator: ", "))")
        }
        var calculations: [Calculation] = []
        for text in record.templates {
            let own = corrected.first { names.count == 1 || $0.source.name.fileName == text.name }
            let file: TemplateFile
            if let own { file = own } else { file = try TemplateFile(name: text.name, bytes: Array(text.text.utf8)) }
            do throws(CalculationError) {
                calculations.append(try Calculation(file.template))
            } catch {
                throw CommandError("\(text.name): \(error.message)")
            }
        }
        return SetPlan(record.choices.problems, calculations, seed: record.seed, versions: record.versions)
    }

    /// The numbers that the set's sheets were given, as a plan's quantities; a table that was read for another plan need
    /// not be read again.
    func given(
        of plan: SetPlan, known: GivenTable? = nil, isCorrected: Bool = false
    ) throws(CommandError) -> GivenTable {
        do {
            if let known { return try known.table(of: plan) }
            return try GivenTable(try FileSource(path + "/instructor/given.csv"), of: plan, codes: codes)
        } catch let error as GivenTableError {
            throw CommandError(
                "\(path)/instructor: \(error.message)"
                    + (isCorrected ? "; a corrected template must give the same quantities" : ""))
        } catch {
            throw CommandError("\(error)")
        }
    }

    /// What the set is called.
    func title(of plan: SetPlan) -> String {
        if let quiz = record.quiz, let file = try? SourceFile(name: quiz.name, bytes: Array(quiz.text.utf8)),
            let heading = (try? Quiz(file))?.heading
        {
            return heading.title
        }
        return plan.calculations.count == 1 ? plan.calculations[0].template.title : "Problem set"
    }

    /// The set that answers are from: the one that is named, the one that the file is in, or the one under `Generated`
    /// whose codes these are.
    static func find(named name: String?, answers: String, codes: [String]) throws(CommandError) -> SetFolder {
        if let name {
            if let set = try SetFolder(at: name) { return set }
            throw CommandError("\(name) is not a set: it has no instructor/set.json")
        }
        let folder = answers.lastIndex(of: "/").map { String(answers[..<$0]) } ?? "."
        for place in [folder, folder + "/.."] {
            if let set = try SetFolder(at: place) { return set }
        }
        var fitting: [SetFolder] = []
        for base in ["Generated", folder + "/Generated"] where fitting.isEmpty {
            for name in names(inFolder: base) {
                guard let set = try SetFolder(at: "\(base)/\(name)") else { continue }
                if !codes.isEmpty, codes.allSatisfy({ (try? set.codes.sheet(reading: $0).get()) != nil }) {
                    fitting.append(set)
                }
            }
        }
        if fitting.count == 1 { return fitting[0] }
        let paths = fitting.map(\.path).joined(separator: ", ")
        throw CommandError(
            fitting.isEmpty
                ? "the set of these answers was not found beside them or under Generated; name it with --set"
                : "these codes fit several sets (\(paths)); name one with --set")
    }
}
