import Solver
import Template

extension Drawer {
    /// All acceptable variants of a small space, in order.
    mutating func enumerate() -> [UInt32] {
        var acceptable: [UInt32] = []
        let size = Int(space.size)
        for start in stride(from: 0, to: size, by: Machine.width) {
            let variants = (start..<min(start + Machine.width, size)).map { UInt128($0) }
            var accepted = acceptedLanes(of: variants)
            while accepted != 0 {
                acceptable.append(UInt32(start + accepted.trailingZeroBitCount))
                accepted &= accepted - 1
            }
        }
        return acceptable
    }

    /// How many attempts a sheet's block needs, from variants that depend on the template alone.
    ///
    /// Draws 1,024, and more only while fewer than 16 were acceptable; gives up after about a quarter of a million.
    mutating func pilot() throws(GeneratorError) -> Int {
        let order = KeyedPermutation(size: space.size, seed: 0, purpose: "pilot")
        var tries = 0
        var accepted = 0
        while tries < 1024 || (accepted < 16 && tries < 1 << 18) {
            let variants = (tries..<tries + Machine.width).map { order(UInt128($0)) }
            accepted += acceptedLanes(of: variants).nonzeroBitCount
            tries += Machine.width
        }
        guard accepted > 0 else { throw .noVariant(rejections(), tries: tries, isComplete: false) }
        return Int((Generator.acceptablePerBlock * Double(tries) / Double(accepted)).rounded(.up))
    }

    /// What share of the variants each rule rejects by itself, the greatest first; of 4,096 where there are more.
    package mutating func rejections() -> [Rejection] {
        let order = KeyedPermutation(size: space.size, seed: 0, purpose: "pilot")
        let total = Int(min(4096, space.size))
        var counts: [Rule: Int] = [:]
        for start in stride(from: 0, to: total, by: Machine.width) {
            for (rule, lanes) in rejectedLanes(
                of: (start..<min(start + Machine.width, total)).map { order(UInt128($0)) })
            {
                counts[rule, default: 0] += lanes.nonzeroBitCount
            }
        }
        var seen: Set<Rule> = []
        return (screening.rules + [.undefined, .tie]).filter { seen.insert($0).inserted }
            .map { Rejection(rule: $0, share: Double(counts[$0] ?? 0) / Double(total)) }
            .filter { $0.share > 0 }
            .sorted { $0.share > $1.share }
    }

    /// For each rule, the lanes that it rejects by itself; a number that does not exist is no other rule's matter.
    private mutating func rejectedLanes(of variants: [UInt128]) -> [Rule: UInt64] {
        load(variants, intoScreen: true, intoMachine: true)
        machine.run(lanes: variants.count)
        var rejected: [Rule: UInt64] = [:]
        for lane in variants.indices {
            if let rule = problem(inLane: lane) { rejected[rule, default: 0] |= 1 << UInt64(lane) }
        }
        let undefined = rejected[.undefined] ?? 0
        // Several stages may speak for one rule: a draw that two of them reject is rejected once.
        for (rule, lanes) in zip(screening.rules, screening.rejectedLanes(in: screen, lanes: variants.count)) {
            rejected[rule, default: 0] |= lanes & ~undefined
        }
        return rejected
    }

    /// Throws where a fixed template contradicts its own requirements or has a number that does not exist.
    mutating func check(fixed template: Template, mayBreakRules: Bool) throws(GeneratorError) {
        load([0], intoScreen: true, intoMachine: true)
        machine.run(lanes: 1)
        let named = calculation.quantities.flatMap { quantity in quantity.values.map { (quantity.name, $0) } }
        for (name, value) in named + calculation.asked.map({ ($0.column, $0.value) })
        where !machine.number(at: calculation.location(ofValue: value), lane: 0).isDefined {
            throw .undefined(name, machine.failure(lane: 0))
        }
        guard !mayBreakRules else { return }
        for case .requirement(let index) in brokenRules() {
            throw .contradiction(template.requirements[index].text)
        }
    }

    /// The rules that a fixed template breaks.
    package mutating func brokenRules() -> [Rule] {
        load([0], intoScreen: true, intoMachine: false)
        var broken: [Rule] = []
        for (rule, lanes) in zip(screening.rules, screening.rejectedLanes(in: screen, lanes: 1))
        where lanes != 0 && !broken.contains(rule) {
            broken.append(rule)
        }
        return broken
    }
}
