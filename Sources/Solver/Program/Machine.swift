import Exact

/// Runs a program for up to 64 draws at once, one a lane.
///
/// Registers are columns of lanes; results stay readable until the next run. A machine belongs to one thread.
package final class Machine {
    /// What it runs.
    package let program: Program

    /// How many lanes there are.
    @inlinable package static var width: Int { 64 }

    let integers: IntegerRegisters
    let rationals: UnsafeMutablePointer<Rational>
    let reals: UnsafeMutablePointer<Double>
    /// For each pin, which lanes override it.
    var overriddenLanes: [UInt64]

    /// Memory for a program's registers, its constants filled in.
    package init(_ program: Program) {
        self.program = program
        let pins = (program.overrides.keys.max() ?? -1) + 1
        overriddenLanes = Array(repeating: 0, count: pins)
        integers = IntegerRegisters(count: program.integerCount * Self.width, isNarrow: program.isNarrow)
        rationals = .allocate(capacity: max(1, program.rationalCount * Self.width))
        reals = .allocate(capacity: max(1, program.realCount * Self.width))
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

    /// Sets the numerator of a scaled integer over its own denominator in one lane; it is trusted.
    @inline(__always)
    package func set(numerator: Int64, at location: Location, lane: Int) {
        integers[Int(location.register) * Self.width + lane] = numerator
    }

    /// Sets a scaled integer in the first lanes to the numerators that their digits choose.
    package func set(
        _ numerators: SteppedNumerators, at location: Location, by digits: UnsafePointer<UInt32>, lanes: Int
    ) {
        let start = Int(location.register) * Self.width
        switch integers {
        case .narrow(let numbers): numerators.write(digits, to: numbers + start, lanes: lanes)
        case .wide(let numbers): numerators.write(digits, to: numbers + start, lanes: lanes)
        }
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
            let stage = program.stages[stage]
            var index = stage.lowerBound
            while index < stage.upperBound {
                switch instructions[index].kind {
                case .integer:
                    index = runIntegers(instructions, index..<stage.upperBound, lanes)
                    continue
                case .rational: runRational(instructions[index], lanes)
                case .real: runReal(instructions[index], lanes)
                }
                index += 1
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
