import Exporter
import Generator
import Record
import Solver
import Template
import YAML

/// Reads a template, and either says what is wrong or draws sheets and prints their pages and tables. A quiz file is only
/// read.
///
/// Returns whether sheets could be drawn, or the quiz be read.
package func tryTemplate(_ bytes: [UInt8]) -> Bool {
    do throws(Diagnostics) {
        let file = try SourceFile(name: "template.yaml", bytes: bytes)
        do throws(Diagnostics) {
            guard Quiz.isQuiz(file) else { return trySheets(of: try Template(file)) }
            _ = try Quiz(file)
            return true
        } catch {
            _ = error.rendered(in: file)
        }
    } catch {
        _ = error.rendered(as: "template.yaml")
    }
    return false
}

private func trySheets(of template: Template) -> Bool {
    do throws(GeneratorError) {
        let worked = WorkedTemplate(template)
        let generator = try Generator(worked.template, seed: 7)
        if generator.capacity == nil { _ = generator.brokenRules() }
        let count = Int(min(generator.capacity ?? 2, 3))
        let exporter = SetExporter(SetGenerator(generator), [worked], codes: SheetCodes(seed: 7, count: count))
        try? exporter.writeSheets(1...count, to: { _ in }, single: { _, _ in })
        _ = try? exporter.writeKeys(1...count, to: { _ in }, single: nil)
        return true
    } catch {
        _ = error.message(for: template)
        return false
    }
}
