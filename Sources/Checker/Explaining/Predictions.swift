import Solver

/// What one answer is after each set of up to so many mistakes that can be made between it and the answers before it.
///
/// Made once and looked at by many rows.
final class Predictions: Sendable {
    /// Computes all of them, from the sheet's numbers and the answers before.
    let code: RealCode
    /// The sets, the smallest first, beginning with no mistake.
    let sets: [MistakeSet]
    /// How many mistakes are made at most.
    let largest: Int
    /// Of each mistake, whether it changes this answer, where one is made at all.
    let isMember: [Bool]
    /// Whether every set of so many is there.
    let isComplete: Bool
    private let places: [MistakeSet: Int]

    /// The most sets that are looked at for one answer.
    static let limit = 2400

    /// - Parameters:
    ///   - answer: Which asked number.
    ///   - nearest: The answers that are taken as they were given.
    ///   - size: How many mistakes are made at most.
    init(
        of answer: Int, asked pins: [Pin], from nearest: [Int], upTo size: Int, _ catalogue: MistakeCatalogue,
        inputCount: Int
    ) {
        let blocked = pins.indices.map { nearest.contains($0) ? pins[$0] : nil }
        var lowering = Lowering(catalogue.graph, inputs: blocked, from: inputCount)
        func slot(_ mistakes: [Int]) -> Slot? {
            let edits = mistakes.flatMap { catalogue.mistakes[$0].edits }
            return try? lowering.lower(answer, of: pins, under: edits)
        }
        let right = slot([]) ?? 0
        var singles: [Int: Slot] = [:]
        for mistake in catalogue.mistakes.indices where size > 0 {
            if let slot = slot([mistake]), slot != right { singles[mistake] = slot }
        }
        var sets = [MistakeSet.none]
        var slots = [right]
        var places = [MistakeSet.none: 0]
        var isComplete = true
        func add(_ mistakes: [Int], _ slot: Slot) {
            guard let set = MistakeSet(mistakes) else { return }
            places[set] = sets.count
            sets.append(set)
            slots.append(slot)
        }
        let members = singles.keys.sorted()
        for member in members { add([member], singles[member] ?? right) }
        var smaller = members.map { [$0] }
        for _ in 0..<max(size - 1, 0) {
            var larger: [[Int]] = []
            grow: for set in smaller {
                for member in members where member > set[set.count - 1] {
                    let excludes = set.contains { catalogue.mistakes[$0].excludes(catalogue.mistakes[member]) }
                    if excludes { continue }
                    guard sets.count < Self.limit, !lowering.code.isFull else {
                        isComplete = false
                        break grow
                    }
                    if let slot = slot(set + [member]) { add(set + [member], slot) }
                    larger.append(set + [member])
                }
            }
            smaller = larger
        }
        code = RealCode(lowering.code, slots)
        self.sets = sets
        self.places = places
        largest = size
        self.isComplete = isComplete
        isMember = catalogue.mistakes.indices.map { singles[$0] != nil }
    }

    /// Whether nothing is gained by looking at sets of so many: they are there already, or there is no room for more.
    func reach(_ size: Int) -> Bool { largest >= size || !isComplete }

    /// Where a set stands; nil for one that cannot be made or was not looked at.
    func place(of set: MistakeSet) -> Int? { places[set] }
}
