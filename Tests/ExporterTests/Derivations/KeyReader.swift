import Document
import Exact
import Generator
import Maths
import Template

@testable import Exporter
@testable import Solver

/// Reads the equations of one sheet's key back, with what its names stand for on this sheet.
struct KeyReader {
    private let template: Template
    private let calculation: Calculation
    private let numbers: (Int) -> Double

    init(_ calculation: Calculation, _ machine: Machine, lane: Int) {
        template = calculation.template
        self.calculation = calculation
        numbers = { machine.number(at: calculation.location(ofValue: $0), lane: lane).double }
    }

    /// The equations that do not hold, or cannot be read, as texts.
    func wrong(in blocks: [Block]) -> [String] {
        let reader = self.reader
        var wrong: [String] = []
        for equations in blocks.equations {
            for equation in equations.map(settled) {
                guard case .relation(let first, let links) = equation else { continue }
                do {
                    var left = try reader.read(first)
                    for link in links {
                        if case .alternatives(let id, let choices) = link.maths,
                            choices[Int(numbers(id.index))] == .nothing
                        {
                            continue
                        }
                        let right = try reader.read(link.maths)
                        if !left.isClose(to: right, within: 2e-5) {
                            wrong.append("\(left.entries) is not \(right.entries) in \(equation)")
                        }
                        left = right
                    }
                } catch {
                    wrong.append("\(error) in \(equation)")
                }
            }
        }
        return wrong
    }

    private var reader: FormulaReader {
        var names: [Maths: ReadNumbers] = [:]
        var entries: [Maths: ReadNumbers] = [:]
        for quantity in calculation.quantities {
            let name = template.notation.name(quantity.name)
            let values = quantity.values.map(numbers)
            names[name] = Self.array(values, quantity.shape)
            for (entry, value) in values.enumerated() where !quantity.shape.isScalar {
                let indices = quantity.shape.isRowOrColumn ? [entry + 1] : quantity.shape.indices(ofEntry: entry)
                entries[.entry(indices.map(Maths.integer), of: name)] = ReadNumbers(value)
            }
        }
        let differences = Differences(
            equations: template.definitions.map {
                (template.notation.name($0.name), settled(template.notation.written($0.expression).maths))
            },
            shapes: Dictionary(
                uniqueKeysWithValues: calculation.quantities.map { (template.notation.name($0.name), $0.shape) }),
            value: { self.numbers($0.index) }, losses: losses)
        for (name, unit) in units { names[name] = unit }
        return FormulaReader(
            names: names.merging(entries) { first, _ in first }, value: { numbers($0.index) },
            derivative: { try differences.derivative(of: $0, by: $1, names: names) },
            again: { try differences.value(of: $0, with: $1, names: names) })
    }

    /// What is differentiated in questions and equations.
    private var losses: Set<Maths> {
        let expressions =
            template.parts.flatMap(\.quantities).map(\.expression) + template.definitions.map(\.expression)
        var losses: Set<Maths> = []
        for expression in expressions {
            _ = template.notation.written(expression).maths.replacing { piece in
                if case .derivative(let quantity, _) = piece { losses.insert(settled(quantity)) }
                return piece
            }
        }
        return losses
    }

    /// A formula with this sheet's own indices in it.
    private func settled(_ maths: Maths) -> Maths {
        maths.replacing { piece in
            guard case .scripts(let base, let sub?, let sup) = piece else { return piece }
            let own = sub.replacing { if case .value(let id, _) = $0 { .integer(Int(numbers(id.index))) } else { $0 } }
            return .scripts(base, sub: own, sup: sup)
        }
    }

    /// Unit vectors and matrices, where all arrays have the same sizes.
    private var units: [Maths: ReadNumbers] {
        let sizes = Set(calculation.quantities.flatMap(\.shape.dimensions))
        guard sizes.count == 1, let size = sizes.first else { return [:] }
        var units: [Maths: ReadNumbers] = [:]
        for (name, shape) in [("e", Shape.vector(size)), ("E", .matrix(size, size))] {
            for entry in 0..<shape.count {
                let unit = Maths.entry(shape.indices(ofEntry: entry).map(Maths.integer), of: .identifier(name, .bold))
                units[unit] = Self.array((0..<shape.count).map { $0 == entry ? 1 : 0 }, shape)
            }
        }
        return units
    }

    static func array(_ values: [Double], _ shape: Shape) -> ReadNumbers {
        let size = shape.asMatrix ?? (shape.count, 1)
        return ReadNumbers(shape.isScalar ? 1 : size.rows, shape.isScalar ? 1 : size.columns, values)
    }
}

/// Derivatives by differences of the displayed equations.
private struct Differences {
    let equations: [(name: Maths, side: Maths)]
    let shapes: [Maths: Shape]
    let value: (ValueID) -> Double
    /// What is differentiated in questions and equations.
    let losses: Set<Maths>

    /// Of a name or an entry of one, by a name, an entry or a slice of one: all paths taken where the first is asked about
    /// as a loss is; else of its own equation alone.
    func derivative(of quantity: Maths, by variable: Maths, names: [Maths: ReadNumbers]) throws -> ReadNumbers? {
        guard let (top, topEntry) = place(of: quantity), let (bottom, varied) = places(of: variable),
            let start = names[bottom], let bottomShape = shapes[bottom], let topShape = shapes[top]
        else { return nil }
        let isLast = losses.contains(top)
        var columns: [[Double]] = []
        for entry in varied {
            let step = 1e-6 * max(1, abs(start.entries[entry]))
            func shifted(_ sign: Double) throws -> [Double] {
                var moved = start.entries
                moved[entry] += sign * step
                var names = names
                names[bottom] = ReadNumbers(start.rows, start.columns, moved)
                let result = try evaluate(top, from: names, holding: bottom, through: isLast)
                return topEntry.map { [result.entries[$0]] } ?? result.entries
            }
            columns.append(zip(try shifted(1), try shifted(-1)).map { ($0 - $1) / (2 * step) })
        }
        let isScalarTop = topEntry != nil || topShape.isScalar
        if isScalarTop {
            let entries = columns.map { $0[0] }
            if varied.count == bottomShape.count { return KeyReader.array(entries, bottomShape) }
            return ReadNumbers(entries.count, 1, entries)
        }
        return ReadNumbers(
            topShape.count, columns.count, (0..<topShape.count).flatMap { row in columns.map { $0[row] } })
    }

    /// What a name, or a derivative, is where other names have other values.
    func value(
        of maths: Maths, with others: [Maths: ReadNumbers], names: [Maths: ReadNumbers]
    ) throws -> ReadNumbers? {
        let known = try following(from: names.merging(others) { $1 }, changed: Set(others.keys))
        if case .derivative(let quantity, let variables) = maths {
            return try derivative(of: quantity, by: variables[0], names: known)
        }
        return known[maths]
    }

    private func evaluate(
        _ top: Maths, from names: [Maths: ReadNumbers], holding: Maths, through: Bool
    ) throws -> ReadNumbers {
        if through { return try following(from: names, changed: [holding])[top] ?? ReadNumbers(.nan) }
        guard let equation = equations.first(where: { $0.name == top }) else { return ReadNumbers(.nan) }
        return try reader(names).read(equation.side)
    }

    /// All names worked out again that follow from some that have changed.
    private func following(
        from names: [Maths: ReadNumbers], changed: Set<Maths>
    ) throws -> [Maths: ReadNumbers] {
        var known = names
        var changed = changed
        var rest = equations.filter { !changed.contains($0.name) }
        while !rest.isEmpty {
            let ready = rest.filter { equation in
                !rest.contains { $0.name != equation.name && equation.side.mentions($0.name) }
            }
            guard !ready.isEmpty else { break }
            for equation in ready
            where changed.contains(where: equation.side.mentions) && !equation.side.isMoreThanValues {
                known[equation.name] = try reader(known).read(equation.side)
                changed.insert(equation.name)
            }
            rest.removeAll { equation in ready.contains { $0.name == equation.name } }
        }
        return known
    }

    private func reader(_ names: [Maths: ReadNumbers]) -> FormulaReader {
        var all = names
        for (name, numbers) in names {
            guard let shape = shapes[name], !shape.isScalar else { continue }
            for (entry, value) in numbers.entries.enumerated() {
                let indices = shape.isRowOrColumn ? [entry + 1] : shape.indices(ofEntry: entry)
                all[.entry(indices.map(Maths.integer), of: name)] = ReadNumbers(value)
            }
        }
        return FormulaReader(names: all, value: value)
    }

    /// A name with the entries that are meant: all, one, or those of a slice.
    private func places(of maths: Maths) -> (name: Maths, entries: [Int])? {
        if let (name, entry) = place(of: maths), let shape = shapes[name] {
            return (name, entry.map { [$0] } ?? Array(0..<shape.count))
        }
        for (name, shape) in shapes where shape.rank == 2 {
            let (rows, columns) = (shape.dimensions[0], shape.dimensions[1])
            for row in 0..<rows where .entry([.integer(row + 1), .text(":")], of: name) == maths {
                return (name, (0..<columns).map { row * columns + $0 })
            }
            for column in 0..<columns where .entry([.text(":"), .integer(column + 1)], of: name) == maths {
                return (name, (0..<rows).map { $0 * columns + column })
            }
        }
        return nil
    }

    private func place(of maths: Maths) -> (name: Maths, entry: Int?)? {
        if shapes[maths] != nil { return (maths, nil) }
        for (name, shape) in shapes where !shape.isScalar {
            for entry in 0..<shape.count {
                let indices = shape.isRowOrColumn ? [entry + 1] : shape.indices(ofEntry: entry)
                if .entry(indices.map(Maths.integer), of: name) == maths { return (name, entry) }
            }
        }
        return nil
    }
}

extension Maths {
    fileprivate func mentions(_ name: Maths) -> Bool {
        var found = false
        let withoutDerivatives = replacing { piece in
            if case .derivative = piece { .text("") } else { piece }
        }
        _ = withoutDerivatives.replacing { piece in
            if piece == name { found = true }
            if case .scripts(let base, let sub?, let sup) = name, case .scripts(base, .list(let items)?, sup) = piece,
                items.first == sub
            {
                found = true
            }
            if case .scripts(let base, nil, let sup) = name, case .scripts(base, .some, sup) = piece { found = true }
            return piece
        }
        return found
    }

    fileprivate var isMoreThanValues: Bool {
        var found = false
        _ = replacing { piece in
            if case .derivative = piece { found = true }
            if case .text("|") = piece { found = true }
            return piece
        }
        return found
    }
}

extension [Block] {
    /// Equations that stand together, wherever they are.
    fileprivate var equations: [[Maths]] {
        flatMap { block -> [[Maths]] in
            switch block {
            case .equations(let equations): return [equations]
            case .formulas(let formulas): return formulas.map { [$0] }
            case .display(let maths): return [[maths]]
            case .part(let part): return part.blocks.equations
            case .group(let blocks), .quote(let blocks): return blocks.equations
            default: return []
            }
        }
    }
}

extension Number {
    fileprivate var double: Double {
        switch self {
        case .exact(let number): number.double
        case .real(let number): number
        }
    }
}
