import Checker
import Generator
import Record
import Template

extension Check {
    /// What writes the gradebook that is asked for.
    func gradebook(
        _ set: SetFolder, _ plan: SetPlan, _ answers: AnswersFile
    ) throws(CommandError) -> Gradebook? {
        guard let format = GradebookFormat.all.first(where: { $0.name == gradebookName }) else {
            guard rosterPath == nil else {
                throw CommandError("--roster says whose grades a gradebook has; give --gradebook canvas or moodle too")
            }
            return nil
        }
        let roster = try rosterPath.map { (path) throws(CommandError) in try AnswersFile(path).table() }
        let title = set.title(of: plan)
        do throws(GradebookError) {
            guard let roster else { return try Gradebook(format, title: title, headings: answers.headings) }
            return try Gradebook(format, title: title, roster: roster, codes: set.codes)
        } catch {
            throw CommandError(error.message)
        }
    }

    /// What prints feedback, and on how many rows; nil where there are too many for a page each that nobody asked for.
    func feedback(
        on answers: AnswersFile, _ plan: SetPlan, title: String
    ) throws(CommandError) -> (pages: FeedbackPages, rows: Int)? {
        let limit = FeedbackFolder.standardRows
        let rows = try answers.rowCount(upTo: hasEachFeedback ? Int.max : limit + 1)
        guard hasEachFeedback || rows <= limit else { return nil }
        do throws(CalculationError) {
            return (try FeedbackPages(plan, title: title), rows)
        } catch {
            throw CommandError(error.message)
        }
    }

    /// Makes one table of several, beside the first; one that a person may have mended since is not written over.
    func merge(
        _ files: [AnswersFile], _ map: ColumnMap, codes: SheetCodes, _ names: ColumnNames
    ) throws(CommandError) -> (AnswersFile, [AnswerConflict]) {
        var merged = MergedAnswers(codes, named: names, dialect: files[0].dialect)
        for file in files { merged.add(try file.table(), name: file.path, map) }
        let path = place(of: files[0].path, ending: "merged.csv")
        let bytes = merged.bytes
        if isRegularFile(path) {
            guard let there = try? contentsOfFile(path, limit: max(bytes.count, 1)), there == bytes else {
                throw CommandError(
                    "\(path) is there already and is not what these files make; grade it by itself (psgen check \(path)),"
                        + " or remove it")
            }
        } else {
            do throws(FileError) { try writeNewFile(bytes, to: path) } catch { throw CommandError("\(error)") }
        }
        return (try AnswersFile(path), merged.conflicts)
    }

    func columnMap(_ path: String) throws(CommandError) -> ColumnMap {
        let source: FileSource
        do throws(FileError) { source = try FileSource(path) } catch { throw CommandError("\(error)") }
        do throws(ColumnMapError) { return try ColumnMap(source) } catch { throw mapError(error) }
    }

    func mapError(_ error: ColumnMapError) -> CommandError {
        CommandError(placed: "\(mapPath ?? ""):\(error.line): error: \(error.message)")
    }
}
