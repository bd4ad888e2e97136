import Exact

/// Chooses each slot's arithmetic and writes the machine's instructions.
struct ProgramBuilder {
    let code: Code
    let inputRanges: [InputRange]
    let isOverridable: Bool

    var domains: [Domain?]
    var locations: [Location?]
    var instructions: [MachineInstruction] = []
    var constants: [(location: Location, value: Rational)] = []
    var inputs: [Location?]
    var overrides: [Int: [Location]] = [:]
    /// The greatest magnitude that a scaled integer, or a factor of one, can have.
    private(set) var largest: Int128 = 1
    private var counts: [NumberKind: Int32] = [:]
    private var converted: [Conversion: Location] = [:]

    private struct Conversion: Hashable {
        let slot: Slot
        let kind: NumberKind
    }

    init(_ code: Code, inputs: [InputRange], isOverridable: Bool) {
        self.code = code
        self.inputRanges = inputs
        self.isOverridable = isOverridable
        domains = Array(repeating: nil, count: code.count)
        locations = Array(repeating: nil, count: code.count)
        self.inputs = Array(repeating: nil, count: inputs.count)
    }

    /// How many registers of a kind are in use.
    func count(of kind: NumberKind) -> Int { Int(counts[kind] ?? 0) }

    mutating func newLocation(_ domain: Domain) -> Location {
        let register = counts[domain.kind] ?? 0
        counts[domain.kind] = register + 1
        if case .integer(let range) = domain {
            note(range.low)
            note(range.high)
            return Location(kind: .integer, register: register, denominator: range.denominator)
        }
        return Location(kind: domain.kind, register: register, denominator: 1)
    }

    /// Remembers that a number, or a factor of numbers, must fit.
    mutating func note(_ number: Int64) { largest = max(largest, Int128(number.magnitude)) }

    /// Writes the instructions that a slot still lacks.
    mutating func write(_ slot: Slot) {
        var stack = [slot]
        while let next = stack.last {
            if locations[Int(next)] != nil {
                stack.removeLast()
                continue
            }
            let missing = code.operands(of: next).filter { locations[Int($0)] == nil }
            if missing.isEmpty {
                translate(next)
                stack.removeLast()
            } else {
                stack.append(contentsOf: missing.reversed())
            }
        }
    }

    /// A slot's domain once it is written.
    func domain(_ slot: Slot) -> Domain { domains[Int(slot)] ?? .rational }

    /// Where a slot's number stands in a kind that is at least its own, converting it on first use.
    mutating func location(_ slot: Slot, as kind: NumberKind) -> Location {
        let own = locations[Int(slot)] ?? Location(kind: kind, register: 0, denominator: 1)
        if own.kind == kind { return own }
        let conversion = Conversion(slot: slot, kind: kind)
        if let known = converted[conversion] { return known }
        let target = newLocation(kind == .real ? .real : .rational)
        if let value = code.constantValue(slot) {
            constants.append((target, value))
        } else {
            instructions.append(
                MachineInstruction(
                    operation: own.kind == .integer ? .fromInteger : .fromRational, kind: kind,
                    target: target.register, a: own.register, factorA: own.denominator))
        }
        converted[conversion] = target
        return target
    }

    /// Gives a slot a new register and records its domain.
    mutating func assign(_ slot: Slot, _ domain: Domain) -> Location {
        let location = newLocation(domain)
        domains[Int(slot)] = domain
        locations[Int(slot)] = location
        return location
    }

    private mutating func translate(_ slot: Slot) {
        let instruction = code.instructions[Int(slot)]
        switch instruction.operation {
        case .constant:
            let value = code.constants[Int(instruction.a)]
            constants.append((assign(slot, ScaledRange(value).map(Domain.integer) ?? .rational), value))
        case .input:
            let index = Int(instruction.a)
            inputs[index] = assign(slot, inputRanges[index].range.map(Domain.integer) ?? .rational)
        case .pin:
            translatePin(slot, of: instruction.a, index: Int(instruction.b))
        default:
            let kinds = code.operands(of: slot).map { domain($0).kind }
            let widest = kinds.max() ?? .integer
            if instruction.operation == .round {
                translateRounding(slot, of: instruction.a)
            } else if instruction.operation.isTranscendental {
                translate(slot, as: .real)
            } else if widest == .integer {
                if !translateScaled(slot) { translate(slot, as: .rational) }
            } else {
                translate(slot, as: widest)
            }
        }
    }

    /// Rounding ends what is real.
    private mutating func translateRounding(_ slot: Slot, of source: Slot) {
        let isReal = domain(source).kind == .real
        let from = location(source, as: isReal ? .real : .rational)
        let target = assign(slot, .rational)
        instructions.append(
            MachineInstruction(
                operation: isReal ? .roundReal : .round, kind: .rational, target: target.register, a: from.register))
    }

    private mutating func translatePin(_ slot: Slot, of source: Slot, index: Int) {
        guard isOverridable else {
            let from = location(source, as: domain(source).kind)
            let target = assign(slot, domain(source))
            instructions.append(
                MachineInstruction(
                    operation: .copy, kind: target.kind, target: target.register, a: from.register))
            return
        }
        let kind = max(.rational, domain(source).kind)
        let from = location(source, as: kind)
        let target = assign(slot, kind == .real ? .real : .rational)
        // The same pin may be real in one calculation and rational in another.
        let known = overrides[index]?.first { $0.kind == kind }
        let register = known ?? newLocation(kind == .real ? .real : .rational)
        if known == nil { overrides[index, default: []].append(register) }
        instructions.append(
            MachineInstruction(
                operation: .pin, kind: kind, target: target.register, a: from.register, b: register.register,
                c: Int32(index)))
    }

    private mutating func translate(_ slot: Slot, as kind: NumberKind) {
        let instruction = code.instructions[Int(slot)]
        let from = code.operands(of: slot).map { location($0, as: kind).register }
        let target = assign(slot, kind == .real ? .real : .rational)
        instructions.append(
            MachineInstruction(
                operation: instruction.operation.machineOperation, kind: kind, target: target.register,
                a: from[0], b: from.count > 1 ? from[1] : 0, c: from.count > 2 ? from[2] : 0))
    }
}

extension ScalarOperation {
    /// Whether the result is real whatever the operands are.
    var isTranscendental: Bool {
        switch self {
        case .exponential, .logarithm, .squareRoot, .tanh, .sigmoid, .power: true
        default: false
        }
    }

    var machineOperation: MachineOperation {
        switch self {
        case .constant, .input, .pin: .copy
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .negate: .negate
        case .power: .power
        case .absolute: .absolute
        case .floor: .floor
        case .round: .round
        case .maximum: .maximum
        case .minimum: .minimum
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .equal: .equal
        case .notEqual: .notEqual
        case .select: .select
        case .exponential: .exponential
        case .logarithm: .logarithm
        case .squareRoot: .squareRoot
        case .tanh: .tanh
        case .sigmoid: .sigmoid
        }
    }
}
