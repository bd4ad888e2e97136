import Checker
import Document

/// All commands and what they take.
let commandTable = CommandSpecification(
    name: "psgen",
    abstract: "Give every student a different problem about a small neural network, with a key that is right.",
    version: version,
    subcommands: [
        CommandSpecification(
            name: "make",
            abstract: "Write sheets, keys and tables for many students from templates.",
            discussion:
                "Several templates, or a quiz file, make one set with a problem from each. The set is written whole"
                + " or not at all, by default to Generated/ and the first file's name.",
            arguments: [templatesArgument],
            options: [
                Option(
                    name: "count", value: "n", help: "How many sheets to make.", kind: .integer(1...10_000_000),
                    defaultValue: "1"),
                Option(
                    name: "versions", value: "n",
                    help: "How many different sheets to share among all; each has a code of its own.",
                    kind: .integer(1...10_000_000)),
                Option(
                    name: "roster", value: "class.csv",
                    help: "A class list: a sheet for each student, with the name on it.",
                    kind: .file(extensions: ["csv"])),
                seedOption,
                Option(name: "out", value: "folder", help: "Where to write the set.", kind: .folder),
                Option(
                    name: "paper", value: "size", help: "The paper of --pdf.",
                    kind: .choice(LaTeXPage.Paper.allCases.map(\.rawValue)),
                    defaultValue: LaTeXPage.Paper.a4.rawValue),
            ],
            flags: [
                Flag(name: "replace", help: "Replace a set that is there already."),
                Flag(name: "each", help: "Write a page for each sheet and key even above 1000 of them."),
                Flag(
                    name: "no-pages", help: "Write the csv files and set.json alone.", excludes: ["each"]),
                Flag(
                    name: "pdf",
                    help:
                        "Write PDF and LaTeX too: of all sheets, of all keys, and PDF of each. Needs pdflatex and qpdf.",
                    excludes: ["no-pages"]),
                Flag(name: "duplex", help: "With --pdf: each sheet begins on a new leaf when printed on both sides."),
            ]),
        CommandSpecification(
            name: "check",
            abstract: "Grade the answers in csv files.",
            discussion:
                "The graded table is written beside the file, as answers.graded.csv beside answers.csv; so are a report,"
                + " answers.report.html, and the folder answers.feedback with a page for each student, feedback.html to"
                + " print them all. Several files are made one first, answers.merged.csv: sheets that two people typed"
                + " are compared, and what differs is listed.",
            arguments: [
                Positional(
                    name: "answers",
                    help:
                        "The answers: answers.csv filled in, or '-' for standard input; several where several people"
                        + " typed.",
                    kind: .file(extensions: ["csv"]), isRepeated: true)
            ],
            options: [
                Option(
                    name: "set", value: "folder",
                    help: "The set that the sheets are from; looked for beside the answers and under Generated.",
                    kind: .folder),
                Option(
                    name: "columns", value: "map.csv",
                    help:
                        "What the headings of a learning platform's export are for: a table with the columns 'heading'"
                        + " and 'column', as in 'Question 2,z1[1]'.",
                    kind: .file(extensions: ["csv"])),
                Option(
                    name: "template", value: "fixed.yaml",
                    help: "A corrected template to grade by in place of the set's own; says whose points change.",
                    kind: .file(extensions: ["yaml", "yml"]), isRepeated: true),
                Option(
                    name: "gradebook", value: "platform",
                    help: "Write a table too that the platform imports, as answers.canvas.csv.",
                    kind: .choice(GradebookFormat.all.map(\.name))),
                Option(
                    name: "roster", value: "class.csv",
                    help:
                        "A class list that says who has which sheet, by a column of codes or in the order of the sheets:"
                        + " for names, and for --gradebook.",
                    kind: .file(extensions: ["csv"])),
                Option(
                    name: "void", value: "part",
                    help: "A part that was bad, as c, or 2.c of several problems: everyone gets its points.",
                    isRepeated: true),
                Option(
                    name: "out", value: "folder", help: "Where to write the graded table, the report and the feedback.",
                    kind: .folder),
            ],
            flags: [
                Flag(name: "each", help: "Write feedback for more than 1,000 students too, 1,000 a folder.")
            ]),
        CommandSpecification(
            name: "solve",
            abstract: "Print one variant of a template, or one sheet of several, with all its numbers.",
            arguments: [templatesArgument],
            options: [
                seedOption,
                Option(
                    name: "sheet", value: "k", help: "Which sheet of the seed's.", kind: .integer(1...10_000_000),
                    defaultValue: "1"),
                Option(
                    name: "given", value: "numbers",
                    help: "Numbers in place of drawn ones, as in 'x=[2, 1]; W=[[1, 0], [3, 2]]'; all others are drawn.",
                    isRepeated: true),
            ]),
        CommandSpecification(
            name: "lint",
            abstract: "Say whether templates are right, can be drawn, and how many variants they have.",
            arguments: [templatesArgument]),
        CommandSpecification(
            name: "new",
            abstract: "Start a template from one in the gallery.",
            arguments: [
                Positional(name: "name", help: "The new template's name, as in 'quiz3'.", isOptional: true)
            ],
            options: [
                Option(
                    name: "from", value: "template", help: "The template in the gallery to start from.",
                    defaultValue: "q2")
            ],
            flags: [Flag(name: "list", help: "List the gallery.")]),
    ])

private let templatesArgument = Positional(
    name: "template", help: "A template, a quiz file, or the name of one in the gallery.",
    kind: .file(extensions: ["yaml", "yml"]), isRepeated: true)

private let seedOption = Option(
    name: "seed", value: "seed", help: "Draws the same numbers again; by default a random one, which is printed.",
    kind: .integer(0...(1 << 53) - 1))
