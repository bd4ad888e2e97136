import Exact
import Solver

/// An asked number: the column of one answer.
package struct AskedEntry: Sendable {
    /// How columns name it.
    package let column: String
    /// In which part it is asked, from 0.
    package let part: Int
    /// As which of the part's quantities, from 0.
    package let quantity: Int
    /// Its place in the quantity, in row-major order.
    package let entry: Int
    /// Its place among the values of a sheet.
    package let value: Int
    /// How it is to be given.
    package let rule: AnswerRule
    /// What it is worth: its quantity's points split equally over the entries.
    package let points: Rational
}

/// A template lowered to a program that computes all numbers of a sheet: shown, given, defined and asked, in this order.
package struct Calculation: Sendable {
    /// What was lowered.
    package let template: Template
    /// Computes the values; one output each.
    package let program: Program
    /// The values of each given and defined quantity, in the order of the template.
    package let quantities: [(name: String, shape: Shape, values: Range<Int>)]
    /// The asked numbers, in the order of the parts.
    package let asked: [AskedEntry]
    /// The columns of points for the parts that a person marks: `b points`.
    package let handMarked: [(part: Int, column: String, points: Rational)]
    /// The values of each asked quantity, by part and quantity.
    package let askedValues: [[[Int]]]
    /// How each value is written on sheets and keys.
    package let roundings: [Rounding]

    /// Lowers a template. With `isOverridable`, a run may replace asked numbers by a student's.
    ///
    /// Throws where a question asks for exact answers and a number is real, and where the calculation is too long.
    package init(_ template: Template, isOverridable: Bool = false) throws(CalculationError) {
        let pins = Self.pins(of: template)
        var lowering = Lowering(template.graph, pins: pins)
        let named = template.given.map(\.name) + template.definitions.map(\.name)
        let shown = template.shown.map { Pin(node: $0.node, entry: $0.entry) }
        let targets = named.compactMap { template.nodes[$0] } + pins.map(\.node)
        guard let tensors = try? lowering.lower(targets), var slots = try? lowering.lower(asked: shown),
            !lowering.code.isFull
        else { throw .tooLong }

        var quantities: [(name: String, shape: Shape, values: Range<Int>)] = []
        for (name, tensor) in zip(named, tensors) {
            quantities.append((name, tensor.shape, slots.count..<slots.count + tensor.slots.count))
            slots += tensor.slots
        }
        let firstAsked = slots.count
        slots += zip(pins, tensors.dropFirst(named.count)).map { $1.slots[$0.entry] }
        let program = Program(
            lowering.code, stages: [slots], inputs: template.draws.map(\.range), isOverridable: isOverridable)

        self.template = template
        self.program = program
        self.quantities = quantities
        asked = try Self.asked(in: template, firstValue: firstAsked) { program.outputs[0][$0].isReal }
        handMarked = template.parts.enumerated().filter(\.element.isMarkedByHand).map { index, part in
            (index, "\(AskedPart.letter(of: index)) points", part.points)
        }
        var next = firstAsked
        askedValues = template.parts.map { part in
            part.quantities.map { quantity in
                defer { next += quantity.entries.count }
                return Array(next..<next + quantity.entries.count)
            }
        }
        var roundings = program.outputs[0].map { location in
            AnswerRule.rounding(template.rule, isReal: location.isReal)
        }
        for entry in asked { roundings[entry.value] = entry.rule.rounding }
        self.roundings = roundings
    }

    /// Where the value at a place stands in a machine that runs ``program``.
    package func location(ofValue value: Int) -> Location { program.outputs[0][value] }

    /// The asked entries, as what a run may override.
    package static func pins(of template: Template) -> [Pin] {
        template.parts.flatMap(\.quantities).flatMap { quantity in
            quantity.entries.map { Pin(node: quantity.node, entry: $0) }
        }
    }

    private static func asked(
        in template: Template, firstValue: Int, isReal: (Int) -> Bool
    ) throws(CalculationError) -> [AskedEntry] {
        var entries: [AskedEntry] = []
        var inexact: [String] = []
        for (partIndex, part) in template.parts.enumerated() {
            for (index, quantity) in part.quantities.enumerated() {
                let share = quantity.points / Rational(max(1, quantity.entries.count))
                for entry in quantity.entries {
                    let value = firstValue + entries.count
                    let column = quantity.column(ofEntry: entry)
                    let rule = part.rule ?? template.rule ?? (isReal(value) ? .standardForReal : .exact)
                    if rule == .exact && isReal(value) { inexact.append(column) }
                    entries.append(
                        AskedEntry(
                            column: column, part: partIndex, quantity: index, entry: entry, value: value, rule: rule,
                            points: share))
                }
            }
        }
        if !inexact.isEmpty { throw .notExact(inexact) }
        return entries
    }
}

/// Why a template cannot be calculated.
package enum CalculationError: Error, Hashable, Sendable {
    /// Exact answers are asked for numbers that are real, in these columns.
    case notExact([String])
    /// There are more steps than a calculation by hand could have.
    case tooLong

    /// A sentence for the template's author.
    package var message: String {
        switch self {
        case .notExact(let columns):
            "'\(columns.joined(separator: "', '"))' passes through exp, ln, tanh, sigmoid, softmax or a root"
                + " and cannot be asked exactly; say 'answers: { decimals: 4 }'"
        case .tooLong: "this calculation has more steps than psgen works out"
        }
    }
}
