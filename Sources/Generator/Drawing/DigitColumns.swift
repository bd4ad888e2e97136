import Solver

/// Works out the digits of variants' numbers, a row of lanes a digit: the places that each draw chooses.
struct DigitColumns: Sendable {
    /// Groups in a row whose numbers fit 64 bits together.
    private struct Limb: Sendable {
        /// What splits the limb off a number; nil for the last, which is all that is left.
        let product: UInt128?
        let groups: Range<Int>
    }

    private var limbs: [Limb] = []
    private var groups: [DigitGroup] = []
    /// The digits of all groups.
    private var digits: [DigitGroup.Digit] = []
    /// Digits that the numbering does not count.
    private let hashed: [(place: Int, radix: UInt32)]
    private let distinct: [Range<Int>]
    /// How many rows there are.
    let count: Int

    /// The digits of a space; of those that are not needed, rows may hold anything.
    init(_ space: VariantSpace, needed: Set<Int>) {
        distinct = space.distinct.filter { !needed.isDisjoint(with: $0) }
        let needed = needed.union(distinct.flatMap { $0 })
        hashed = space.order[space.counted...].filter(needed.contains).map { ($0, space.radices[$0]) }
        count = space.radices.count
        let places = space.order[..<space.counted]
        let runs = Self.runs(places.map { UInt64(space.radices[$0]) }, upTo: DigitGroup.most)
        let products = runs.map { run in run.reduce(1) { $0 * UInt64(space.radices[places[$1]]) } }
        let limbs = Self.runs(products, upTo: .max)
        for limb in limbs {
            let first = groups.count
            for run in limb {
                let isLast = run == limb.upperBound - 1
                groups.append(DigitGroup(places[runs[run]], in: space, needed: needed, isLast: isLast, to: &digits))
            }
            while groups.count > first, groups.last?.isNeeded == false { groups.removeLast() }
            self.limbs.append(
                Limb(
                    product: limb.upperBound == runs.count ? nil : limb.reduce(1) { $0 * UInt128(products[$1]) },
                    groups: first..<groups.count))
        }
    }

    /// Neighbours whose product is at most so much; at least one each.
    private static func runs(_ factors: [UInt64], upTo most: UInt64) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        while start < factors.count {
            var end = start + 1
            var product = factors[start]
            while end < factors.count {
                let (next, overflow) = product.multipliedReportingOverflow(by: factors[end])
                if overflow || next > most { break }
                product = next
                end += 1
            }
            runs.append(start..<end)
            start = end
        }
        return runs
    }

    /// Writes the digits of up to 64 variants; `rows` holds ``Machine/width`` lanes for each digit of the space.
    ///
    /// `hash` chooses what the numbering does not count.
    func write(_ variants: UnsafeBufferPointer<UInt128>, to rows: UnsafeMutablePointer<UInt32>, hash: SipHash) {
        let lanes = variants.count
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Machine.width) { numbers in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Machine.width) { room in
                guard let numbers = numbers.baseAddress, let room = room.baseAddress else { return }
                write(variants, lanes, to: rows, numbers, room)
            }
        }
        for (place, radix) in hashed { write(hashed: place, radix, variants, to: rows, hash) }
        for range in distinct { Self.spread(range, rows, lanes) }
    }

    private func write(
        _ variants: UnsafeBufferPointer<UInt128>, _ lanes: Int, to rows: UnsafeMutablePointer<UInt32>,
        _ numbers: UnsafeMutablePointer<UInt64>, _ room: UnsafeMutablePointer<UInt32>
    ) {
        // What the limbs before have left for the next ones.
        var before = 1 as UInt128
        for limb in limbs {
            for lane in 0..<lanes {
                var number = variants[lane]
                if before > 1 { number /= before }
                if let product = limb.product { number %= product }
                numbers[lane] = UInt64(truncatingIfNeeded: number)
            }
            digits.withUnsafeBufferPointer { digits in
                for group in limb.groups { groups[group].write(numbers, lanes, digits, to: rows, room: room) }
            }
            before *= limb.product ?? 1
        }
    }

    private func write(
        hashed place: Int, _ radix: UInt32, _ variants: UnsafeBufferPointer<UInt128>,
        to rows: UnsafeMutablePointer<UInt32>, _ hash: SipHash
    ) {
        for lane in variants.indices {
            var bytes = (0..<20).map { UInt8(truncatingIfNeeded: variants[lane] >> UInt128(8 * $0)) }
            for byte in 0..<4 { bytes[16 + byte] = UInt8(truncatingIfNeeded: place >> (8 * byte)) }
            rows[place * Machine.width + lane] = UInt32(hash(bytes) % UInt64(radix))
        }
    }

    /// Turns digits that each count only the places that are left into places: a Lehmer code, read from its end.
    private static func spread(_ range: Range<Int>, _ rows: UnsafeMutablePointer<UInt32>, _ lanes: Int) {
        for lane in 0..<lanes {
            for last in range.reversed() {
                let place = rows[last * Machine.width + lane]
                for later in last + 1..<range.upperBound where rows[later * Machine.width + lane] >= place {
                    rows[later * Machine.width + lane] += 1
                }
            }
        }
    }
}
