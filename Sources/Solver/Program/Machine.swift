import Exact

/// Runs a program for up to 64 draws at once, one a lane.
///
/// Registers are columns of lanes; results stay readable until the next run. A machine belongs to one thread.
package final class Machine {
    /// What it runs.
    package let program: Program

    /// How many lanes there are.
    package static let width = 64

    let integers: UnsafeMutablePointer<Int64>
    let rationals: UnsafeMutablePointer<Rational>
    let reals: UnsafeMutablePointer<Double>
    /// For each pin, which lanes override it.
    var overriddenLanes: [UInt64]

    /// Memory for a program's registers, its constants filled in.
    package init(_ program: Program) {
        self.program = program
        let pins = (program.overrides.keys.max() ?? -1) + 1
        overriddenLanes = Array(repeating: 0, count: pins)
        integers = .allocate(capacity: max(1, program.integerCount * Self.width))
        rationals = .allocate(capacity: max(1, program.rationalCount * Self.width))
        reals = .allocate(capacity: max(1, program.realCount * Self.width))
        integers.initialize(repeating: 0, count: program.integerCount * Self.width)
        rationals.initialize(repeating: .zero, count: program.rationalCount * Self.width)
        reals.initialize(repeating: 0, count: program.realCount * Self.width)
        for (location, value) in program.constants {
            for lane in 0..<Self.width { store(value, at: location, lane: lane) }
        }
    }

    deinit {
        integers.deallocate()
        rationals.deallocate()
        reals.deallocate()
    }

    /// Sets a given number in one lane; false if it is none that the program was made for.
    package func set(input index: Int, to value: Rational, lane: Int) -> Bool {
        guard let location = program.inputs[index] else { return true }
        if let range = program.inputRanges[index] {
            let scaled = value * Rational(Int(range.denominator))
            guard scaled.isInteger, scaled.numerator >= Int128(range.low), scaled.numerator <= Int128(range.high)
            else { return false }
        }
        store(value, at: location, lane: lane)
        return true
    }

    /// The lanes of a scaled integer, to be set to numerators over its own denominator, which are trusted.
    package func numerators(at location: Location) -> UnsafeMutablePointer<Int64> {
        integers + Int(location.register) * Self.width
    }

    /// Replaces an asked entry by another number in one lane, from the next run on.
    package func override(pin index: Int, with number: Number, lane: Int) {
        for location in program.overrides[index] ?? [] {
            overriddenLanes[index] |= 1 << UInt64(lane)
            switch (location.kind, number) {
            case (.rational, .exact(let value)): store(value, at: location, lane: lane)
            case (.rational, .real): store(.undefined, at: location, lane: lane)
            default: reals[Int(location.register) * Self.width + lane] = number.double
            }
        }
    }

    /// Takes back all overrides.
    package func clearOverrides() {
        for index in overriddenLanes.indices { overriddenLanes[index] = 0 }
    }

    /// Runs all stages.
    package func run(lanes: Int = Machine.width) {
        for stage in program.stages.indices { run(stage: stage, lanes: lanes) }
    }

    /// Runs one stage; those before it must have run on the same inputs.
    package func run(stage: Int, lanes: Int = Machine.width) {
        program.instructions.withUnsafeBufferPointer { instructions in
            for index in program.stages[stage] {
                let instruction = instructions[index]
                switch instruction.kind {
                case .integer: runInteger(instruction, lanes)
                case .rational: runRational(instruction, lanes)
                case .real: runReal(instruction, lanes)
                }
            }
        }
    }

    /// The number at a place in one lane.
    @inline(__always)
    package func number(at location: Location, lane: Int) -> Number {
        let place = Int(location.register) * Self.width + lane
        switch location.kind {
        case .integer:
            let numerator = integers[place]
            return .exact(
                location.denominator == 1
                    ? Rational(Int(numerator)) : Rational(Int128(numerator), Int128(location.denominator)))
        case .rational: return .exact(rationals[place])
        case .real: return .real(reals[place])
        }
    }

    /// A scaled integer's numerator in one lane; nil for other kinds.
    @inline(__always)
    package func numerator(at location: Location, lane: Int) -> (numerator: Int64, denominator: Int64)? {
        guard location.kind == .integer else { return nil }
        return (integers[Int(location.register) * Self.width + lane], location.denominator)
    }

    /// Two scaled integers' numerators in one lane; nil where they are over different denominators or of other kinds.
    @inline(__always)
    package func numerators(at first: Location, _ second: Location, lane: Int) -> (Int64, Int64)? {
        guard first.kind == .integer, second.kind == .integer, first.denominator == second.denominator else {
            return nil
        }
        return (integers[Int(first.register) * Self.width + lane], integers[Int(second.register) * Self.width + lane])
    }

    /// The lanes in which a condition holds: its number is there and not 0.
    package func lanes(where location: Location, of count: Int = Machine.width) -> UInt64 {
        let start = Int(location.register) * Self.width
        var mask = 0 as UInt64
        switch location.kind {
        case .integer:
            for lane in 0..<count { mask |= (integers[start + lane] != 0 ? 1 : 0) << UInt64(lane) }
        case .rational:
            for lane in 0..<count {
                let number = rationals[start + lane]
                mask |= (!number.isUndefined && !number.isZero ? 1 : 0) << UInt64(lane)
            }
        case .real:
            for lane in 0..<count {
                mask |= (reals[start + lane].isFinite && reals[start + lane] != 0 ? 1 : 0) << UInt64(lane)
            }
        }
        return mask
    }

    private func store(_ value: Rational, at location: Location, lane: Int) {
        let place = Int(location.register) * Self.width + lane
        switch location.kind {
        case .integer:
            integers[place] = Int64(truncatingIfNeeded: (value * Rational(Int(location.denominator))).numerator)
        case .rational: rationals[place] = value
        case .real: reals[place] = value.double
        }
    }
}
