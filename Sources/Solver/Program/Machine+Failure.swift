import Exact

/// Why a calculation has no result.
package enum Failure: String, Hashable, Sendable {
    case divisionByZero = "a division by 0"
    case logarithm = "the logarithm of a number that is not positive"
    case squareRoot = "the square root of a negative number"
    case power = "a power that does not exist"
    case tooNear = "a comparison of real numbers too near to each other to tell apart"
    case tie = "a real number too near to a tie to be rounded"
    case overflow = "numbers too large to be kept exactly"
}

extension Machine {
    /// The first step of a lane's last run that had no result though all that it used was there.
    package func failure(lane: Int) -> Failure? {
        for instruction in program.instructions where instruction.kind != .integer {
            let isFromOther = [.fromInteger, .fromRational, .roundReal].contains(instruction.operation)
            guard !isDefined(instruction.target, instruction.kind, lane) else { continue }
            let operands = isFromOther ? [] : [instruction.a, instruction.b]
            if operands.contains(where: { !isDefined($0, instruction.kind, lane) }) { continue }
            switch instruction.operation {
            case .divide: return isZero(instruction.b, instruction.kind, lane) ? .divisionByZero : .overflow
            case .logarithm: return .logarithm
            case .squareRoot: return .squareRoot
            case .power: return .power
            case .roundReal: return .tie
            case .less, .lessOrEqual, .equal, .notEqual: return .tooNear
            case .select: continue
            default: return .overflow
            }
        }
        return nil
    }

    private func isDefined(_ register: Int32, _ kind: NumberKind, _ lane: Int) -> Bool {
        number(at: Location(kind: kind, register: register, denominator: 1), lane: lane).isDefined
    }

    private func isZero(_ register: Int32, _ kind: NumberKind, _ lane: Int) -> Bool {
        number(at: Location(kind: kind, register: register, denominator: 1), lane: lane).isZero
    }
}
