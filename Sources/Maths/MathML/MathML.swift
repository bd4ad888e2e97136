import Exact

/// Prints formulas as MathML.
///
/// Some classes stand in the markup, and ``style`` gives them their look: browsers without a mathematical font neither
/// stretch brackets nor have slanted Greek letters among the mathematical ones, so brackets are drawn, and letters are
/// slanted, by style.
package enum MathML {
    /// A formula within a line, or on a line of its own.
    package static func form(_ maths: Maths, isDisplayed: Bool = false) -> Form {
        var printer = MathMLPrinter()
        printer.form.append(isDisplayed ? "<math display=\"block\">" : "<math>")
        printer.write(maths)
        printer.form.append("</math>")
        return printer.form
    }

    /// A further side of a chain with the sign before it, as a formula of its own, so that lines may break there.
    package static func form(_ link: Link) -> Form {
        var printer = MathMLPrinter()
        printer.form.append("<math>")
        printer.write(link)
        printer.form.append("</math>")
        return printer.form
    }

    /// The style sheet that the markup relies on; the page says in `--text` which fonts its text has.
    package static let style = """
        math{math-style:normal}math,mi,mn,mo,mtext{font-family:var(--text)}\
        .t,mtable,msub,msup,msubsup,msqrt,mroot\
        {font-family:"STIX Two Math","Cambria Math","Latin Modern Math","DejaVu Math TeX Gyre",math}\
        mi{font-style:italic;text-transform:none}\
        .u,.b{font-style:normal}.b{font-weight:bold}.f{font-size:0}\
        .m{--l:linear-gradient(currentColor,currentColor);padding:0 .2em;border:0 solid;border-width:0 .07em;\
        background:var(--l)0 0,var(--l)0 100%,var(--l)100% 0,var(--l)100% 100%;background-size:.3em .07em;\
        background-repeat:no-repeat;-webkit-print-color-adjust:exact;print-color-adjust:exact}\
        .m>mtr>mtd{padding:.22em .35em}\
        .c>mtr>mtd{text-align:left;text-align:-webkit-left}

        """

    /// What formulas with cases need besides: a brace that grows with them, drawn as arcs and lines.
    package static let caseStyle = """
        .c{--a:transparent .27em,currentColor .28em .34em,transparent .35em;padding-left:.75em;\
        background:radial-gradient(circle at 100% 100%,var(--a)).28em 0,\
        radial-gradient(circle at 0 0,var(--a))0 calc(50% - .174em),\
        radial-gradient(circle at 0 100%,var(--a))0 calc(50% + .174em),\
        radial-gradient(circle at 100% 0,var(--a)).28em 100%,\
        linear-gradient(currentColor,currentColor).28em .34em,\
        linear-gradient(currentColor,currentColor).28em calc(100% - .34em);\
        background-size:.35em .35em,.35em .35em,.35em .35em,.35em .35em,.06em calc(50% - .68em),.06em calc(50% - .68em);\
        background-repeat:no-repeat;-webkit-print-color-adjust:exact;print-color-adjust:exact}

        """
}
