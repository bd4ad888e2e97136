import Exact

/// Counts the work that the variants in a machine are.
package struct WorkMeter: Sendable {
    private let steps: WorkSteps
    private let locations: [Location]

    /// Counts steps whose numbers stand at these places, in the order of ``WorkSteps/slots``.
    package init(_ steps: WorkSteps, at locations: [Location]) {
        self.steps = steps
        self.locations = locations
    }

    /// The work of the variant in a lane of a machine that has run.
    package func work(in machine: Machine, lane: Int) -> Work {
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: max(1, locations.count)) { isNeeded in
            isNeeded.initialize(repeating: false)
            for place in 0..<steps.targetCount { isNeeded[place] = true }
            return work(in: machine, lane, isNeeded)
        }
    }

    /// By place, whether the number is needed.
    private typealias Needs = UnsafeMutableBufferPointer<Bool>

    private func work(in machine: Machine, _ lane: Int, _ isNeeded: Needs) -> Work {
        var work = Work()
        for step in steps.steps where isNeeded[step.target] {
            switch step.kind {
            case .product: multiply(step, machine, lane, isNeeded, &work)
            case .quotient: divide(step, machine, lane, isNeeded, &work)
            case .sum: add(step, isSubtracted: false, machine, lane, isNeeded, &work)
            case .difference: add(step, isSubtracted: true, machine, lane, isNeeded, &work)
            case .unit:
                let number = machine.handled(at: locations[step.a], lane: lane)
                if !number.isNegative && !number.isZero { work.livingUnits += 1 }
                isNeeded[step.a] = true
            case .choice:
                let condition = machine.handled(at: locations[step.a], lane: lane)
                isNeeded[step.a] = true
                isNeeded[condition.isZero ? step.c : step.b] = true
            case .other:
                isNeeded[step.a] = true
                isNeeded[step.b] = true
                isNeeded[step.c] = true
            }
        }
        return work
    }

    private func multiply(
        _ step: WorkSteps.Step, _ machine: Machine, _ lane: Int, _ isNeeded: Needs, _ work: inout Work
    ) {
        if let (a, b) = machine.wholeNumbers(at: locations[step.a], locations[step.b], lane: lane) {
            return multiply(a, b, step, isNeeded, &work)
        }
        let (a, b) = pair(step, machine, lane)
        guard !a.isZero, !b.isZero else {
            work.vanishing += 1
            isNeeded[a.isZero ? step.a : step.b] = true
            return
        }
        isNeeded[step.a] = true
        isNeeded[step.b] = true
        work.signs += (a.isNegative ? 1 : 0) + (b.isNegative ? 1 : 0)
        if a.isOne || b.isOne { return }
        work.products += 1
        work.digitPairs += a.digits * b.digits
        if !a.isWhole || !b.isWhole { work.fractions += 1 }
    }

    /// A product of whole numbers, which most are.
    private func multiply(_ a: Int64, _ b: Int64, _ step: WorkSteps.Step, _ isNeeded: Needs, _ work: inout Work) {
        guard a != 0, b != 0 else {
            work.vanishing += 1
            isNeeded[a == 0 ? step.a : step.b] = true
            return
        }
        isNeeded[step.a] = true
        isNeeded[step.b] = true
        work.signs += (a < 0 ? 1 : 0) + (b < 0 ? 1 : 0)
        if a.magnitude == 1 || b.magnitude == 1 { return }
        work.products += 1
        work.digitPairs += decimalDigits(a.magnitude) * decimalDigits(b.magnitude)
    }

    /// A sum or difference of whole numbers, which most are.
    private func add(
        _ a: Int64, _ b: Int64, isSubtracted: Bool, _ step: WorkSteps.Step, _ isNeeded: Needs, _ work: inout Work
    ) {
        isNeeded[step.a] = true
        isNeeded[step.b] = true
        guard a != 0, b != 0 else {
            work.vanishing += 1
            return
        }
        work.sums += 1
        work.signs += (a < 0 ? 1 : 0) + (b < 0 ? 1 : 0)
        work.carries += carries(Int(a), Int(isSubtracted ? -b : b))
    }

    private func divide(
        _ step: WorkSteps.Step, _ machine: Machine, _ lane: Int, _ isNeeded: Needs, _ work: inout Work
    ) {
        let (a, b) = pair(step, machine, lane)
        isNeeded[step.a] = true
        isNeeded[step.b] = !a.isZero
        guard !a.isZero else {
            work.vanishing += 1
            return
        }
        work.signs += (a.isNegative ? 1 : 0) + (b.isNegative ? 1 : 0)
        if b.isOne { return }
        work.products += 1
        work.digitPairs += a.digits * b.digits
        if !a.isWhole || !b.isWhole || !machine.handled(at: locations[step.target], lane: lane).isWhole {
            work.fractions += 1
        }
    }

    private func add(
        _ step: WorkSteps.Step, isSubtracted: Bool, _ machine: Machine, _ lane: Int, _ isNeeded: Needs,
        _ work: inout Work
    ) {
        if let (a, b) = machine.wholeNumbers(at: locations[step.a], locations[step.b], lane: lane) {
            return add(a, b, isSubtracted: isSubtracted, step, isNeeded, &work)
        }
        let (a, b) = pair(step, machine, lane)
        isNeeded[step.a] = true
        isNeeded[step.b] = true
        guard !a.isZero, !b.isZero else {
            work.vanishing += 1
            return
        }
        work.sums += 1
        work.signs += (a.isNegative ? 1 : 0) + (b.isNegative ? 1 : 0)
        if !a.isWhole || !b.isWhole {
            work.fractions += 1
        } else if let (first, second) = a.whole.flatMap({ first in b.whole.map { (first, $0) } }) {
            work.carries += carries(first, isSubtracted ? -second : second)
        }
    }

    private func pair(_ step: WorkSteps.Step, _ machine: Machine, _ lane: Int) -> (HandledNumber, HandledNumber) {
        (
            machine.handled(at: locations[step.a], lane: lane),
            machine.handled(at: locations[step.b], lane: lane)
        )
    }
}

/// How often a digit is carried or borrowed in a sum of two whole numbers.
private func carries(_ a: Int, _ b: Int) -> Int {
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
