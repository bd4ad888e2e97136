import Exact
import Solver
import Template

/// Draws variants and screens them, with memory of its own.
package struct Drawer {
    private let template: Template
    private let calculation: Calculation
    private let screening: Screening
    private let space: VariantSpace
    private let hash: SipHash
    private let screeningInputs: InputFeeder
    private let inputs: InputFeeder
    private let screen: Machine
    /// Computes the values of the variants drawn last.
    package let machine: Machine
    private let needsSettling: Bool
    private var digits: [[UInt32]]

    init(
        _ template: Template, _ calculation: Calculation, _ screening: Screening, _ space: VariantSpace, _ hash: SipHash
    ) {
        self.template = template
        self.calculation = calculation
        self.screening = screening
        self.space = space
        self.hash = hash
        screeningInputs = InputFeeder(template.draws, for: screening.program)
        inputs = InputFeeder(template.draws, for: calculation.program)
        screen = Machine(screening.program)
        machine = Machine(calculation.program)
        needsSettling = calculation.program.outputs[0].contains { $0.scaledDenominator == nil }
        digits = Array(repeating: Array(repeating: 0, count: space.radices.count), count: Machine.width)
    }

    /// Draws up to 64 sheets and computes their values, sheet `first` in lane 0 of ``machine`` and so on.
    package mutating func draw(
        sheets first: Int, count: Int, from generator: Generator
    ) throws(GeneratorError) {
        var chosen: [[UInt32]] = []
        for sheet in first..<first + count {
            guard let variant = try variant(ofSheet: sheet, from: generator) else { throw .exhausted(sheet: sheet) }
            chosen.append(variant)
        }
        for (lane, variant) in chosen.enumerated() { inputs.feed(variant, to: machine, lane: lane) }
        machine.run(lanes: count)
    }

    private mutating func variant(ofSheet sheet: Int, from generator: Generator) throws(GeneratorError) -> [UInt32]? {
        switch generator.way {
        case .fixed:
            return digits[0].map { _ in 0 }
        case .enumerated(let acceptable, let order):
            guard sheet < acceptable.count else { return nil }
            write(UInt128(acceptable[Int(order(UInt128(sheet)))]), lane: 0)
            return digits[0]
        case .blocks(let attempts, let order):
            let start = UInt128(sheet) * attempts
            guard start + attempts <= space.size else { return nil }
            // Small batches first: most templates accept every few draws.
            var tried = 0 as UInt128
            var batch = 4
            while tried < attempts {
                let lanes = Int(min(UInt128(batch), attempts - tried))
                let accepted = screen(lanes) { order(start + tried + UInt128($0)) }
                if accepted != 0 { return digits[accepted.trailingZeroBitCount] }
                tried += UInt128(lanes)
                batch = min(Machine.width, batch * 2)
            }
            return nil
        }
    }

    private mutating func write(_ index: UInt128, lane: Int) {
        let hash = hash
        digits[lane].withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            space.write(digitsOf: index, to: base, hash: hash)
        }
    }

    /// The lanes whose variants are acceptable.
    private mutating func screen(_ lanes: Int, _ index: (Int) -> UInt128) -> UInt64 {
        for lane in 0..<lanes {
            write(index(lane), lane: lane)
            screeningInputs.feed(digits[lane], to: screen, lane: lane)
        }
        let accepted = screening.acceptedLanes(in: screen, lanes: lanes)
        return needsSettling && accepted != 0 ? settled(accepted, lanes) : accepted
    }

    /// Of the accepted lanes, those whose numbers exist and are written the same on every machine.
    private func settled(_ accepted: UInt64, _ lanes: Int) -> UInt64 {
        for lane in 0..<lanes { inputs.feed(digits[lane], to: machine, lane: lane) }
        machine.run(lanes: lanes)
        return (0..<lanes).reduce(accepted) { mask, lane in
            mask >> UInt64(lane) & 1 == 0 || problem(inLane: lane) == nil ? mask : mask & ~(1 << UInt64(lane))
        }
    }

    /// What is wrong with a lane's values, if anything.
    private func problem(inLane lane: Int) -> Rule? {
        for (value, location) in calculation.program.outputs[0].enumerated() {
            let number = machine.number(at: location, lane: lane)
            if !number.isDefined { return .undefined }
            if case .real(let real) = number, !real.isSettled(calculation.roundings[value]) { return .tie }
        }
        return nil
    }
}

extension Drawer {
    /// All acceptable variants of a small space, in order.
    mutating func enumerate() -> [UInt32] {
        var acceptable: [UInt32] = []
        let size = Int(space.size)
        for start in stride(from: 0, to: size, by: Machine.width) {
            let lanes = min(Machine.width, size - start)
            var accepted = screen(lanes) { UInt128(start + $0) }
            while accepted != 0 {
                acceptable.append(UInt32(start + accepted.trailingZeroBitCount))
                accepted &= accepted - 1
            }
        }
        return acceptable
    }

    /// How many attempts a sheet's block needs, from variants that depend on the template alone.
    ///
    /// Draws 1,024, and more only while fewer than 16 were acceptable; gives up after about a quarter of a million.
    mutating func pilot() throws(GeneratorError) -> Int {
        let order = KeyedPermutation(size: space.size, seed: 0, purpose: "pilot")
        var tries = 0
        var accepted = 0
        while tries < 1024 || (accepted < 16 && tries < 1 << 18) {
            let first = tries
            accepted += screen(Machine.width) { order(UInt128(first + $0)) }.nonzeroBitCount
            tries += Machine.width
        }
        guard accepted > 0 else { throw .noVariant(rejections(), tries: tries, isComplete: false) }
        return Int((Generator.acceptablePerBlock * Double(tries) / Double(accepted)).rounded(.up))
    }

    /// What share of 4,096 draws each rule rejects by itself, the greatest first.
    package mutating func rejections() -> [Rejection] {
        let order = KeyedPermutation(size: space.size, seed: 0, purpose: "pilot")
        var counts: [Rule: Int] = [:]
        var tries = 0
        while tries < 4096 {
            for lane in 0..<Machine.width {
                write(order(UInt128(tries + lane) % max(1, space.size)), lane: lane)
                screeningInputs.feed(digits[lane], to: screen, lane: lane)
                inputs.feed(digits[lane], to: machine, lane: lane)
            }
            // Several stages may speak for one rule: a draw that two of them reject is rejected once.
            var rejected: [Rule: UInt64] = [:]
            for (rule, lanes) in zip(screening.rules, screening.rejectedLanes(in: screen, lanes: Machine.width)) {
                rejected[rule, default: 0] |= lanes
            }
            machine.run()
            for lane in 0..<Machine.width {
                if let rule = problem(inLane: lane) { rejected[rule, default: 0] |= 1 << UInt64(lane) }
            }
            for (rule, lanes) in rejected { counts[rule, default: 0] += lanes.nonzeroBitCount }
            tries += Machine.width
        }
        let rules = screening.rules + [.undefined, .tie]
        var seen: Set<Rule> = []
        return rules.filter { seen.insert($0).inserted }
            .map { Rejection(rule: $0, share: Double(counts[$0] ?? 0) / Double(tries)) }
            .filter { $0.share > 0 }
            .sorted { $0.share > $1.share }
    }

    /// Throws where a fixed template contradicts its own requirements or has a number that does not exist.
    func check(fixed template: Template) throws(GeneratorError) {
        let zeros = [UInt32](repeating: 0, count: space.radices.count)
        screeningInputs.feed(zeros, to: screen, lane: 0)
        inputs.feed(zeros, to: machine, lane: 0)
        machine.run(lanes: 1)
        for quantity in calculation.quantities {
            for value in quantity.values
            where !machine.number(at: calculation.location(ofValue: value), lane: 0).isDefined {
                throw .undefined(quantity.name, machine.failure(lane: 0))
            }
        }
        for entry in calculation.asked
        where !machine.number(at: calculation.location(ofValue: entry.value), lane: 0).isDefined {
            throw .undefined(entry.column, machine.failure(lane: 0))
        }
        for (rule, rejected) in zip(screening.rules, screening.rejectedLanes(in: screen, lanes: 1)) where rejected != 0
        {
            if case .requirement(let index) = rule { throw .contradiction(template.requirements[index].text) }
        }
    }

    /// The rules besides its requirements that a fixed template breaks.
    package func brokenRules() -> [Rule] {
        let zeros = [UInt32](repeating: 0, count: space.radices.count)
        screeningInputs.feed(zeros, to: screen, lane: 0)
        var broken: [Rule] = []
        for (rule, lanes) in zip(screening.rules, screening.rejectedLanes(in: screen, lanes: 1))
        where lanes != 0 && !broken.contains(rule) {
            broken.append(rule)
        }
        return broken
    }
}

extension Double {
    /// Whether the number is written the same with the last bits of its calculation changed, rounded as asked and with
    /// the digits of a key's record.
    fileprivate func isSettled(_ rounding: Rounding) -> Bool {
        // A real 0 is what a switched-off unit leaves, not a sum that happens to cancel.
        if self == 0 { return true }
        let error = max(magnitude, 1e-3) * 1e-14
        return [rounding, .significant(10)].allSatisfy { rounding in
            Number.real(self - error).text(rounding) == Number.real(self + error).text(rounding)
        }
    }
}
