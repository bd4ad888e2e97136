import Exact

extension Maths {
    /// A formula of no pieces.
    package static let nothing = Maths.row([])

    /// A whole number.
    package static func integer(_ value: Int) -> Maths { .number(Rational(value)) }

    /// A variable's name.
    package static func variable(_ name: String) -> Maths { .identifier(name, .italic) }

    /// A matrix of one column.
    package static func column(_ entries: [Maths]) -> Maths { .matrix(entries.map { [$0] }) }

    /// A function's derivative, with a stroke behind its name.
    package static func prime(_ name: Maths) -> Maths {
        if case .scripts(let base, let sub, nil) = name { return .scripts(prime(base), sub: sub, sup: nil) }
        return .row([name, .text("\u{2032}")])
    }

    /// The chain a = b = c.
    package static func equation(_ first: Maths, _ others: Maths...) -> Maths {
        .relation(first, others.map { Link(.equal, $0) })
    }

    /// Indices as they are written below a name: side by side where each is a single digit, otherwise with commas.
    package static func indices(_ indices: [Maths]) -> Maths {
        if indices.count == 1 { return indices[0] }
        let allDigits = indices.allSatisfy { index in
            guard case .number(let number) = index else { return false }
            return number.isInteger && !number.isNegative && number < Rational(10)
        }
        return allDigits ? .row(indices) : .list(indices)
    }
}
