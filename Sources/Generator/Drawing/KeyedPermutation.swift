import Solver

/// A permutation of 0 … size − 1 that a key chooses: a sheet's place among all draws.
///
/// A generalised Feistel cipher on the two digits of a number in the base of the square root of the size, rounded up
/// (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002): four rounds, eight for few numbers. Where a
/// result lies outside, which hardly ever happens but with few numbers, it walks on.
package struct KeyedPermutation: Sendable {
    /// How many numbers are permuted; at most ``largestSize``.
    package let size: UInt128
    private let base: UInt64
    private let rounds: Rounds

    private enum Rounds: Sendable {
        case narrow([NarrowRound], Divisor)
        case wide([WideRound])
    }

    /// Sizes beyond this are not permuted whole.
    package static let largestSize: UInt128 = 1 << 120

    /// The permutation of `size` numbers that a seed and a purpose choose.
    package init(size: UInt128, seed: UInt64, purpose: String) {
        self.size = size
        let base = Self.roundedUpRoot(size)
        self.base = base
        let hash = SipHash(key: seed, 0x7073_6765_6E)
        // With less than 100 numbers four rounds prefer some pairs of neighbours.
        let keys = (0..<(base <= 256 ? 8 : 4)).map { round in
            (hash(purpose.utf8 + [UInt8(2 * round)]), hash(purpose.utf8 + [UInt8(2 * round + 1)]))
        }
        rounds =
            base <= NarrowRound.largestBase
            ? .narrow(keys.map { NarrowRound($0, base: base) }, Divisor(base))
            : .wide(keys.map { WideRound($0, base: base) })
    }

    /// The least whole number whose square is at least so much.
    private static func roundedUpRoot(_ number: UInt128) -> UInt64 {
        var root = UInt64(Double(number).squareRoot())
        while UInt128(root) * UInt128(root) < number { root += 1 }
        while root > 1, UInt128(root - 1) * UInt128(root - 1) >= number { root -= 1 }
        return max(1, root)
    }

    /// Where a number goes.
    package func callAsFunction(_ index: UInt128) -> UInt128 {
        var place = index
        repeat {
            switch rounds {
            case .narrow(let rounds, let divisor):
                var high = UInt64(truncatingIfNeeded: place)
                var right = divisor.split(&high)
                var left = UInt32(truncatingIfNeeded: high)
                for round in rounds { round.run(&left, &right) }
                place = UInt128(UInt64(left) * base + UInt64(right))
            case .wide(let rounds):
                let (high, low) = place.quotientAndRemainder(dividingBy: UInt128(base))
                var (left, right) = (UInt64(truncatingIfNeeded: high), UInt64(truncatingIfNeeded: low))
                for round in rounds { round.run(&left, &right) }
                place = UInt128(left) * UInt128(base) + UInt128(right)
            }
        } while place >= size
        return place
    }

    /// Where up to ``Machine/width`` numbers in a row go.
    func write(from index: UInt128, count: Int, to places: UnsafeMutablePointer<UInt128>) {
        guard case .narrow(let rounds, let divisor) = rounds else {
            for lane in 0..<count { places[lane] = self(index + UInt128(lane)) }
            return
        }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Machine.width) { digits in
            guard let left = digits.baseAddress else { return }
            let right = left + Machine.width
            let first = UInt64(truncatingIfNeeded: index)
            for lane in 0..<count {
                var high = first &+ UInt64(lane)
                right[lane] = divisor.split(&high)
                left[lane] = UInt32(truncatingIfNeeded: high)
            }
            for round in rounds {
                for lane in 0..<count { round.run(&left[lane], &right[lane]) }
            }
            for lane in 0..<count {
                let place = UInt128(UInt64(left[lane]) &* base &+ UInt64(right[lane]))
                places[lane] = place < size ? place : self(place)
            }
        }
    }
}

/// A round on digits of 32 bits.
private struct NarrowRound: Sendable {
    private let key: UInt32
    private let factors: (UInt32, UInt32)
    private let base: UInt32

    /// Sums of two digits fit 32 bits.
    static let largestBase: UInt64 = 1 << 31

    init(_ keys: (UInt64, UInt64), base: UInt64) {
        key = UInt32(truncatingIfNeeded: keys.0)
        factors = (UInt32(truncatingIfNeeded: keys.1) | 1, UInt32(truncatingIfNeeded: keys.1 >> 32) | 1)
        self.base = UInt32(base)
    }

    @inline(__always)
    func run(_ left: inout UInt32, _ right: inout UInt32) {
        var hash = (right ^ key) &* factors.0
        hash = (hash ^ hash &>> 15) &* factors.1
        hash ^= hash &>> 16
        // Lower bits are mixed least, and the higher ones decide.
        let sum = left &+ UInt32(truncatingIfNeeded: (UInt64(hash) &* UInt64(base)) &>> 32)
        left = right
        right = min(sum, sum &- base)
    }
}

/// A round on digits of 64 bits.
private struct WideRound: Sendable {
    private let keys: (UInt64, UInt64)
    private let base: UInt64

    init(_ keys: (UInt64, UInt64), base: UInt64) {
        self.keys = (keys.0, keys.1 | 1)
        self.base = base
    }

    @inline(__always)
    func run(_ left: inout UInt64, _ right: inout UInt64) {
        let product = (right ^ keys.0).multipliedFullWidth(by: keys.1)
        let folded = product.high ^ product.low
        // The lower half is mixed best, and the higher bits decide.
        let hash = (folded ^ folded &>> 29) &<< 32 | folded &>> 32
        let sum = left &+ hash.multipliedFullWidth(by: base).high
        left = right
        right = min(sum, sum &- base)
    }
}
