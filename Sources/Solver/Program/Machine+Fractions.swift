import Exact

extension Machine {
    /// One step on rational numbers.
    func runRational(_ instruction: MachineInstruction, _ lanes: Int) {
        let target = rationals + Int(instruction.target) * Self.width
        switch instruction.operation {
        case .fromInteger:
            let source = Int(instruction.a) * Self.width
            for lane in 0..<lanes {
                target[lane] = Rational(Int128(integers[source + lane]), Int128(instruction.factorA))
            }
        case .round:
            let source = rationals + Int(instruction.a) * Self.width
            for lane in 0..<lanes { target[lane] = source[lane].roundedToWhole }
        case .roundReal:
            let source = reals + Int(instruction.a) * Self.width
            for lane in 0..<lanes { target[lane] = source[lane].roundedToWhole }
        default:
            run(instruction, on: rationals, lanes)
        }
    }

    /// One step on real numbers.
    func runReal(_ instruction: MachineInstruction, _ lanes: Int) {
        let target = reals + Int(instruction.target) * Self.width
        switch instruction.operation {
        case .fromInteger:
            let source = Int(instruction.a) * Self.width
            for lane in 0..<lanes { target[lane] = Double(integers[source + lane]) / Double(instruction.factorA) }
        case .fromRational:
            let source = rationals + Int(instruction.a) * Self.width
            for lane in 0..<lanes { target[lane] = source[lane].double }
        default:
            run(instruction, on: reals, lanes)
        }
    }

    /// One step on numbers that may be undefined.
    @inline(__always)
    private func run<Value: Arithmetic>(
        _ instruction: MachineInstruction, on registers: UnsafeMutablePointer<Value>, _ lanes: Int
    ) {
        let target = registers + Int(instruction.target) * Self.width
        let a = UnsafePointer(registers + Int(instruction.a) * Self.width)
        let b = UnsafePointer(registers + Int(instruction.b) * Self.width)
        let c = UnsafePointer(registers + Int(instruction.c) * Self.width)
        func each(_ body: (Value, Value) -> Value) {
            for lane in 0..<lanes { target[lane] = body(a[lane], b[lane]) }
        }
        switch instruction.operation {
        case .copy: each { first, _ in first }
        case .add: each { $0 + $1 }
        case .subtract: each { $0 - $1 }
        case .multiply: each { $0 * $1 }
        case .divide: each { $0.divided(by: $1) }
        case .negate: each { first, _ in -first }
        case .absolute: each { first, _ in first.magnitude }
        case .floor: each { first, _ in first.floored }
        case .maximum: each { $0.maximum($1) }
        case .minimum: each { $0.minimum($1) }
        case .less: each { $0.less($1) }
        case .lessOrEqual: each { Value.one - $1.less($0) }
        case .equal: each { $0.equals($1) }
        case .notEqual: each { Value.one - $0.equals($1) }
        case .select:
            for lane in 0..<lanes { target[lane] = a[lane].select(b[lane], c[lane]) }
        case .pin:
            let overridden = overriddenLanes[Int(instruction.c)]
            for lane in 0..<lanes { target[lane] = overridden >> UInt64(lane) & 1 == 1 ? b[lane] : a[lane] }
        case .power, .exponential, .logarithm, .squareRoot, .tanh, .sigmoid:
            each { $0.transcendental(instruction.operation, $1) }
        case .fromInteger, .fromRational, .round, .roundReal:
            break  // handled by the kind that they lead to
        }
    }
}
