/// The numerators in equal steps that the digits of variants choose for an input.
package struct SteppedNumerators: Sendable {
    private let low: Int64
    private let step: Int64
    private let skipped: UInt32

    /// Steps from the lowest numerator; digits from `skipped` on choose the next one.
    package init(low: Int64, step: Int64, skipped: UInt32?) {
        self.low = low
        self.step = step
        self.skipped = skipped ?? .max
    }

    /// Writes what the first digits choose.
    @inline(__always)
    func write<Lane: FixedWidthInteger>(
        _ digits: UnsafePointer<UInt32>, to numerators: UnsafeMutablePointer<Lane>, lanes: Int
    ) {
        let (low, step) = (Lane(truncatingIfNeeded: low), Lane(truncatingIfNeeded: step))
        @inline(__always) func place(_ lane: Int) -> Lane {
            Lane(truncatingIfNeeded: digits[lane] &+ (digits[lane] >= skipped ? 1 : 0))
        }
        // Most steps are 1, and multiplications take long.
        if step == 1 {
            for lane in 0..<lanes { numerators[lane] = low &+ place(lane) }
        } else {
            for lane in 0..<lanes { numerators[lane] = low &+ step &* place(lane) }
        }
    }
}
