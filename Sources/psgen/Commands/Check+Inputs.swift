import Checker
import Generator
import Record
import Template

extension Check {
    /// Who has which sheet, where a class list tells it; notes what must be looked at in the list.
    func classList(_ codes: SheetCodes, _ summary: inout GradingSummary) throws(CommandError) -> ClassList? {
        guard let rosterPath else { return nil }
        let source: FileSource
        do throws(FileError) { source = try FileSource(rosterPath) } catch { throw CommandError("\(error)") }
        do throws(RosterError) {
            let list = ClassList(try Roster(source), codes: codes)
            for problem in list.problems { summary.report("\(rosterPath):\(problem)") }
            return list
        } catch {
            throw CommandError(placed: "\(rosterPath): error: \(error.message)")
        }
    }

    /// What writes the gradebook that is asked for.
    func gradebook(
        title: String, _ columns: AnswerColumns, _ classList: ClassList?
    ) throws(CommandError) -> Gradebook? {
        guard let format = GradebookFormat.all.first(where: { $0.name == gradebookName }) else { return nil }
        do throws(GradebookError) {
            return try Gradebook(format, title: title, answers: columns, classList: classList)
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
        let path = place(of: files[0], ending: "merged.csv")
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
