import Solver
import Template

/// How many draws a rule rejects.
package struct Rejection: Hashable, Sendable {
    /// The rule.
    package let rule: Rule
    /// By itself; between 0 and 1.
    package let share: Double
    /// Which share of the draws satisfies all other rules.
    package let others: Double

    /// The share, at the right of a column, and what the rule asks for.
    package func line(in template: Template, width: Int) -> String {
        let text = Self.percent(share)
        return String(repeating: " ", count: max(0, width - text.count)) + text + "  " + rule.description(in: template)
    }

    /// A share in percent, or that it is under one.
    static func percent(_ share: Double) -> String {
        let percent = Int((share * 100).rounded())
        return percent == 0 ? "under 1%" : "\(percent)%"
    }
}

extension Screening {
    /// How many draws each rule rejects, the greatest first; of 4,096 where there are more.
    ///
    /// A draw with a number that does not exist is no other rule's matter.
    func rejections(_ calculation: Calculation, _ source: VariantSource) -> [Rejection] {
        var sample = VariantSample(source, limit: 4096)
        let variants = sample.variants(4096, passing: [])
        let satisfied = sample.places(variants, program)
        let settling = Settling(calculation)
        let all = BitSet(all: variants.count)
        var undefined = BitSet(size: variants.count)
        var tied = undefined
        if settling.isNeeded {
            sample.forEach(variants, calculation.program) { place, machine, lane in
                switch settling.problem(inLane: lane, of: machine) {
                case .undefined: undefined.insert(place)
                case .tie: tied.insert(place)
                default: break
                }
            }
        }
        var rules: [Rule] = []
        var rejected: [Rule: BitSet] = [.undefined: undefined, .tie: tied]
        for index in conditions.indices {
            let rule = conditions[index].rule
            if rejected[rule] == nil { rules.append(rule) }
            let own = all.subtracting(satisfied[index]).subtracting(undefined)
            rejected[rule] = rejected[rule]?.union(own) ?? own
        }
        rules += [.undefined, .tie]
        return rules.map { rule in
            let others = rules.filter { $0 != rule }.reduce(all) { $0.subtracting(rejected[$1] ?? undefined) }
            return Rejection(
                rule: rule, share: Double(rejected[rule]?.count ?? 0) / Double(variants.count),
                others: Double(others.count) / Double(variants.count))
        }.filter { $0.share > 0 }.sorted { $0.share > $1.share }
    }
}
