import Exact
import Maths

/// Writes a problem's names, entries, derivatives and equations.
package struct Notation: Sendable {
    /// How each name is written.
    private let symbols: [String: Maths]
    /// The shape of each name's value.
    private let shapes: [String: Shape]

    /// Notation for quantities of these shapes; what `symbols` does not say is written as papers do.
    package init(shapes: [String: Shape], symbols: [String: Maths] = [:]) {
        self.shapes = shapes
        self.symbols = symbols.merging(
            shapes.map { name, shape in (name, Maths.name(name, isArray: !shape.isScalar)) }
        ) { given, _ in given }
    }

    /// Writes names as papers do, each a scalar's.
    static let plain = Notation(shapes: [:])

    /// A quantity's name.
    package func name(_ name: String) -> Maths { symbols[name] ?? .name(name, isArray: false) }

    /// What is asked, or an equation's right side.
    package func written(_ expression: Expression) -> Written {
        switch expression.kind {
        case .number(let value): return Written(.number(value), .scalar)
        case .name(let name): return Written(self.name(name), shapes[name] ?? .scalar)
        case .derivative(let top, let bottom): return derivative(of: top, by: bottom, subscripts: [])
        case .negation(let operand): return written(Negation(), [operand])
        case .binary(let sign, let left, let right): return written(sign.operation, [left, right])
        case .comparison(let operands, let relations):
            let links = zip(relations, operands.dropFirst()).map { Link($0.written, written($1).maths) }
            return Written(.relation(written(operands[0]).maths, links), written(operands[0]).shape)
        case .call(let name, let arguments, let options): return call(name, arguments, options)
        case .selection(let base, let subscripts):
            if case .derivative(let top, let bottom) = base.kind {
                return derivative(of: top, by: bottom, subscripts: subscripts)
            }
            return entry(of: written(base), subscripts)
        case .transpose(let operand): return written(Transpose(), [operand])
        case .substitution(let base, let replacements):
            let whole = written(base)
            let values = replacements.map { Maths.equation(name($0.name), written($0.value).maths) }
            return Written(.evaluated(whole.maths, at: values), whole.shape)
        }
    }

    /// A quantity or derivative with an entry's indices, as `∂L/∂w⁽²⁾₂₂`.
    package func written(_ expression: Expression, entry: Int, of shape: Shape) -> Maths {
        if shape.isScalar { return written(expression).maths }
        let indices = shape.isRowOrColumn ? [entry + 1] : shape.indices(ofEntry: entry)
        let whole: Expression
        if case .selection(let base, _) = expression.kind { whole = base } else { whole = expression }
        return written(
            Expression(kind: .selection(whole, indices.map(Subscript.index)), range: expression.range)
        ).maths
    }

    private func written(_ operation: any Operation, _ operands: [Expression]) -> Written {
        let operands = operands.map { written($0) }
        let shape = (try? operation.shape(of: operands.map(\.shape))) ?? .scalar
        return Written(operation.written(operands), shape)
    }

    private func call(_ name: String, _ arguments: [Expression], _ options: [Expression.Option]) -> Written {
        var values: [String: OptionValue] = [:]
        for option in options {
            if case .name(let word) = option.value.kind { values[option.name] = .word(word) }
            if let number = option.value.constantValue { values[option.name] = .number(number) }
        }
        let function = Function.named(name)
        let literals = arguments.suffix(function?.literals ?? 0).compactMap(\.constantValue)
        let call = Call(count: arguments.count - literals.count, literals: literals, options: values)
        guard let operation = try? function?.operation(call) else {
            return Written(.function(.identifier(name, .upright), arguments.map { written($0).maths }), .scalar)
        }
        return written(operation, arguments.dropLast(literals.count))
    }

    /// The indices of an entry of B stand at the B below the bar.
    private func derivative(of top: Expression, by bottom: Expression, subscripts: [Subscript]) -> Written {
        let (numerator, denominator) = (written(top), written(bottom))
        let ownCount = numerator.shape.rank
        let variable = entry(of: denominator, Array(subscripts.dropFirst(ownCount))).maths
        let function = entry(of: numerator, Array(subscripts.prefix(ownCount))).maths
        let shape = Shape(numerator.shape.dimensions + denominator.shape.dimensions)
        let selected = (try? Selection(subscripts).shape(of: [shape])) ?? shape
        return Written(.derivative(of: function, by: [variable]), subscripts.isEmpty ? shape : selected)
    }

    private func entry(of whole: Written, _ subscripts: [Subscript]) -> Written {
        if subscripts.isEmpty { return whole }
        let shape = (try? Selection(subscripts).shape(of: [whole.shape])) ?? .scalar
        return Written(Selection(subscripts).written([whole]), shape)
    }
}
