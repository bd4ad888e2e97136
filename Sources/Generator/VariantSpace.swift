import Template

/// All draws of a template, numbered: one digit a drawn number.
package struct VariantSpace: Sendable {
    /// How many numbers each draw chooses from.
    package let radices: [UInt32]
    /// How many of the draws, from the first, the numbering counts; the others are drawn by a hash of the number.
    let counted: Int
    /// How many variants the counted draws have.
    package let size: UInt128
    /// Draws whose product of radices fits 32 bits, so that one long division serves several digits.
    private let groups: [(range: Range<Int>, product: UInt64)]

    /// Digits in a row that choose different places.
    private let distinct: [Range<Int>]

    /// The space of a template's draws.
    package init(radices: [UInt32], distinct: [Range<Int>] = []) {
        self.radices = radices
        self.distinct = distinct
        var size = 1 as UInt128
        var counted = 0
        for radix in radices {
            let (product, overflow) = size.multipliedReportingOverflow(by: UInt128(radix))
            if overflow || product > KeyedPermutation.largestSize { break }
            size = product
            counted += 1
        }
        self.size = size
        self.counted = counted
        var groups: [(range: Range<Int>, product: UInt64)] = []
        var start = 0
        while start < counted {
            var end = start
            var product = 1 as UInt64
            while end < counted, product * UInt64(radices[end]) <= 1 << 32 {
                product *= UInt64(radices[end])
                end += 1
            }
            groups.append((start..<end, product))
            start = end
        }
        self.groups = groups
    }

    /// Writes the places that a variant's digits choose, `stride` apart; `hash` chooses those that the numbering does not
    /// count.
    func write(digitsOf index: UInt128, to digits: UnsafeMutablePointer<UInt32>, stride: Int, hash: SipHash) {
        writeDigits(of: index, to: digits, stride: stride, hash: hash)
        for range in distinct { Self.spread(range, digits, stride: stride) }
    }

    /// Turns digits that each count only the places that are left into places: a Lehmer code, read from its end.
    private static func spread(_ range: Range<Int>, _ digits: UnsafeMutablePointer<UInt32>, stride: Int) {
        for last in range.reversed() {
            let place = digits[last * stride]
            for later in last + 1..<range.upperBound where digits[later * stride] >= place {
                digits[later * stride] += 1
            }
        }
    }

    private func writeDigits(
        of index: UInt128, to digits: UnsafeMutablePointer<UInt32>, stride: Int, hash: SipHash
    ) {
        var rest = index
        for (range, product) in groups {
            var group: UInt32
            if rest <= UInt128(UInt64.max) {
                let small = UInt64(truncatingIfNeeded: rest)
                group = UInt32(truncatingIfNeeded: small % product)
                rest = UInt128(small / product)
            } else {
                group = UInt32(truncatingIfNeeded: rest % UInt128(product))
                rest /= UInt128(product)
            }
            for place in range {
                let (quotient, digit) = group.quotientAndRemainder(dividingBy: radices[place])
                digits[place * stride] = digit
                group = quotient
            }
        }
        guard counted < radices.count else { return }
        var bytes = (0..<20).map { UInt8(truncatingIfNeeded: index >> UInt128(8 * $0)) }
        for place in counted..<radices.count {
            for byte in 0..<4 { bytes[16 + byte] = UInt8(truncatingIfNeeded: place >> (8 * byte)) }
            digits[place * stride] = UInt32(hash(bytes) % UInt64(radices[place]))
        }
    }
}
