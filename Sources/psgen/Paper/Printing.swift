import Document
import Exporter

/// What `--pdf` takes.
struct Printing {
    let layout: PaperLayout
    let tools: PaperTools

    /// Nil without `--pdf`.
    init?(_ arguments: ParsedArguments) throws {
        let isDuplex = arguments.flag("duplex")
        guard arguments.flag("pdf") else {
            for (isGiven, name) in [(isDuplex, "duplex"), (arguments.isGiven("paper"), "paper")] where isGiven {
                throw CommandError("--\(name) says how --pdf prints; give --pdf too, or leave --\(name) out")
            }
            return nil
        }
        let paper = arguments.string("paper").flatMap { LaTeXPage.Paper(rawValue: $0) } ?? .a4
        layout = PaperLayout(paper: paper, isDuplex: isDuplex)
        tools = try PaperTools()
    }
}
