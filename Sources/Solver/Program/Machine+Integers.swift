extension Machine {
    /// The steps on scaled integers, which the program builder has proven to fit, up to the first of another kind.
    ///
    /// - Returns: Where the steps on scaled integers end.
    func runIntegers(
        _ instructions: UnsafeBufferPointer<MachineInstruction>, _ range: Range<Int>, _ lanes: Int
    ) -> Int {
        let end = range.first { instructions[$0].kind != .integer } ?? range.upperBound
        let steps = UnsafeBufferPointer(rebasing: instructions[range.lowerBound..<end])
        switch integers {
        case .narrow(let numbers): for step in steps { run(step, on: numbers, lanes) }
        case .wide(let numbers): for step in steps { run(step, on: numbers, lanes) }
        }
        return end
    }

    @inline(__always)
    private func run<Lane: FixedWidthInteger & SignedInteger>(
        _ instruction: MachineInstruction, on registers: UnsafeMutablePointer<Lane>, _ lanes: Int
    ) {
        let target = registers + Int(instruction.target) * Self.width
        let a = UnsafePointer(registers + Int(instruction.a) * Self.width)
        let b = UnsafePointer(registers + Int(instruction.b) * Self.width)
        let factorA = Lane(truncatingIfNeeded: instruction.factorA)
        let factorB = Lane(truncatingIfNeeded: instruction.factorB)
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
            let c = UnsafePointer(registers + Int(instruction.c) * Self.width)
            for lane in 0..<lanes { target[lane] = a[lane] != 0 ? b[lane] &* factorA : c[lane] &* factorB }
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
    private func combine<Lane: FixedWidthInteger>(
        _ target: UnsafeMutablePointer<Lane>, _ a: UnsafePointer<Lane>, _ b: UnsafePointer<Lane>,
        _ factorA: Lane, _ factorB: Lane, _ lanes: Int, _ body: (Lane, Lane) -> Lane
    ) {
        if factorA == 1 && factorB == 1 {
            for lane in 0..<lanes { target[lane] = body(a[lane], b[lane]) }
            return
        }
        for lane in 0..<lanes { target[lane] = body(a[lane] &* factorA, b[lane] &* factorB) }
    }
}
