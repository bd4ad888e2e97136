import Exact
import Maths

/// Writes a problem's names, entries, derivatives and equations.
package struct Notation: Sendable {
    /// How each name is written.
    private let symbols: [String: Maths]
    /// The shape of each name's value.
    private let shapes: [String: Shape]
    /// The sheet's own number of each name that is used as an index.
    private let indices: [String: Maths]
    /// The functions that a number of the sheet chooses, by name.
    private let functions: [String: DrawnName]

    /// A function that each sheet draws, as it is written.
    package struct DrawnName: Sendable {
        /// The sheet's number, 0 for the first of `names`.
        let place: ValueID
        let names: [String]

        /// One of several functions, chosen by a number of the sheet.
        package init(place: ValueID, names: [String]) {
            self.place = place
            self.names = names
        }
    }

    /// Notation for quantities of these shapes; what `symbols` does not say is written as papers do.
    ///
    /// `indices` holds the leaf of each drawn number that is used as an index, `functions` what each drawn function can be.
    package init(
        shapes: [String: Shape], symbols: [String: Maths] = [:], indices: [String: Maths] = [:],
        functions: [String: DrawnName] = [:], layers: LayerStyle = .parentheses
    ) {
        self.shapes = shapes
        self.indices = indices
        self.functions = functions
        self.symbols = symbols.merging(
            shapes.map { name, shape in (name, Maths.name(name, isArray: !shape.isScalar, layers: layers)) }
        ) { given, _ in given }
    }

    /// Writes names as papers do, each a scalar's.
    static let plain = Notation(shapes: [:])

    /// A quantity's name.
    package func name(_ name: String) -> Maths {
        if let drawn = functions[name] { return .alternatives(drawn.place, drawn.names.map(Self.functionName)) }
        return symbols[name] ?? .name(name, isArray: false)
    }

    /// A name for each entry of a quantity, in row-major order.
    package func entries(of name: String) -> [Maths] {
        guard let shape = shapes[name] else { return [] }
        let whole = Expression(kind: .name(name), range: 0..<0)
        return (0..<shape.count).map { written(whole, entry: $0, of: shape) }
    }

    /// The same notation for what all sheets have in common: drawn indices and functions by their names.
    package var ofAllSheets: Notation { Notation(shapes: shapes, symbols: symbols) }

    /// A function's name as it stands before its argument.
    private static func functionName(_ name: String) -> Maths {
        let argument = Expression(kind: .name("z"), range: 0..<0)
        let call = Expression(kind: .call(name: name, arguments: [argument], options: []), range: 0..<0)
        guard case .function(let name, _) = plain.written(call).maths else { return .identifier(name, .upright) }
        return name
    }

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
        if let chosen = expression.choosing(entry, of: shape) { return written(chosen).maths }
        let indices = shape.isRowOrColumn ? [entry + 1] : shape.indices(ofEntry: entry)
        let whole: Expression
        if case .selection(let base, _) = expression.kind { whole = base } else { whole = expression }
        return written(
            Expression(kind: .selection(whole, indices.map(Subscript.index)), range: expression.range)
        ).maths
    }

    /// An index, by the sheet's own number where it is drawn.
    package func written(_ place: Subscript) -> Maths { place.written(indices) }

    private func written(_ operation: any Operation, _ operands: [Expression]) -> Written {
        let operands = operands.map { written($0) }
        let shape = (try? operation.shape(of: operands.map(\.shape))) ?? .scalar
        return Written(operation.written(operands), shape)
    }

    private func call(_ name: String, _ arguments: [Expression], _ options: [Expression.Option]) -> Written {
        if let drawn = functions[name] {
            let calls = drawn.names.map { name in
                let own = options.filter { Function.named(name)?.options.contains($0.name) ?? false }
                return self.call(name, arguments, own)
            }
            return Written(.alternatives(drawn.place, calls.map(\.maths)), calls.first?.shape ?? .scalar)
        }
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
        guard subscripts.contains(where: \.isDrawn) else {
            return Written(Selection(subscripts).written([whole]), shape)
        }
        return Written(.entry(subscripts.map(written), of: whole.maths, areDigits: whole.shape.hasDigitIndices), shape)
    }
}
