import Exact

/// What a machine does in one step, for all lanes, in one kind of number.
enum MachineOperation: UInt8, Hashable, Sendable {
    case copy, add, subtract, multiply, divide, negate, power, absolute, floor, maximum, minimum
    case less, lessOrEqual, equal, notEqual, select
    case exponential, logarithm, squareRoot, tanh, sigmoid
    /// Numerators over `factorA` become rational or real numbers.
    case fromInteger
    /// Rational numbers become real.
    case fromRational
    /// The nearest whole number, of a rational and of a real number; always rational.
    case round, roundReal
    /// `a` unless pin `c` is overridden, then `b`.
    case pin
}

/// One step: registers of one kind of number, and the factors that bring scaled integers to one denominator.
struct MachineInstruction: Hashable, Sendable {
    let operation: MachineOperation
    /// Of the target and, but for conversions, of the operands.
    let kind: NumberKind
    let target: Int32
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    var factorA: Int64 = 1
    var factorB: Int64 = 1
}

/// Where a number stands in a machine.
package struct Location: Hashable, Sendable {
    let kind: NumberKind
    let register: Int32
    /// Of a scaled integer; 1 for other kinds.
    let denominator: Int64

    /// Whether the number is a floating-point one.
    package var isReal: Bool { kind == .real }
    /// Whether the number is whole on every sheet.
    package var isWhole: Bool { kind == .integer && denominator == 1 }
}

/// A straight line of instructions in stages, ready to run.
///
/// Each stage computes the outputs that it was asked for and that no stage before it has computed, so that a draw can be
/// given up after the first that fails.
package struct Program: Sendable {
    let instructions: [MachineInstruction]
    let stages: [Range<Int>]
    /// How many registers there are of each kind.
    let integerCount: Int
    /// Whether all scaled integers, and what is made of them on the way, are narrow.
    let isNarrow: Bool
    let rationalCount: Int
    let realCount: Int
    /// Registers that are filled once.
    let constants: [(location: Location, value: Rational)]
    /// Where each input goes; nil for one that is not needed.
    package let inputs: [Location?]
    /// Which numerators an input may have; nil for a rational one.
    let inputRanges: [ScaledRange?]
    /// The outputs of each stage, in the order in which they were asked for.
    package let outputs: [[Location]]
    /// The registers that hold what overrides a pin, by the pin's index and in each kind that is needed.
    let overrides: [Int: [Location]]

    /// How many instructions a run takes.
    package var count: Int { instructions.count }
}

extension Location {
    /// The denominator of a scaled integer; nil for other kinds.
    package var scaledDenominator: Int64? { kind == .integer ? denominator : nil }
}

/// An input that is a scaled integer, and which numerators it may have.
package struct ScaledInput: Sendable {
    /// Where its numerators stand.
    package let location: Location
    private let range: ScaledRange

    init(location: Location, range: ScaledRange) {
        self.location = location
        self.range = range
    }

    /// The numerator of a whole number; nil for one that the program was not made for.
    package func numerator(of integer: Int64) -> Int64? {
        let (numerator, overflow) = integer.multipliedReportingOverflow(by: range.denominator)
        return !overflow && numerator >= range.low && numerator <= range.high ? numerator : nil
    }
}

extension Program {
    /// The input with an index, if it is a scaled integer that the program needs.
    package func scaledInput(_ index: Int) -> ScaledInput? {
        guard let location = inputs[index], let range = inputRanges[index] else { return nil }
        return ScaledInput(location: location, range: range)
    }
}
