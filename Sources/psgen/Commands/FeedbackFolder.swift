import Checker

/// The folder of feedback for students: a page each, and all of them to be printed, in files of 200.
final class FeedbackFolder {
    /// How its pages are printed.
    let pages: FeedbackPages
    /// Where it will be.
    let path: String
    private let folder: OutputFolder
    /// Of the rows, in their order, and of the set's sheets, by their numbers.
    private let rows: SheetBatches
    private let sheets: SheetBatches
    /// How many pages there are, and the file of many that the next one goes to.
    private(set) var count = 0
    private var file: OutputFile?

    /// The most rows that have a page each where it is not asked for.
    static let standardRows = 1000

    /// Begins the folder for the pages of so many rows, of a set of so many sheets; an old one is replaced at the end.
    init(at path: String, _ pages: FeedbackPages, rows: Int, sheets: Int, watch: InterruptWatch?) throws(FileError) {
        self.pages = pages
        self.path = path
        self.rows = SheetBatches(count: rows, size: 200)
        self.sheets = SheetBatches(count: sheets, size: 200)
        folder = try OutputFolder(at: path, replacing: true, as: .feedback, watch: watch)
    }

    /// Writes the pages of a block.
    func write(_ block: GradedBlock) throws(FileError) {
        for (sheet, code, article) in block.feedback {
            let (opening, closing) = pages.frame(code: code)
            let single = try inner(ofSheet: sheet).map { (name) throws(FileError) in try folder.root.folder(name) }
            try (single ?? folder.root).write(opening + article + closing, to: code + ".html")
            try append(article)
        }
    }

    /// Gives the folder its name; an old one stays where there is no page.
    func commit() throws(FileError) {
        try close()
        if count > 0 { try folder.commit() }
    }

    /// Where a sheet's page is, from a page beside the folder.
    func address(ofSheet sheet: Int, code: String) -> String {
        let inner = inner(ofSheet: sheet).map { $0 + "/" } ?? ""
        return path.fileName.percentEncoded + "/" + inner + code + ".html"
    }

    private func inner(ofSheet sheet: Int) -> String? {
        rows.count > Self.standardRows ? sheets.folderName(ofSheet: sheet) : nil
    }

    private func append(_ article: [UInt8]) throws(FileError) {
        if count % rows.size == 0 {
            try close()
            let file = try folder.root.file("feedback\(rows.suffix(of: count / rows.size)).html")
            try file.write(pages.frame().opening)
            self.file = file
        }
        try file?.write(article)
        count += 1
    }

    private func close() throws(FileError) {
        try file?.write(pages.frame().closing)
        try file?.close()
        file = nil
    }
}

extension String {
    /// The text as a piece of an address.
    fileprivate var percentEncoded: String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                [byte]
            default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
