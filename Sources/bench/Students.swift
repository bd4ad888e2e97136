import Checker
import Exact
import Generator
import Solver
import Template

/// Prints what the checker makes of simulated students, a line a kind of student.
func printStudents(of template: Template, sheets count: Int) throws {
    let generator = try Generator(template, seed: 1)
    let calculation = generator.calculation
    let judge = Judge(calculation)
    guard let catalogue = judge.catalogue else {
        print("no known mistake can be made")
        return
    }
    print("\(catalogue.mistakes.count) places for mistakes, \(calculation.asked.count) asked numbers, \(count) sheets")
    let machine = Machine(calculation.program)
    var sheet = Sheet(
        calculation: calculation, judge: judge, catalogue: catalogue, machine: machine,
        codes: StudentCodes(catalogue, calculation))
    var random = SplitMix(state: 7)
    var tallies = StudentKind.all.map { Tally(kind: $0) }
    var drawer = generator.drawer()
    let own = min(count, generator.capacity.map { Int(clamping: $0) } ?? 1)
    var before: [Rational]?
    for index in 0..<count {
        try drawer.draw(sheets: index % own, count: 1, from: generator)
        machine.copyInputs(of: drawer.machine, lanes: 1)
        machine.run(lanes: 1)
        for place in tallies.indices { tallies[place].add(&sheet, before: before, &random) }
        before = sheet.right
    }
    for tally in tallies { print(tally.line) }
}

/// A generator of random numbers whose course depends on its state alone.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

/// What came out for one kind of student.
struct Tally {
    let kind: StudentKind
    var counts: [String: Int] = [:]

    mutating func add(_ sheet: inout Sheet, before: [Rational]?, _ random: inout SplitMix) {
        for outcome in kind.outcomes(&sheet, before, &random) { counts[outcome, default: 0] += 1 }
    }

    var line: String {
        let total = counts["rows"] ?? 0
        let shares = kind.names.map { name in
            let count = counts[name] ?? 0
            let share = total == 0 ? 0 : (Double(count) / Double(total) * 1000).rounded() / 10
            return "\(name) \(share)%"
        }
        return "\(kind.name) (\(total)): " + shares.joined(separator: ", ")
    }
}
