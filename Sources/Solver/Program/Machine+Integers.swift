extension Machine {
    /// One step on scaled integers, which the program builder has proven to fit.
    func runInteger(_ instruction: MachineInstruction, _ lanes: Int) {
        let target = integers + Int(instruction.target) * Self.width
        let a = UnsafePointer(integers + Int(instruction.a) * Self.width)
        let b = UnsafePointer(integers + Int(instruction.b) * Self.width)
        let (factorA, factorB) = (instruction.factorA, instruction.factorB)
        switch instruction.operation {
        case .copy:
            for lane in 0..<lanes { target[lane] = a[lane] &* factorA }
        case .multiply:
            for lane in 0..<lanes { target[lane] = a[lane] &* b[lane] }
        case .negate:
            for lane in 0..<lanes { target[lane] = 0 &- a[lane] }
        case .absolute:
            for lane in 0..<lanes { target[lane] = a[lane] < 0 ? 0 &- a[lane] : a[lane] }
        case .floor:
            for lane in 0..<lanes {
                let (quotient, rest) = a[lane].quotientAndRemainder(dividingBy: factorA)
                target[lane] = rest < 0 ? quotient &- 1 : quotient
            }
        case .select:
            let c = UnsafePointer(integers + Int(instruction.c) * Self.width)
            for lane in 0..<lanes { target[lane] = a[lane] != 0 ? b[lane] &* factorA : c[lane] &* factorB }
        case .add where factorA == 1 && factorB == 1:
            for lane in 0..<lanes { target[lane] = a[lane] &+ b[lane] }
        case .subtract where factorA == 1 && factorB == 1:
            for lane in 0..<lanes { target[lane] = a[lane] &- b[lane] }
        case .add:
            combine(target, a, b, factorA, factorB, lanes) { $0 &+ $1 }
        case .subtract:
            combine(target, a, b, factorA, factorB, lanes) { $0 &- $1 }
        case .maximum:
            combine(target, a, b, factorA, factorB, lanes) { $0 < $1 ? $1 : $0 }
        case .minimum:
            combine(target, a, b, factorA, factorB, lanes) { $1 < $0 ? $1 : $0 }
        case .less:
            combine(target, a, b, factorA, factorB, lanes) { $0 < $1 ? 1 : 0 }
        case .lessOrEqual:
            combine(target, a, b, factorA, factorB, lanes) { $0 <= $1 ? 1 : 0 }
        case .equal:
            combine(target, a, b, factorA, factorB, lanes) { $0 == $1 ? 1 : 0 }
        case .notEqual:
            combine(target, a, b, factorA, factorB, lanes) { $0 != $1 ? 1 : 0 }
        case .divide, .power, .exponential, .logarithm, .squareRoot, .tanh, .sigmoid, .fromInteger, .fromRational, .pin,
            .round, .roundReal:
            break  // never written for scaled integers
        }
    }

    @inline(__always)
    private func combine(
        _ target: UnsafeMutablePointer<Int64>, _ a: UnsafePointer<Int64>, _ b: UnsafePointer<Int64>,
        _ factorA: Int64, _ factorB: Int64, _ lanes: Int, _ body: (Int64, Int64) -> Int64
    ) {
        for lane in 0..<lanes { target[lane] = body(a[lane] &* factorA, b[lane] &* factorB) }
    }
}
