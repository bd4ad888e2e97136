/// The programs that make PDF of LaTeX, a document of many sheets at a time, and take it apart.
struct PaperTools: Sendable {
    private let pdflatex: Tool
    private let qpdf: Tool
    private let timeLimit: Duration

    /// Nothing outside the folder is read or written, no program is called, and the same text gives the same bytes.
    private static let environment = [
        "openin_any=p", "openout_any=p", "shell_escape=f", "SOURCE_DATE_EPOCH=0", "FORCE_SOURCE_DATE=1", "TZ=UTC",
        "LC_ALL=C",
    ]

    /// Finds the programs, or says what is to be installed.
    ///
    /// - Parameters:
    ///   - folders: where they are looked for, with colons between.
    ///   - timeLimit: how long each may take for a document.
    init(
        in folders: String? = environmentVariable("PATH"), timeLimit: Duration = .seconds(300)
    ) throws(CommandError) {
        pdflatex = try Tool(
            "pdflatex", in: folders, for: "--pdf", advice: "Install texlive-latex-base and qpdf, or leave --pdf out.")
        qpdf = try Tool("qpdf", in: folders, for: "--pdf", advice: "Install qpdf, or leave --pdf out.")
        self.timeLimit = timeLimit
    }

    /// Makes `name.pdf` of `name.tex`.
    func typeset(_ name: String, in folder: Folder) throws -> PageCount {
        var pages = try typeset(name, count: 0, in: folder)
        // Once more where a sheet has more pages than the first one.
        if pages.needed > pages.each { pages = try typeset(name, count: pages.needed, in: folder) }
        try folder.remove(name + ".log")
        return pages
    }

    private func typeset(_ name: String, count: Int, in folder: Folder) throws -> PageCount {
        let outcome = try pdflatex.run(
            [
                "-no-shell-escape", "-interaction=batchmode", "-halt-on-error", "-jobname=\(name)",
                "\\def\\pagecount{\(count)}\\input{\(name).tex}",
            ], in: folder, environment: Self.environment, limit: timeLimit)
        // A run that was stopped early has no log.
        let log = (try? folder.contents(of: name + ".log", limit: 1 << 26)) ?? []
        guard outcome == .ended(0), let pages = PageCount(log: log) else {
            throw failure(pdflatex, outcome, name + ".tex", in: folder, says: Self.complaint(in: log))
        }
        return pages
    }

    /// The line of a log that says why TeX gave up, without the mark before it.
    private static func complaint(in log: [UInt8]) -> String? {
        log.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: "! ".utf8) }
            .map { String(decoding: $0.dropFirst(2), as: UTF8.self) }
    }

    /// Makes a PDF of each sheet of `name.pdf`, called by their codes in the order of the document.
    func split(_ name: String, _ pages: PageCount, in folder: Folder, into target: Folder, codes: [String]) throws {
        let piece = ".\(name)-"
        let outcome = try qpdf.run(
            [
                name + ".pdf", "--deterministic-id", "--split-pages=\(pages.each)", "--pages", ".",
                "\(pages.first + 1)-z", "--", piece + "%d.pdf",
            ], in: folder, limit: timeLimit)
        guard outcome == .ended(0) else { throw failure(qpdf, outcome, name + ".pdf", in: folder) }
        let digits = String(codes.count * pages.each).count
        func padded(_ number: Int) -> String {
            String(repeating: "0", count: digits - String(number).count) + String(number)
        }
        for (index, code) in codes.enumerated() {
            let (first, last) = (padded(index * pages.each + 1), padded((index + 1) * pages.each))
            let range = first == last ? first : "\(first)-\(last)"
            try folder.rename(piece + range + ".pdf", to: code + ".pdf", in: target)
        }
    }

    private func failure(
        _ tool: Tool, _ outcome: Tool.Outcome, _ name: String, in folder: Folder, says complaint: String? = nil
    ) -> CommandError {
        let end =
            switch outcome {
            case .ended(let status): complaint ?? "it ended with status \(status)"
            case .signalled(let signal): "signal \(signal) ended it"
            case .tooLong: "it was stopped after \(timeLimit.components.seconds) seconds"
            }
        return CommandError(
            "\(tool.name) could not work on \(folder.path)/\(name): \(end). Leave --pdf out to make the set without it."
        )
    }
}
