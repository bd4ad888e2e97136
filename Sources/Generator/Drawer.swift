import Exact
import Solver
import Template

/// Draws variants and screens them, with memory of its own.
package struct Drawer {
    let template: Template
    let calculation: Calculation
    let screening: Screening
    let space: VariantSpace
    private let hash: SipHash
    private let screeningInputs: InputFeeder
    private let inputs: InputFeeder
    let screen: Machine
    /// Computes the values of the variants drawn last.
    package let machine: Machine
    private let settling: Settling
    /// A row of lanes for each draw.
    private var digits: [UInt32]

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
        settling = Settling(calculation)
        digits = Array(repeating: 0, count: max(1, space.radices.count) * Machine.width)
    }

    /// Draws up to 64 sheets and computes their values, sheet `first` in lane 0 of ``machine`` and so on.
    package mutating func draw(
        sheets first: Int, count: Int, from generator: Generator
    ) throws(GeneratorError) {
        try draw(Array(first..<first + count), from: generator)
    }

    /// Draws up to 64 sheets by their numbers from 0, each in a lane of its own, and computes their values.
    mutating func draw(_ sheets: [Int], from generator: Generator) throws(GeneratorError) {
        load(try variants(ofSheets: sheets, from: generator), intoScreen: false, intoMachine: true)
        machine.run(lanes: sheets.count)
    }

    private mutating func variants(
        ofSheets sheets: [Int], from generator: Generator
    ) throws(GeneratorError) -> [UInt128] {
        switch generator.way {
        case .fixed:
            return sheets.map { _ in 0 }
        case .enumerated(let acceptable, let order):
            if let sheet = sheets.first(where: { $0 >= acceptable.count }) { throw .exhausted(sheet: sheet) }
            return sheets.map { UInt128(acceptable[Int(order(UInt128($0)))]) }
        case .blocks(let attempts, let order):
            return try firstAcceptable(ofSheets: sheets, attempts: Int(attempts), order)
        }
    }

    /// The first acceptable variant of each sheet's block; all sheets that still lack one share the lanes.
    private mutating func firstAcceptable(
        ofSheets sheets: [Int], attempts: Int, _ order: KeyedPermutation
    ) throws(GeneratorError) -> [UInt128] {
        var chosen = [UInt128](repeating: 0, count: sheets.count)
        if let sheet = sheets.first(where: { UInt128($0 + 1) * UInt128(attempts) > space.size }) {
            throw .exhausted(sheet: sheet)
        }
        var open = Array(sheets.indices)
        var tried = 0
        var drawn = [UInt128](repeating: 0, count: Machine.width)
        while let firstOpen = open.first {
            let share = min(Machine.width / open.count, attempts - tried)
            guard share > 0 else { throw .exhausted(sheet: sheets[firstOpen]) }
            for (place, index) in open.enumerated() {
                let start = UInt128(sheets[index]) * UInt128(attempts) + UInt128(tried)
                for attempt in 0..<share { drawn[place * share + attempt] = order(start + UInt128(attempt)) }
            }
            let accepted = acceptedLanes(of: drawn[..<(open.count * share)])
            var left: [Int] = []
            for (place, index) in open.enumerated() {
                let own = accepted >> UInt64(place * share)
                if own.trailingZeroBitCount < share {
                    chosen[index] = drawn[place * share + own.trailingZeroBitCount]
                } else {
                    left.append(index)
                }
            }
            open = left
            tried += share
        }
        return chosen
    }

    /// Sets inputs to the numbers of up to 64 variants, a lane each.
    mutating func load(_ variants: some Collection<UInt128>, intoScreen: Bool, intoMachine: Bool) {
        digits.withUnsafeMutableBufferPointer { [space, hash, screeningInputs, inputs, screen, machine] buffer in
            guard let base = buffer.baseAddress else { return }
            for (lane, variant) in variants.enumerated() {
                space.write(digitsOf: variant, to: base + lane, stride: Machine.width, hash: hash)
            }
            if intoScreen { screeningInputs.feed(base, to: screen, lanes: variants.count) }
            if intoMachine { inputs.feed(base, to: machine, lanes: variants.count) }
        }
    }

    /// Of up to 64 variants, a lane each, those that are acceptable.
    mutating func acceptedLanes(of variants: some Collection<UInt128>) -> UInt64 {
        load(variants, intoScreen: true, intoMachine: settling.isNeeded)
        let accepted = screening.acceptedLanes(in: screen, lanes: variants.count)
        guard settling.isNeeded, accepted != 0 else { return accepted }
        machine.run(lanes: variants.count)
        return settling.settledLanes(of: accepted, in: machine)
    }

    /// What is wrong with a lane's values, if anything: a number does not exist or may be written in two ways.
    func problem(inLane lane: Int) -> Rule? { settling.problem(inLane: lane, of: machine) }
}
