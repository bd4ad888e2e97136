import Exact

extension ProgramBuilder {
    /// Writes an instruction on scaled integers; false, with nothing written, where the result may not fit or is no
    /// integer over a denominator that is known now.
    mutating func translateScaled(_ slot: Slot) -> Bool {
        let instruction = code.instructions[Int(slot)]
        let ranges = code.operands(of: slot).compactMap { operand -> ScaledRange? in
            if case .integer(let range) = domain(operand) { return range }
            return nil
        }
        switch instruction.operation {
        case .multiply: return multiply(slot, instruction, ranges[0], ranges[1])
        case .divide: return divide(slot, instruction, ranges[0])
        case .negate:
            return scaled(slot, ScaledRange(-Int128(ranges[0].high), -Int128(ranges[0].low), over: ranges[0].over))
        case .absolute:
            let most = max(ranges[0].low.magnitude, ranges[0].high.magnitude)
            let least = ranges[0].low > 0 ? ranges[0].low.magnitude : ranges[0].high < 0 ? ranges[0].high.magnitude : 0
            return scaled(slot, ScaledRange(Int128(least), Int128(most), over: ranges[0].over))
        case .floor:
            let low = Rational(Int128(ranges[0].low), ranges[0].over).floor.numerator
            let high = Rational(Int128(ranges[0].high), ranges[0].over).floor.numerator
            return scaled(slot, ScaledRange(low, high, over: 1), factorA: ranges[0].denominator)
        case .select:
            guard let common = commonDenominator(ranges[1], ranges[2]) else { return false }
            let (a, b) = (ranges[1].scaled(by: common.factorA), ranges[2].scaled(by: common.factorB))
            return scaled(
                slot, ScaledRange(min(a.low, b.low), max(a.high, b.high), over: common.denominator),
                factorA: common.factorA, factorB: common.factorB)
        default:
            guard let common = commonDenominator(ranges[0], ranges[1]) else { return false }
            let (a, b) = (ranges[0].scaled(by: common.factorA), ranges[1].scaled(by: common.factorB))
            let range: ScaledRange?
            switch instruction.operation {
            case .add: range = ScaledRange(a.low + b.low, a.high + b.high, over: common.denominator)
            case .subtract: range = ScaledRange(a.low - b.high, a.high - b.low, over: common.denominator)
            case .maximum: range = ScaledRange(max(a.low, b.low), max(a.high, b.high), over: common.denominator)
            case .minimum: range = ScaledRange(min(a.low, b.low), min(a.high, b.high), over: common.denominator)
            case .less, .lessOrEqual, .equal, .notEqual: range = ScaledRange(0, 1, over: 1)
            default: range = nil
            }
            return scaled(slot, range, factorA: common.factorA, factorB: common.factorB)
        }
    }

    /// Factors that bring two ranges to their least common denominator, where the numerators then still fit.
    private mutating func commonDenominator(
        _ a: ScaledRange, _ b: ScaledRange
    ) -> (denominator: Int128, factorA: Int64, factorB: Int64)? {
        let divisor = Int64(
            greatestCommonDivisor(UInt64(a.denominator), UInt64(b.denominator)))
        let factorA = b.denominator / divisor
        let factorB = a.denominator / divisor
        let denominator = Int128(a.denominator) * Int128(factorA)
        let (scaledA, scaledB) = (a.scaled(by: factorA), b.scaled(by: factorB))
        guard let a = ScaledRange(scaledA.low, scaledA.high, over: denominator),
            let b = ScaledRange(scaledB.low, scaledB.high, over: denominator)
        else { return nil }
        for number in [a.low, a.high, b.low, b.high] { note(number) }
        return (denominator, factorA, factorB)
    }

    private mutating func multiply(
        _ slot: Slot, _ instruction: Code.Instruction, _ a: ScaledRange, _ b: ScaledRange
    ) -> Bool {
        let corners = [a.low, a.high].flatMap { x in
            [b.low, b.high].map { y in Int128(x) * Int128(y) }
        }
        let denominator = a.over * b.over
        guard let low = corners.min(), let high = corners.max(),
            let range = ScaledRange(low, high, over: denominator)
        else { return false }
        // A constant factor 1/q only changes the denominator: the same register serves.
        for (factor, other) in [(instruction.a, instruction.b), (instruction.b, instruction.a)] {
            if let value = code.constantValue(factor), value.numerator == 1, let source = locations[Int(other)] {
                domains[Int(slot)] = .integer(range)
                locations[Int(slot)] = Location(
                    kind: .integer, register: source.register, denominator: range.denominator)
                return true
            }
        }
        return scaled(slot, range)
    }

    /// Division by a constant p/q multiplies the numerators by q and the denominator by p.
    private mutating func divide(_ slot: Slot, _ instruction: Code.Instruction, _ a: ScaledRange) -> Bool {
        guard let divisor = code.constantValue(instruction.b), !divisor.isZero, !divisor.isUndefined,
            let factor = Int64(exactly: divisor.isNegative ? -divisor.denominator : divisor.denominator),
            divisor.numerator.magnitude <= UInt128(ScaledRange.largestDenominator)
        else { return false }
        let (low, overflow1) = Int128(a.low).multipliedReportingOverflow(by: Int128(factor))
        let (high, overflow2) = Int128(a.high).multipliedReportingOverflow(by: Int128(factor))
        guard !overflow1, !overflow2,
            let range = ScaledRange(min(low, high), max(low, high), over: a.over * Int128(divisor.numerator.magnitude)),
            let source = locations[Int(instruction.a)]
        else { return false }
        if factor == 1 {
            domains[Int(slot)] = .integer(range)
            locations[Int(slot)] = Location(kind: .integer, register: source.register, denominator: range.denominator)
            return true
        }
        note(factor)
        let target = assign(slot, .integer(range))
        instructions.append(
            MachineInstruction(
                operation: .copy, kind: .integer, target: target.register, a: source.register, factorA: factor))
        return true
    }

    private mutating func scaled(
        _ slot: Slot, _ range: ScaledRange?, factorA: Int64 = 1, factorB: Int64 = 1
    ) -> Bool {
        guard let range else { return false }
        note(factorA)
        note(factorB)
        let from = code.operands(of: slot).map { location($0, as: .integer).register }
        let target = assign(slot, .integer(range))
        instructions.append(
            MachineInstruction(
                operation: code.instructions[Int(slot)].operation.machineOperation, kind: .integer,
                target: target.register, a: from[0], b: from.count > 1 ? from[1] : 0, c: from.count > 2 ? from[2] : 0,
                factorA: factorA, factorB: factorB))
        return true
    }
}

extension ScaledRange {
    /// The denominator, wide enough to multiply.
    var over: Int128 { Int128(denominator) }
}

extension Program {
    /// Lowers code to a machine's instructions.
    ///
    /// `stages` names the slots that each stage must have computed. Numbers that a run may override (`isOverridable`)
    /// are fractions, since a student's answer keeps to no range.
    package init(_ code: Code, stages: [[Slot]], inputs: [InputRange], isOverridable: Bool = false) {
        var builder = ProgramBuilder(code, inputs: inputs, isOverridable: isOverridable)
        var ranges: [Range<Int>] = []
        var outputs: [[Location]] = []
        for stage in stages {
            let start = builder.instructions.count
            for slot in stage { builder.write(slot) }
            outputs.append(stage.map { builder.location($0, as: builder.domain($0).kind) })
            ranges.append(start..<builder.instructions.count)
        }
        self.init(
            instructions: builder.instructions, stages: ranges, integerCount: builder.count(of: .integer),
            isNarrow: builder.largest <= IntegerRegisters.largestNarrow,
            rationalCount: builder.count(of: .rational), realCount: builder.count(of: .real),
            constants: builder.constants, inputs: builder.inputs, inputRanges: inputs.map(\.range), outputs: outputs,
            overrides: builder.overrides)
    }
}
