import Maths

extension HTMLPrinter {
    /// Writes equations below one another, aligned at their first sign of relation where there is room; lines break before
    /// any such sign.
    mutating func writeEquations(_ equations: [Maths]) {
        form.append("<div class=\"s e\">\n")
        for equation in equations {
            form.append("<p>")
            if case .relation(let first, let links) = equation {
                form.append(MathML.form(first))
                form.append(" <span>")
                for (index, link) in links.enumerated() {
                    if index > 0 { form.append(" ") }
                    writeFitting(link.maths, MathML.form(link), taken: first.width + 6)
                }
            } else {
                form.append("<span>")
                writeFitting(equation, MathML.form(equation))
            }
            form.append("</span></p>\n")
        }
        form.append("</div>\n")
    }
}
