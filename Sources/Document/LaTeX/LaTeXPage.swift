import Maths

/// What stands around the sheets of a LaTeX file: pdflatex needs nothing else but LaTeX and amsmath.
package struct LaTeXPage: Hashable, Sendable {
    /// The size of the paper.
    package enum Paper: String, CaseIterable, Hashable, Sendable {
        /// 210 mm by 297 mm.
        case a4
        /// 8.5 in by 11 in.
        case letter
    }

    /// What a reader's window is called.
    package let title: String
    /// The size of the paper.
    package let paper: Paper
    /// Whether each sheet begins on the front of a leaf.
    package let isDuplex: Bool

    /// A file of sheets.
    package init(title: String, paper: Paper = .a4, isDuplex: Bool = false) {
        self.title = title
        self.paper = paper
        self.isDuplex = isDuplex
    }

    /// All that stands before the sheets.
    package var opening: Form {
        var form = Form()
        form.append(
            """
            \\documentclass[11pt]{article}
            \\usepackage{amsmath}
            \\input{glyphtounicode}\\pdfgentounicode=1

            """)
        switch paper {
        case .a4: form.append("\\pdfpagewidth210mm \\pdfpageheight297mm\n")
        case .letter: form.append("\\pdfpagewidth8.5in \\pdfpageheight11in\n")
        }
        form.append("\\def\\isduplex{")
        form.append(isDuplex ? "1" : "0")
        form.append("}\n\\pdfinfo{/Title<FEFF")
        for unit in title.utf16 {
            let digits = String(unit, radix: 16, uppercase: true)
            form.append(raw: (String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        }
        form.append(">}\n")
        form.append(raw: LaTeX.definitions.utf8)
        form.append(raw: LaTeX.layout.utf8)
        form.append(raw: LaTeX.drawing.utf8)
        form.append("\\begin{document}\n")
        return form
    }

    /// All that stands after the sheets.
    package var closing: Form {
        var form = Form()
        form.append("\\lastsheet\n\\end{document}\n")
        return form
    }
}
