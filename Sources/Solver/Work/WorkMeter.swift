import Exact

/// Counts the work that the variants in a machine are.
package struct WorkMeter: Sendable {
    private let steps: WorkSteps
    private let locations: [Location]
    /// For each number, what of it is looked at to find the counts that have bands; nil for one that is not.
    private let looks: [HandledLanes.Look?]

    /// Counts steps whose numbers stand at these places, in the order of ``WorkSteps/slots``.
    package init(_ steps: WorkSteps, at locations: [Location]) {
        self.steps = steps
        self.locations = locations
        var looks = [HandledLanes.Look?](repeating: nil, count: locations.count)
        func look(_ place: Int, _ look: HandledLanes.Look = []) { looks[place] = (looks[place] ?? []).union(look) }
        for step in steps.steps {
            switch step.kind {
            case .product:
                look(step.a, .factor)
                look(step.b, .factor)
            case .quotient:
                look(step.a, .factor)
                look(step.b, .factor)
                look(step.target)
            case .sum, .difference:
                look(step.a)
                look(step.b)
            case .unit: look(step.a, .sign)
            case .choice: look(step.a)
            case .other: break
            }
        }
        self.looks = looks
    }

    /// The work of the variants in the first lanes of a machine that has run.
    package func works(in machine: Machine, lanes: Int) -> [Work] {
        let counts = count(in: machine, lanes, .sign)
        let carries = carries(in: machine, lanes, counts.needed)
        return (0..<lanes).map { lane in
            var work = Work()
            work.products = counts.products[lane]
            work.digitPairs = counts.digitPairs[lane]
            work.sums = counts.sums[lane]
            work.fractions = counts.fractions[lane]
            work.livingUnits = counts.livingUnits[lane]
            work.signs = counts.signs[lane]
            work.vanishing = counts.vanishing[lane]
            work.carries = carries[lane]
            return work
        }
    }

    /// Of the first lanes of a machine that has run, those with counts within bands.
    package func lanes(within bands: [WorkCount: ClosedRange<Int>], in machine: Machine, lanes: Int) -> UInt64 {
        let counts = count(in: machine, lanes)
        var kept = 0 as UInt64
        for lane in 0..<lanes where bands.allSatisfy({ $1.contains(counts[$0][lane]) }) { kept |= 1 << UInt64(lane) }
        return kept
    }

    /// The counts in all lanes, and for each number the lanes in which it is needed.
    ///
    /// Signs are counted only with `more` looks at them.
    private func count(in machine: Machine, _ lanes: Int, _ more: HandledLanes.Look = []) -> WorkCounts {
        let numbers = zip(locations, looks).map { location, look in
            look.map { HandledLanes(location, in: machine, lanes: lanes, $0.union(more)) }
        }
        var counts = WorkCounts(needed: [UInt64](repeating: 0, count: locations.count))
        for place in 0..<steps.targetCount { counts.needed[place] = .max }
        for step in steps.steps where counts.needed[step.target] != 0 { counts.add(step, numbers) }
        return counts
    }

    /// Carries and borrows in the sums of whole numbers that are needed.
    private func carries(in machine: Machine, _ lanes: Int, _ needed: [UInt64]) -> [Int] {
        var counts = [Int](repeating: 0, count: lanes)
        for step in steps.steps where step.kind == .sum || step.kind == .difference {
            for lane in 0..<lanes where needed[step.target] >> UInt64(lane) & 1 == 1 {
                guard let a = machine.handled(at: locations[step.a], lane: lane).whole,
                    let b = machine.handled(at: locations[step.b], lane: lane).whole
                else { continue }
                counts[lane] += carriedDigits(a, step.kind == .sum ? b : -b)
            }
        }
        return counts
    }
}

/// The counts of work in all lanes at once.
private struct WorkCounts {
    /// By number, the lanes in which it is needed.
    var needed: [UInt64]
    private(set) var products = LaneCounts()
    private(set) var digitPairs = LaneCounts()
    private(set) var sums = LaneCounts()
    private(set) var fractions = LaneCounts()
    private(set) var livingUnits = LaneCounts()
    private(set) var signs = LaneCounts()
    private(set) var vanishing = LaneCounts()

    init(needed: [UInt64]) { self.needed = needed }

    subscript(count: WorkCount) -> LaneCounts {
        switch count {
        case .products: products
        case .digitPairs: digitPairs
        case .sums: sums
        case .fractions: fractions
        case .livingUnits: livingUnits
        }
    }

    /// Counts a step where it is needed, and what it needs.
    mutating func add(_ step: WorkSteps.Step, _ numbers: [HandledLanes?]) {
        let isNeeded = needed[step.target]
        guard step.kind != .other, let a = numbers[step.a] else {
            for place in [step.a, step.b, step.c] { needed[place] |= isNeeded }
            return
        }
        switch step.kind {
        case .product, .quotient, .sum, .difference:
            guard let b = numbers[step.b] else { return }
            combine(step, a, b, numbers[step.target], isNeeded)
        case .unit:
            needed[step.a] |= isNeeded
            livingUnits.add(isNeeded & ~a.negative & ~a.zero)
        case .choice:
            needed[step.a] |= isNeeded
            needed[step.b] |= isNeeded & ~a.zero
            needed[step.c] |= isNeeded & a.zero
        case .other: break
        }
    }

    private mutating func combine(
        _ step: WorkSteps.Step, _ a: HandledLanes, _ b: HandledLanes, _ result: HandledLanes?, _ isNeeded: UInt64
    ) {
        let isProduct = step.kind == .product
        let isQuotient = step.kind == .quotient
        // Where a factor is 0 nobody works the other one out.
        needed[step.a] |= isProduct ? isNeeded & (a.zero | ~b.zero) : isNeeded
        needed[step.b] |= isProduct || isQuotient ? isNeeded & ~a.zero : isNeeded
        let done = isNeeded & ~a.zero & (isQuotient ? .max : ~b.zero)
        vanishing.add(isNeeded & ~done)
        signs.add(done & a.negative)
        signs.add(done & b.negative)
        guard isProduct || isQuotient else {
            sums.add(done)
            fractions.add(done & (a.fraction | b.fraction))
            return
        }
        let counted = done & ~b.one & (isProduct ? ~a.one : .max)
        products.add(counted)
        fractions.add(counted & (a.fraction | b.fraction | (isQuotient ? result?.fraction ?? 0 : 0)))
        a.forEachPair(with: b) { digitPairs.add(counted & $0) }
    }
}

/// How often a digit is carried or borrowed in a sum of two whole numbers.
private func carriedDigits(_ a: Int, _ b: Int) -> Int {
    guard a != 0, b != 0 else { return 0 }
    // One-digit sums are the most frequent.
    if a.magnitude + b.magnitude < 10 { return 0 }
    var (high, low) = (max(a.magnitude, b.magnitude), min(a.magnitude, b.magnitude))
    let isSum = (a < 0) == (b < 0)
    var count = 0
    var carry = 0 as UInt
    while low > 0 || carry > 0 {
        let (first, second) = (high % 10, low % 10 + carry)
        carry = isSum ? (first + second >= 10 ? 1 : 0) : (first < second ? 1 : 0)
        count += Int(carry)
        (high, low) = (high / 10, low / 10)
        // A carry beyond the first digit is written down, not kept in mind.
        if high == 0 && low == 0 { break }
    }
    return count
}
