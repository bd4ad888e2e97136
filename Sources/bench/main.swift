import Template
import YAML

// Measures with a template that is read from standard input: the time of solving it, or, with the argument `students` and
// a number of sheets, what the checker makes of simulated students.

var text: [UInt8] = []
while let line = readLine(strippingNewline: false) { text += line.utf8 }
let template = try Template(SourceFile(name: "standard input", bytes: text))
if CommandLine.arguments.dropFirst().first == "students" {
    let sheets = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 4000
    try printStudents(of: template, sheets: sheets)
} else {
    try printSolvingTime(of: template)
}
