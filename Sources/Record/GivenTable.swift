import Exact
import Generator
import Solver
import Template

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The numbers that each sheet of a set was given, read back from `given.csv` at any place.
package struct GivenTable: Sendable {
    private let source: any ByteSource
    /// Where every eighth row begins, and the end.
    private let offsets: [Int]
    private let plan: SetPlan
    /// What each column of a problem sets, by problem and its templates.
    private let columns: [[[Column]]]
    private let words: [[[UInt8]]]
    private let codes: SheetCodes

    static let rowsPerOffset = 8

    private enum Column: Sendable {
        /// A number that the template fixes, or none where it has no such column.
        case fixed
        /// An input, which most often is a scaled integer.
        case drawn(Int, ScaledInput?)
        /// An input that chooses one of several words; they stand aside, so that columns are copied at no cost.
        case word(Int, list: Int)
    }

    /// Finds the rows of a table; throws where it is not the table of this set.
    ///
    /// Complexity: one pass over the table; 1 byte of memory a row.
    package init(
        _ source: any ByteSource, of plan: SetPlan, codes: SheetCodes
    ) throws(GivenTableError) {
        let header = SetTables(plan).givenHeader
        var offsets: [Int] = []
        var rows = -1
        var offset = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while offset < source.count {
            let length = try Self.read(source, at: offset, into: &buffer, 0..<buffer.count)
            if length == 0 { break }
            if offset == 0 {
                // A spreadsheet may have saved it with other line ends.
                guard buffer[..<length].starts(with: header.dropLast()) else { throw .columns }
            }
            Self.forEachLineEnd(in: buffer, before: length) { index in
                rows += 1
                if rows % Self.rowsPerOffset == 0 { offsets.append(offset + index + 1) }
            }
            offset += length
        }
        guard rows >= 0 else { throw .columns }
        guard rows == codes.count else { throw .rows(rows, expected: codes.count) }
        if offsets.last != offset { offsets.append(offset) }
        self.init(source, offsets, of: plan, codes)
    }

    /// The same table for another plan of its set; throws where that does not have the same quantities.
    package func table(of plan: SetPlan) throws(GivenTableError) -> GivenTable {
        guard SetTables(plan).givenHeader == SetTables(self.plan).givenHeader else { throw .columns }
        return GivenTable(source, offsets, of: plan, codes)
    }

    private init(_ source: any ByteSource, _ offsets: [Int], of plan: SetPlan, _ codes: SheetCodes) {
        self.source = source
        self.offsets = offsets
        self.codes = codes
        self.plan = plan
        var words: [[[UInt8]]] = []
        columns = plan.problems.indices.map { problem in
            let given = ProblemColumns(problem, of: plan).given
            return zip(plan.calculations[plan.problems[problem].templates], given.sources).map { calculation, sources in
                let own = Self.columns(of: calculation, &words)
                return sources.map { source in source.map { own[$0] } ?? .fixed }
            }
        }
        self.words = words
    }

    /// What the columns of a template set.
    private static func columns(of calculation: Calculation, _ words: inout [[[UInt8]]]) -> [Column] {
        calculation.template.given.flatMap { quantity -> [Column] in
            if quantity.isComputed { return Array(repeating: .fixed, count: quantity.shape.count) }
            if !quantity.functions.isEmpty { words.append(quantity.functions.map { Array($0.utf8) }) }
            return quantity.entries.map { entry in
                guard case .drawn(let index) = entry else { return .fixed }
                return quantity.functions.isEmpty
                    ? .drawn(index, calculation.program.scaledInput(index)) : .word(index, list: words.count - 1)
            }
        }
    }

    /// Sets inputs in lane 0 to the numbers of a sheet, counted from 1; `machines` are those of the set's templates.
    package func feed(
        sheet: Int, to machines: [Machine], with window: inout GivenWindow
    ) throws(GivenTableError) {
        let row = sheet - 1
        let group = row / Self.rowsPerOffset
        try load(group, &window)
        var position = offsets[group] - window.start
        for _ in 0..<row % Self.rowsPerOffset {
            while window.bytes[position] != 10 { position += 1 }
            position += 1
        }
        let isRight: Bool = window.bytes.withUnsafeBytes { bytes in
            var end = position
            while end < window.count, bytes[end] != UInt8(ascii: ","), bytes[end] != 10 { end += 1 }
            let code = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
            guard case .success(sheet) = codes.sheet(reading: code) else { return false }
            for (problem, alternatives) in columns.enumerated() {
                let template = plan.choice(ofProblem: problem, onSheet: row).template
                let machine = machines[template]
                for column in alternatives[template - plan.problems[problem].templates.lowerBound] {
                    guard end + 1 < window.count, bytes[end] == UInt8(ascii: ",") else { return false }
                    end += 1
                    guard set(column, in: bytes, &end, window.count, machine) else { return false }
                }
            }
            return end < window.count && bytes[end] < 14
        }
        guard isRight else { throw .row(codes.code(of: sheet).text) }
    }

    /// Sets what a cell is for, and moves to the delimiter behind it.
    @inline(__always)
    private func set(
        _ column: Column, in bytes: UnsafeRawBufferPointer, _ position: inout Int, _ end: Int, _ machine: Machine
    ) -> Bool {
        let start = position
        var value = 0 as Int64
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let firstDigit = position
        while position < end, bytes[position] &- 48 < 10 {
            value = value &* 10 &+ Int64(bytes[position] &- 48)
            position += 1
        }
        let isShort = position > firstDigit && position - firstDigit <= 9
        let isInteger = isShort && position < end && (bytes[position] == UInt8(ascii: ",") || bytes[position] < 14)
        while position < end, bytes[position] != UInt8(ascii: ","), bytes[position] > 13 { position += 1 }
        if case .word(let index, let list) = column {
            let word = bytes[start..<position]
            guard let place = words[list].firstIndex(where: { $0.elementsEqual(word) }) else { return false }
            return machine.set(input: index, to: Rational(place), lane: 0)
        }
        guard case .drawn(let index, let scaled) = column else { return position < end }
        if isInteger, let scaled {
            guard let numerator = scaled.numerator(of: isNegative ? -value : value) else { return false }
            machine.set(numerator: numerator, at: scaled.location, lane: 0)
            return true
        }
        guard let number = Rational(reading: UnsafeRawBufferPointer(rebasing: bytes[start..<position])) else {
            return false
        }
        return machine.set(input: index, to: number, lane: 0)
    }

    private static func forEachLineEnd(in buffer: [UInt8], before end: Int, _ body: (Int) -> Void) {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            var position = 0
            while position < end, let found = memchr(base + position, 10, end - position) {
                let index = UnsafeRawPointer(found) - base
                body(index)
                position = index + 1
            }
        }
    }

    /// Brings a group of rows into the window; in order, many at once.
    private func load(_ group: Int, _ window: inout GivenWindow) throws(GivenTableError) {
        let (start, end) = (offsets[group], offsets[group + 1])
        if start >= window.start && end <= window.start + window.count { return }
        let isNext = start == window.start + window.count
        let length = isNext ? max(end - start, 1 << 15) : end - start
        if window.bytes.count < length { window.bytes = [UInt8](repeating: 0, count: length) }
        window.start = start
        window.count = 0
        while window.count < end - start {
            let read = try Self.read(source, at: start + window.count, into: &window.bytes, window.count..<length)
            if read == 0 { throw .rows(0, expected: codes.count) }
            window.count += read
        }
        // A window ends where a group does, so that the next one is seen to follow.
        let last = offsets.partitioningIndex { $0 > start + window.count } - 1
        window.count = offsets[last] - start
    }

    private static func read(
        _ source: any ByteSource, at offset: Int, into buffer: inout [UInt8], _ range: Range<Int>
    ) throws(GivenTableError) -> Int {
        do throws(ReadFailure) {
            return try buffer.withUnsafeMutableBufferPointer { (bytes) throws(ReadFailure) in
                let room = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[range]))
                return try source.read(at: offset, into: room)
            }
        } catch {
            throw .unreadable(error.reason)
        }
    }
}

/// The part of the table that one reader looked at last.
package struct GivenWindow: Sendable {
    fileprivate var bytes: [UInt8] = []
    fileprivate var start = 0
    fileprivate var count = 0

    /// A window that shows nothing yet.
    package init() {}
}

/// What is wrong with `given.csv`.
package enum GivenTableError: Error, Hashable, Sendable {
    /// It cannot be read.
    case unreadable(String)
    /// Its headings are not those of the template.
    case columns
    /// It has too few or too many rows.
    case rows(Int, expected: Int)
    /// A row is not the one that psgen wrote.
    case row(String)

    /// A sentence for the instructor, without its full stop.
    package var message: String {
        switch self {
        case .unreadable(let reason): "given.csv cannot be read: \(reason)"
        case .columns: "given.csv does not have the columns of this set"
        case .rows(let rows, let expected): "given.csv has \(rows) rows, the set has \(expected) sheets"
        case .row(let code): "given.csv was changed: the row of sheet \(code) is not as psgen wrote it"
        }
    }
}

extension Array {
    /// The first index whose element satisfies a condition that all later ones satisfy too; the count if none does.
    fileprivate func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
