import Checker
import Record

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A table of answers, opened.
struct AnswersFile {
    /// The path, or what stands for it in messages.
    let path: String
    /// The path beside which results are written: what is read from standard input has the name `answers.csv`.
    let place: String
    let blocks: CSVBlocks
    let headings: [String]
    private let source: FileSource
    private let firstRows: [[String]]

    /// How the file is written.
    var dialect: CSVDialect { blocks.dialect }

    /// What stands for standard input where a file is named.
    static let standardInput = "-"

    /// Opens a table and reads its headings and first few rows.
    init(_ path: String) throws(CommandError) {
        let isStandardInput = path == Self.standardInput
        if isStandardInput, isTerminal(STDIN_FILENO) {
            printError("Reading the answers from this terminal; control-D on a line of its own ends them.")
        }
        do throws(FileError) {
            source = isStandardInput ? try FileSource(standardInput: ()) : try FileSource(path)
        } catch {
            throw CommandError("\(error)")
        }
        self.path = source.path
        place = isStandardInput ? "answers.csv" : path
        do throws(CSVError) {
            blocks = try CSVBlocks(sniffing: source)
            var start = blocks
            var rows: [[String]] = []
            try start.forEachRecord { record, _ in
                rows.append((0..<record.count).map { String(decoding: record[$0], as: UTF8.self) })
                return rows.count < 20
            }
            headings = rows.first ?? []
            firstRows = Array(rows.dropFirst())
        } catch {
            throw CommandError(placed: "\(source.path): error: \(error.message)")
        }
    }

    /// The first few sheets' codes, by which a set is found.
    func codes(_ map: ColumnMap) -> [String] {
        guard let column = map.sheetColumn(in: headings) else { return [] }
        return Array(firstRows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }.prefix(4))
    }

    /// How many rows there are that are not blank, counted no further than a limit.
    func rowCount(upTo limit: Int) throws(CommandError) -> Int {
        var count = -1
        var blocks = blocks
        do throws(CSVError) {
            try blocks.forEachRecord { record, _ in
                if (0..<record.count).contains(where: { !record[$0].isEmpty }) { count += 1 }
                return count < limit
            }
        } catch {
            throw self.error(error)
        }
        return max(0, count)
    }

    /// The whole table, in memory.
    func table() throws(CommandError) -> TextTable {
        do throws(CSVError) { return try TextTable(source) } catch { throw self.error(error) }
    }

    /// What is wrong with the file.
    func error(_ error: CSVError) -> CommandError { CommandError(placed: "\(path): error: \(error.message)") }
}
