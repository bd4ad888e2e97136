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
    /// Sheets that still lack one take turns, so that few draws are made for a sheet that has one already.
    private func firstAcceptable(
        ofSheets sheets: [Int], _ turns: EntryTurns, attempts: Int, _ order: KeyedPermutation
    ) throws(GeneratorError) -> [UInt128] {
        let places = sheets.map { turns.turn(ofSheet: $0) }
        for (sheet, place) in zip(sheets, places) where UInt128(place.round + 1) * UInt128(attempts) > order.size {
            throw .exhausted(sheet: sheet)
        }
        var chosen = [UInt128?](repeating: nil, count: sheets.count)
        func take(_ variant: UInt128, _ place: Int) { if chosen[place] == nil { chosen[place] = variant } }
        var open = Array(sheets.indices)
        var tried = 0
        let room = UnsafeMutablePointer<UInt128>.allocate(capacity: Machine.width)
        defer { room.deallocate() }
        while !open.isEmpty {
            let turn = min(attempts - tried, Self.turn(attempts: attempts, open: open.count))
            if let place = open.first, turn == 0 { throw .exhausted(sheet: sheets[place]) }
            for place in open {
                let start = UInt128(places[place].round) * UInt128(attempts) + UInt128(tried)
                let entry = turns.entries[places[place].entry]
                for first in stride(from: 0, to: turn, by: Machine.width) {
                    let count = min(Machine.width, turn - first)
                    order.write(from: start + UInt128(first), count: count, to: room)
                    if turns.all > 1 { for draw in 0..<count { room[draw] = entry + turns.all * room[draw] } }
                    sieve.add(UnsafeBufferPointer(start: room, count: count), tag: place, take)
                }
            }
            sieve.flush(take)
            tried += turn
            open.removeAll { chosen[$0] != nil }
        }
        return chosen.compactMap { $0 }
    }

    /// How many draws are made for each of the sheets that lack a variant, before what waits in the sieve goes on.
    ///
    /// A sixth of what a sheet needs on average, but where few sheets are left enough to be worth the sieve's while.
    private static func turn(attempts: Int, open: Int) -> Int {
        let average = max(1, attempts / Int(Generator.acceptablePerBlock))
        return min(average, max(1, average / 6, worthwhile / open))
    }

    private static let worthwhile = 4096
}
