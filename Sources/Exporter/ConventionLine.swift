import Document
import Maths
import Solver
import Template

/// The line of a sheet that says how its formulas are meant, made of what the sheet shows: nothing of the solution.
struct ConventionLine {
    let calculation: Calculation

    private var template: Template { calculation.template }

    private var shownDefinitions: [Definition] { template.definitions.filter(\.isShown) }

    private var askedQuantities: [AskedQuantity] { template.parts.flatMap(\.quantities) }

    /// The line; nil where nothing needs to be said.
    var inlines: [Inline]? {
        let conventions = template.graph.conventions(
            neededFor: shownDefinitions.compactMap { template.nodes[$0.name] } + askedQuantities.map(\.node),
            hiding: template.definitions.filter { !$0.isShown }.compactMap { template.nodes[$0.name] })
        var clauses = arrays + spreads
        if let layer { clauses.append(layer) }
        if conventions.hasFunctionsOfArrays { clauses.append([.text("functions of one number act entry by entry")]) }
        if let gradient { clauses.append(gradient) }
        clauses += conventions.formulas.map { [.maths($0)] }
        guard !clauses.isEmpty else { return nil }
        return [.text("Conventions: ")] + clauses.joined(separator: [.text("; ")]) + [.text(".")]
    }

    /// How vectors stand and how entries are counted.
    private var arrays: [[Inline]] {
        let shapes =
            template.given.map(\.shape)
            + shownDefinitions.compactMap { template.nodes[$0.name] }.map { template.graph[$0].shape }
            + askedQuantities.map(\.shape)
        var clauses: [[Inline]] = []
        if shapes.contains(where: { $0.rank == 1 }) { clauses.append([.text("vectors are columns")]) }
        if shapes.contains(where: { !$0.isScalar }) {
            let examples = [entryOfMatrix, entryOfLabelledVector].compactMap { $0 }
            let inside = Array(examples.joined(separator: [.text(", ")]))
            clauses.append(
                [.text("indices count from 1")] + (inside.isEmpty ? [] : [.text(" (")] + inside + [.text(")")]))
        }
        return clauses
    }

    /// `w⁽¹⁾₂₁ is in row 2, column 1`, where an entry is asked that could be mistaken for its mirror image.
    private var entryOfMatrix: [Inline]? {
        for (array, shape, entry) in askedEntries where shape.rank == 2 && !shape.isRowOrColumn {
            let indices = shape.indices(ofEntry: entry)
            guard indices[0] != indices[1] else { continue }
            let name = template.notation.written(array, entry: entry, of: shape)
            return [.maths(name), .text(" is in row \(indices[0]), column \(indices[1])")]
        }
        return drawnEntryOfMatrix
    }

    /// The same where an index is a number of the sheet.
    private var drawnEntryOfMatrix: [Inline]? {
        for quantity in askedQuantities
        where quantity.expression.hasDrawnIndices && quantity.shape.isScalar {
            guard case .selection(let array, let subscripts) = quantity.expression.kind, subscripts.count == 2 else {
                continue
            }
            let variable =
                if case .derivative(_, let bottom) = array.kind { bottom } else { array }
            let places = subscripts.map(template.notation.written)
            return [
                .maths(template.notation.written(variable.selecting(subscripts)).maths), .text(" is in row "),
                .maths(places[0]), .text(", column "), .maths(places[1]),
            ]
        }
        return nil
    }

    /// `z₁,₂ is entry 2 of z₁`, where a vector has a label below already.
    private var entryOfLabelledVector: [Inline]? {
        for (array, shape, entry) in askedEntries where shape.rank == 1 && entry > 0 {
            let whole = template.notation.written(array).maths
            guard case .scripts(_, .some, _) = whole else { continue }
            let name = template.notation.written(array, entry: entry, of: shape)
            return [.maths(name), .text(" is entry \(entry + 1) of "), .maths(whole)]
        }
        return nil
    }

    /// What is asked as entries of arrays: of a scalar's gradient, the array it is taken by.
    private var askedEntries: [(array: Expression, shape: Shape, entry: Int)] {
        askedQuantities.filter { !$0.expression.hasDrawnIndices }.flatMap { quantity in
            var array = quantity.expression
            if case .selection(let whole, _) = array.kind { array = whole }
            if case .derivative(let top, let bottom) = array.kind {
                guard template.notation.written(top).shape.isScalar else { return [] as [(Expression, Shape, Int)] }
                array = bottom
            }
            return quantity.entries.map { (array, quantity.shape, $0) }
        }
    }

    /// `b is added to every column`, where a row or a column is spread over a matrix.
    private var spreads: [[Inline]] {
        var clauses: [[Inline]] = []
        for sum in shownDefinitions.map(\.expression).flatMap(\.all) {
            guard case .binary(let sign, let left, let right) = sum.kind, sign == .add || sign == .subtract else {
                continue
            }
            let (matrix, other) = (template.notation.written(left), template.notation.written(right))
            let (small, large) =
                sign == .add && matrix.shape.count < other.shape.count ? (matrix, other) : (other, matrix)
            guard let lines = large.shape.lines(spreading: small.shape) else { continue }
            let clause: [Inline] = [
                .maths(small.maths),
                .text(sign == .add ? " is added to every \(lines)" : " is subtracted from every \(lines)"),
            ]
            if !clauses.contains(clause) { clauses.append(clause) }
        }
        return clauses
    }

    /// `(1) above w is the layer, not a power`, where a matrix has a number in brackets above it.
    private var layer: [Inline]? {
        for given in template.given where given.shape.rank == 2 {
            guard case .scripts(let base, _, let label?) = template.notation.name(given.name),
                case .row(let pieces) = label, pieces.count == 3, case .text(let number) = pieces[1],
                number.allSatisfy(\.isNumber)
            else { continue }
            return [.maths(label), .text(" above "), .maths(base), .text(" is the layer, not a power")]
        }
        return nil
    }

    /// `∂L/∂W has the shape of W`, where a whole gradient is asked or used.
    private var gradient: [Inline]? {
        let expressions = shownDefinitions.map(\.expression) + askedQuantities.map(\.expression)
        for derivative in expressions.flatMap(\.wholeDerivatives) {
            guard case .derivative(let top, let bottom) = derivative.kind else { continue }
            let variable = template.notation.written(bottom)
            guard template.notation.written(top).shape.isScalar, !variable.shape.isScalar else { continue }
            return [
                .maths(template.notation.written(derivative).maths), .text(" has the shape of "),
                .maths(variable.maths),
            ]
        }
        return nil
    }
}

extension Shape {
    /// What the smaller array is repeated for: each row or each column of this matrix; nil where it is not.
    fileprivate func lines(spreading small: Shape) -> String? {
        guard rank == 2, small.rank == 2, self != small, small.count > 1 else { return nil }
        if small.dimensions == [1, dimensions[1]] { return "row" }
        return small.dimensions == [dimensions[0], 1] ? "column" : nil
    }
}

extension Expression {
    /// The derivatives in it that no entry is chosen from.
    fileprivate var wholeDerivatives: [Expression] {
        switch kind {
        case .derivative: return [self]
        case .selection(let whole, _):
            if case .derivative = whole.kind { return [] }
        default: break
        }
        return operands.flatMap(\.wholeDerivatives)
    }
}
