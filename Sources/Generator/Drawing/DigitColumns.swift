import Solver

/// Works out the digits of variants' numbers, a row of lanes a digit: the places that each draw chooses.
struct DigitColumns: Sendable {
    /// Digits in a row whose radices together are small enough to be split off by 32-bit reciprocals.
    private struct Group: Sendable {
        let divisor: Divisor
        /// The digits, with 2³² over each radix rounded up; 0 for the last, which is what is left.
        let digits: [(place: Int, radix: UInt32, reciprocal: UInt64)]
        /// Whether a digit of the group is asked for.
        let isNeeded: Bool
    }

    private let groups: [Group]
    /// Digits that the numbering does not count.
    private let hashed: [(place: Int, radix: UInt32)]
    private let distinct: [Range<Int>]
    /// Whether all numbers fit 64 bits.
    private let isSmall: Bool
    /// How many rows there are.
    let count: Int

    /// The digits of a space; of those that are not needed, rows may hold anything.
    init(_ space: VariantSpace, needed: Set<Int>) {
        distinct = space.distinct.filter { !needed.isDisjoint(with: $0) }
        let needed = needed.union(distinct.flatMap { $0 })
        let radices = space.order.map { UInt64(space.radices[$0]) }
        var groups: [Group] = []
        var start = 0
        while start < space.counted {
            var end = start
            var product = 1 as UInt64
            var largest = 1 as UInt64
            repeat {
                product *= radices[end]
                largest = max(largest, radices[end])
                end += 1
                // Below this bound, the quotient by a rounded reciprocal is exact.
            } while end < space.counted
                && product * radices[end] * max(largest, radices[end]) <= 1 << 32
            let places = space.order[start..<end]
            let last = space.order[end - 1]
            groups.append(
                Group(
                    divisor: Divisor(product),
                    digits: places.map { place in
                        let radix = space.radices[place]
                        return (place, radix, place == last ? 0 : (1 << 32) / UInt64(radix) + 1)
                    }, isNeeded: !needed.isDisjoint(with: places)))
            start = end
        }
        while let last = groups.last, !last.isNeeded { groups.removeLast() }
        self.groups = groups
        hashed = space.order[space.counted...].filter(needed.contains).map { ($0, space.radices[$0]) }
        count = space.radices.count
        isSmall = space.size <= UInt128(UInt64.max)
    }

    /// Writes the digits of up to 64 variants; `rows` holds ``Machine/width`` lanes for each digit of the space.
    ///
    /// `hash` chooses what the numbering does not count.
    func write(_ variants: UnsafeBufferPointer<UInt128>, to rows: UnsafeMutablePointer<UInt32>, hash: SipHash) {
        let lanes = variants.count
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Machine.width) { values in
            if isSmall {
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Machine.width) { rests in
                    for lane in 0..<lanes { rests[lane] = UInt64(truncatingIfNeeded: variants[lane]) }
                    for group in groups {
                        for lane in 0..<lanes { values[lane] = group.divisor.split(&rests[lane]) }
                        if group.isNeeded { write(group, values, lanes, to: rows) }
                    }
                }
            } else {
                withUnsafeTemporaryAllocation(of: UInt128.self, capacity: Machine.width) { rests in
                    for lane in 0..<lanes { rests[lane] = variants[lane] }
                    for group in groups {
                        for lane in 0..<lanes { values[lane] = group.divisor.split(&rests[lane]) }
                        if group.isNeeded { write(group, values, lanes, to: rows) }
                    }
                }
            }
        }
        for (place, radix) in hashed { write(hashed: place, radix, variants, to: rows, hash) }
        for range in distinct { Self.spread(range, rows, lanes) }
    }

    private func write(
        _ group: Group, _ values: UnsafeMutableBufferPointer<UInt32>, _ lanes: Int,
        to rows: UnsafeMutablePointer<UInt32>
    ) {
        for (place, radix, reciprocal) in group.digits {
            let row = rows + place * Machine.width
            if reciprocal == 0 {
                for lane in 0..<lanes { row[lane] = values[lane] }
                continue
            }
            for lane in 0..<lanes {
                let quotient = UInt32(truncatingIfNeeded: (UInt64(values[lane]) &* reciprocal) &>> 32)
                row[lane] = values[lane] &- quotient &* radix
                values[lane] = quotient
            }
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
