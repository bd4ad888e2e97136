import Exact

extension MathML {
    /// Appends a number as one element, with parentheses where its position needs them.
    package static func write(
        _ number: Number, _ rounding: Rounding, at position: NumberPosition, to target: inout [UInt8]
    ) {
        if case .exact(let rational) = number, case .exact = rounding, rational.isInteger,
            let integer = Int8(exactly: rational.numerator)
        {
            preparedIntegers.write(integer, at: position, to: &target)
        } else {
            writeAnyNumber(number, rounding, at: position, to: &target)
        }
    }

    /// The elements of small integers: most numbers of a sheet are copied from here.
    private static let preparedIntegers = PreparedIntegers()

    private struct PreparedIntegers: Sendable {
        /// The elements one after another: of each integer from the least one first where it stands alone, then where
        /// it does not.
        private var bytes: [UInt8] = []
        /// Where each element begins, and where the last one ends.
        private var offsets: [Int] = [0]

        init() {
            for integer in Int8.min...Int8.max {
                for position in [NumberPosition.alone, .operand] {
                    writeAnyNumber(.exact(Rational(Int(integer))), .exact, at: position, to: &bytes)
                    offsets.append(bytes.count)
                }
            }
        }

        func write(_ integer: Int8, at position: NumberPosition, to target: inout [UInt8]) {
            let index = 2 * (Int(integer) - Int(Int8.min)) + (position == .alone ? 0 : 1)
            bytes.withUnsafeBufferPointer {
                target.append(contentsOf: UnsafeBufferPointer(rebasing: $0[offsets[index]..<offsets[index + 1]]))
            }
        }
    }

    /// The number's text decides its shape, since rounding may take away a sign.
    private static func writeAnyNumber(
        _ number: Number, _ rounding: Rounding, at position: NumberPosition, to target: inout [UInt8]
    ) {
        guard number.isDefined else { return append("<mtext>undefined</mtext>", to: &target) }
        var digits: [UInt8] = []
        digits.reserveCapacity(48)
        number.write(rounding, to: &digits)
        let isNegative = digits.first == UInt8(ascii: "-")
        let magnitude = digits.dropFirst(isNegative ? 1 : 0)
        guard let slash = magnitude.firstIndex(of: UInt8(ascii: "/")) else {
            return writeSigned(isNegative, position == .alone, to: &target) { writeDigits(magnitude, to: &$0) }
        }
        let isBare = position == .alone || (position == .operand && !isNegative)
        if !isBare { append("<mrow><mo class=\"t\">(</mo>", to: &target) }
        writeSigned(isNegative, true, to: &target) { target in
            append("<mfrac>", to: &target)
            writeDigits(magnitude[..<slash], to: &target)
            writeDigits(magnitude[(slash + 1)...], to: &target)
            append("</mfrac>", to: &target)
        }
        if !isBare { append("<mo class=\"t\">)</mo></mrow>", to: &target) }
    }

    /// A sign before what `magnitude` writes, and parentheses where the sign does not stand alone.
    @inline(__always)
    private static func writeSigned(
        _ isNegative: Bool, _ isAlone: Bool, to target: inout [UInt8],
        magnitude: (inout [UInt8]) -> Void
    ) {
        guard isNegative else { return magnitude(&target) }
        if isAlone {
            append("<mrow><mo form=\"prefix\">\u{2212}</mo>", to: &target)
            magnitude(&target)
            append("</mrow>", to: &target)
        } else {
            append("<mrow><mo>(</mo><mo form=\"prefix\">\u{2212}</mo>", to: &target)
            magnitude(&target)
            append("<mo>)</mo></mrow>", to: &target)
        }
    }

    private static func writeDigits(_ digits: ArraySlice<UInt8>, to target: inout [UInt8]) {
        append("<mn>", to: &target)
        target.append(contentsOf: digits)
        append("</mn>", to: &target)
    }

    @inline(__always)
    private static func append(_ text: StaticString, to target: inout [UInt8]) {
        target.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
