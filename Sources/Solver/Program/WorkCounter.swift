/// Counts what a person multiplies on the way to a number.
///
/// A product counts 1 where a factor is 1 or −1, else 2, and a quotient likewise; sums are free. Where a factor is 0, the
/// product is, and nobody works the other one out.
package struct WorkCounter: Sendable {
    private let program: Program
    /// By kind and register, the instruction that writes it; −1 where none does. Each register is written once.
    private let writers: [[Int]]

    /// A counter for the runs of a program.
    package init(_ program: Program) {
        self.program = program
        var writers = [program.integerCount, program.rationalCount, program.realCount]
            .map { Array(repeating: -1, count: $0) }
        for (index, instruction) in program.instructions.enumerated() {
            writers[instruction.kind.place][Int(instruction.target)] = index
        }
        self.writers = writers
    }

    /// The overridden entries, of `ends`, that the way to the asked entry `pin` at `target` begins with.
    ///
    /// Complexity: linear in the instructions, as is ``products(to:ofPin:from:in:lane:)``.
    package func beginnings(of target: Location, ofPin pin: Int, among ends: Set<Int>) -> Set<Int> {
        var found: Set<Int> = []
        forEachStep(to: target) { instruction in
            guard instruction.operation == .pin, Int(instruction.c) != pin, ends.contains(Int(instruction.c)) else {
                return instruction.sources
            }
            found.insert(Int(instruction.c))
            return []
        }
        return found
    }

    /// The products on the way to the asked entry `pin` at `target` from the given numbers and the overridden entries
    /// `ends`, in a lane of a machine that has run.
    package func products(
        to target: Location, ofPin pin: Int, from ends: Set<Int>, in machine: Machine, lane: Int
    ) -> Int {
        var products = 0
        forEachStep(to: target) { instruction in
            switch instruction.operation {
            case .pin where Int(instruction.c) != pin && ends.contains(Int(instruction.c)): return []
            case .multiply, .divide:
                let factors = [instruction.a, instruction.b].map { register in
                    (register, machine.magnitude(instruction.kind, register, lane: lane))
                }
                if let zero = factors.first(where: { $0.1 == 0 }) { return [(instruction.kind, zero.0)] }
                products += factors.contains { $0.1 == 1 } ? 1 : 2
            default: break
            }
            return instruction.sources
        }
        return products
    }

    /// Calls `body` once for each instruction on the way back from a register, which says where the way goes on.
    private func forEachStep(
        to target: Location, _ body: (MachineInstruction) -> [(kind: NumberKind, register: Int32)]
    ) {
        var isSeen = [Bool](repeating: false, count: program.instructions.count)
        var open: [(kind: NumberKind, register: Int32)] = [(target.kind, target.register)]
        while let next = open.popLast() {
            let index = writers[next.kind.place][Int(next.register)]
            if index < 0 || isSeen[index] { continue }
            isSeen[index] = true
            open += body(program.instructions[index])
        }
    }
}

extension MachineInstruction {
    /// The registers that are read.
    fileprivate var sources: [(kind: NumberKind, register: Int32)] {
        switch operation {
        case .fromInteger: [(.integer, a)]
        case .fromRational, .round: [(.rational, a)]
        case .roundReal: [(.real, a)]
        case .copy, .negate, .absolute, .floor, .exponential, .logarithm, .squareRoot, .tanh, .sigmoid, .pin:
            [(kind, a)]
        case .select: [(kind, a), (kind, b), (kind, c)]
        case .add, .subtract, .multiply, .divide, .power, .maximum, .minimum, .less, .lessOrEqual, .equal, .notEqual:
            [(kind, a), (kind, b)]
        }
    }
}

extension NumberKind {
    fileprivate var place: Int {
        switch self {
        case .integer: 0
        case .rational: 1
        case .real: 2
        }
    }
}

extension Machine {
    /// About how large a register's number is; of a scaled integer the numerator.
    fileprivate func magnitude(_ kind: NumberKind, _ register: Int32, lane: Int) -> Double {
        let place = Int(register) * Self.width + lane
        switch kind {
        case .integer: return Double(integers[place].magnitude)
        case .rational: return rationals[place].double.magnitude
        case .real: return reals[place].magnitude
        }
    }

    /// Sets all inputs of some lanes to those that another machine has in its lane 0.
    package func copyInputs(of other: Machine, lanes: Int) {
        for (index, location) in other.program.inputs.enumerated() {
            guard let location, case .exact(let value) = other.number(at: location, lane: 0) else { continue }
            for lane in 0..<lanes { _ = set(input: index, to: value, lane: lane) }
        }
    }
}
