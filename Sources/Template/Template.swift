import Document
import Exact
import Solver
import YAML

/// A problem as an instructor wrote it, checked.
package struct Template: Sendable {
    /// The heading; the file's name where there is none.
    package let title: String
    /// What stands before the given numbers.
    package let text: [Block]
    /// The numbers to start from, in the order written.
    package let given: [GivenQuantity]
    /// The equations, in the order written.
    package let definitions: [Definition]
    /// The equations that the sheet shows, in the order written.
    package let lines: [EquationLine]
    /// What every variant must satisfy.
    package let requirements: [Requirement]
    /// The questions.
    package let parts: [AskedPart]
    /// How answers are to be given where a part does not say.
    package let rule: AnswerRule?
    /// What answers earn that are not right.
    package let marking: Marking
    /// How keys work gradients out.
    package let style: DerivationStyle
    /// Whether its sheets may have a picture.
    package let hasPicture: Bool
    /// Which variants are good.
    package let variants: VariantRules
    /// How names are written.
    package let notation: Notation
    /// All equations and derivatives.
    package private(set) var graph: Graph
    /// The node of each name.
    package let nodes: [String: NodeID]
    /// The numbers that texts, tables and names display; a `Maths.value` counts them from 0.
    package private(set) var shown: [ShownEntry]
    /// The drawn numbers, in the order of the given quantities and their entries.
    package let draws: [Draw]
    /// The choices that draw them.
    package let digits: VariantDigits
    /// What should be looked at though it is no mistake.
    package let warnings: [Diagnostic]
    /// Where names stand in the file.
    package let places: TemplatePlaces

    /// The template with a graph that has grown and further numbers that are shown, behind those of before.
    package func extended(by graph: Graph, shown: [ShownEntry]) -> Template {
        var template = self
        template.graph = graph
        template.shown = shown
        return template
    }

    /// What all parts are worth.
    package var points: Rational { parts.reduce(.zero) { $0 + $1.points } }

    /// Whether nothing is drawn, so that all sheets are the same.
    package var isFixed: Bool { digits.radices.allSatisfy { $0 == 1 } }
}

/// A given quantity.
package struct GivenQuantity: Sendable {
    /// What the template calls it.
    package let name: String
    /// Its sizes.
    package let shape: Shape
    /// What its entries are; empty where it is worked out from other given quantities.
    package let entries: [GivenEntry]
    /// Whether the sheet lists it.
    package var isShown = true
    /// Whether it must not be equal to its transpose.
    package var isAsymmetric = false
    /// The functions of which the sheet's is one, by the quantity's value from 0; empty for a number.
    package var functions: [String] = []

    /// Whether it is worked out from other given quantities.
    package var isComputed: Bool { entries.isEmpty }
}

/// An equation.
package struct Definition: Sendable {
    /// What it defines.
    package let name: String
    /// Its right side.
    package let expression: Expression
    /// The right side as it was written.
    package let text: String
    /// Whether the sheet shows it; the key shows all.
    package let isShown: Bool
}

/// An equation as the sheet shows it: by itself, or all rounds of a loop in one line.
package struct EquationLine: Sendable {
    /// What it defines, loop variables as symbols: `h_{t}`.
    package let name: String
    /// Its right side, loop variables as symbols.
    package let expression: Expression
    /// The values of loop variables in the first round.
    let firstRound: [String: Int]
    /// The loops around it, from the outermost.
    package let rounds: [Rounds]

    /// A loop's variable and its values in order.
    package struct Rounds: Hashable, Sendable {
        package let variable: String
        package let values: [Int]
    }
}

/// A condition on variants.
package struct Requirement: Sendable {
    /// As it was written.
    package let text: String
    /// What computes it: a scalar that is not 0 where it holds.
    package let node: NodeID
}
