import Solver
import Template

/// Draws variants that depend on the template alone, each once, and looks at their numbers.
struct VariantSample {
    private let source: VariantSource
    private let order: KeyedPermutation
    /// How many draws were made.
    private(set) var tries = 0
    /// How many draws there are, or as many as are made at most.
    private let limit: Int

    init(_ source: VariantSource, limit: Int) {
        self.source = source
        self.limit = Int(min(source.space.size, UInt128(limit)))
        order = KeyedPermutation(size: source.space.size, seed: 0, purpose: "pilot")
    }

    /// Whether all draws were made.
    var isAtEnd: Bool { tries >= limit }

    /// Further variants that pass all stages: so many, or fewer where draws come to an end.
    mutating func variants(_ count: Int, passing stages: [SieveStage]) -> [UInt128] {
        let sieve = Sieve(stages)
        var found: [UInt128] = []
        while found.count < count, !isAtEnd {
            sieve.add(order(UInt128(tries))) { variant, _ in found.append(variant) }
            tries += 1
        }
        sieve.flush { variant, _ in found.append(variant) }
        return found
    }

    /// Of some variants, those that pass a stage.
    func variants(_ variants: [UInt128], passing stage: SieveStage) -> [UInt128] {
        let sieve = Sieve([stage])
        var found: [UInt128] = []
        for variant in variants {
            sieve.add(variant) { variant, _ in found.append(variant) }
        }
        sieve.flush { variant, _ in found.append(variant) }
        return found
    }

    /// Calls `body` for each of some variants in turn, with a machine that has run a program for it.
    func forEach(
        _ variants: [UInt128], _ program: Program,
        _ body: (_ place: Int, _ machine: Machine, _ lane: Int) -> Void
    ) {
        forEachBatch(variants, program) { first, machine, lanes in
            for lane in 0..<lanes { body(first + lane, machine, lane) }
        }
    }

    /// For each output of a program, the variants for which it is there and not 0.
    func places(_ variants: [UInt128], _ program: Program) -> [BitSet] {
        var places = program.outputs[0].map { _ in BitSet(size: variants.count) }
        forEachBatch(variants, program) { first, machine, lanes in
            for (index, location) in program.outputs[0].enumerated() {
                places[index].insert(machine.lanes(where: location, of: lanes), from: first)
            }
        }
        return places
    }

    /// Calls `body` for up to 64 variants at a time, in the first lanes of a machine that has run a program for them.
    func forEachBatch(
        _ variants: [UInt128], _ program: Program,
        _ body: (_ first: Int, _ machine: Machine, _ lanes: Int) -> Void
    ) {
        let machine = Machine(program)
        let feeder = source.feeder(for: program)
        variants.withUnsafeBufferPointer { variants in
            for first in stride(from: 0, to: variants.count, by: Machine.width) {
                let lanes = min(Machine.width, variants.count - first)
                feeder.feed(UnsafeBufferPointer(rebasing: variants[first..<first + lanes]), to: machine)
                machine.run(lanes: lanes)
                body(first, machine, lanes)
            }
        }
    }
}
