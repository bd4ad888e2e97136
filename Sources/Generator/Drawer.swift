import Exact
import Solver
import Template

/// Draws variants and computes their numbers, with memory of its own.
package struct Drawer {
    private let feeder: VariantFeeder
    /// Computes the values of the variants drawn last.
    package let machine: Machine
    private let sieve: Sieve

    init(_ generator: Generator) {
        feeder = generator.source.feeder(for: generator.calculation.program)
        machine = Machine(generator.calculation.program)
        sieve = Sieve(generator.stages)
    }

    /// Draws up to 64 sheets and computes their values, sheet `first` in lane 0 of ``machine`` and so on.
    package mutating func draw(
        sheets first: Int, count: Int, from generator: Generator
    ) throws(GeneratorError) {
        try draw(Array(first..<first + count), from: generator)
    }

    /// Draws up to 64 sheets by their numbers from 0, each in a lane of its own, and computes their values.
    mutating func draw(_ sheets: [Int], from generator: Generator) throws(GeneratorError) {
        compute(try variants(ofSheets: sheets, from: generator))
    }

    /// Computes the values of up to 64 variants, a lane each.
    package mutating func compute(_ variants: [UInt128]) {
        variants.withUnsafeBufferPointer { feeder.feed($0, to: machine) }
        machine.run(lanes: variants.count)
    }

    /// The variants of sheets by their numbers from 0.
    package func variants(
        ofSheets sheets: [Int], from generator: Generator
    ) throws(GeneratorError) -> [UInt128] {
        switch generator.way {
        case .fixed:
            return sheets.map { _ in 0 }
        case .enumerated(let turns, let lists):
            var variants: [UInt128] = []
            for sheet in sheets {
                let (entry, round) = turns.turn(ofSheet: sheet)
                let (acceptable, order) = lists[entry]
                guard round < acceptable.count else { throw .exhausted(sheet: sheet) }
                variants.append(UInt128(acceptable[Int(order(UInt128(round)))]))
            }
            return variants
        case .chosen(let variants):
            if let sheet = sheets.first(where: { $0 >= variants.count }) { throw .exhausted(sheet: sheet) }
            return sheets.map { variants[$0] }
        case .blocks(let turns, let attempts, let order):
            return try firstAcceptable(ofSheets: sheets, turns, attempts: Int(attempts), order)
        }
    }

    /// The first acceptable variant of each sheet's block.
    ///
    /// Up to 64 sheets that still lack one take turns, so that few draws are made for a sheet that has one already.
    private func firstAcceptable(
        ofSheets sheets: [Int], _ turns: EntryTurns, attempts: Int, _ order: KeyedPermutation
    ) throws(GeneratorError) -> [UInt128] {
        let places = sheets.map { turns.turn(ofSheet: $0) }
        for (sheet, place) in zip(sheets, places) where UInt128(place.round + 1) * UInt128(attempts) > order.size {
            throw .exhausted(sheet: sheet)
        }
        var chosen = [UInt128?](repeating: nil, count: sheets.count)
        var tried = [Int](repeating: 0, count: sheets.count)
        var next = min(Machine.width, sheets.count)
        var open = Array(0..<next)
        // A quarter of what a sheet needs on average.
        let turn = max(1, min(Machine.width, attempts / Int(Generator.acceptablePerBlock * 4)))
        let room = UnsafeMutablePointer<UInt128>.allocate(capacity: turn)
        defer { room.deallocate() }
        while !open.isEmpty {
            for place in open where chosen[place] == nil && tried[place] < attempts {
                let count = min(attempts - tried[place], turn)
                let start = UInt128(places[place].round) * UInt128(attempts) + UInt128(tried[place])
                order.write(from: start, count: count, to: room)
                let entry = turns.entries[places[place].entry]
                if turns.all > 1 || entry > 0 {
                    for attempt in 0..<count { room[attempt] = entry + turns.all * room[attempt] }
                }
                sieve.add(UnsafeBufferPointer(start: room, count: count), tag: place) { variant, place in
                    if chosen[place] == nil { chosen[place] = variant }
                }
                tried[place] += count
            }
            if open.allSatisfy({ chosen[$0] != nil || tried[$0] == attempts }) {
                sieve.flush { variant, place in
                    if chosen[place] == nil { chosen[place] = variant }
                }
                if let place = open.first(where: { chosen[$0] == nil }) { throw .exhausted(sheet: sheets[place]) }
            }
            open.removeAll { chosen[$0] != nil }
            while open.count < Machine.width, next < sheets.count {
                open.append(next)
                next += 1
            }
        }
        sieve.flush { _, _ in }
        return chosen.compactMap { $0 }
    }
}
