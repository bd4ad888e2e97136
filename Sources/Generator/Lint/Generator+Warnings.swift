import Template
import YAML

extension Generator {
    /// What the author of the template should look at though it can be used, in the order of the places; draws up to 256
    /// sheets to see what is usual.
    package func warnings() throws(GeneratorError) -> [Diagnostic] {
        let sample = try Sample(self)
        let found =
            template.warnings + template.unusedGiven + template.shownAnswers + sample.answersAskedTwice
            + sample.answersThatAreGiven
            + sample.numbersForCalculators
        return Diagnostics(found).all
    }
}
