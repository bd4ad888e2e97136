import Solver
import Template

/// Lets draws that are acceptable pass, stage by stage, with memory of its own.
///
/// Each stage works on 64 draws at once: those that passed wait until there are so many. Draws leave in the order in
/// which they came.
struct Sieve {
    private let first: SieveRun?

    init(_ stages: [SieveStage]) {
        first = stages.reversed().reduce(nil) { next, stage in SieveRun(stage, next: next) }
    }

    /// Puts a variant in, with a tag; `take` gets the variants that have passed all stages meanwhile, and their tags.
    func add(_ variant: UInt128, tag: Int = 0, _ take: (_ variant: UInt128, _ tag: Int) -> Void) {
        if let first { first.add(variant, tag, take) } else { take(variant, tag) }
    }

    /// Puts several variants in, in their order, all with one tag.
    func add(
        _ variants: UnsafeBufferPointer<UInt128>, tag: Int, _ take: (_ variant: UInt128, _ tag: Int) -> Void
    ) {
        if let first { first.add(variants, tag, take) } else { for variant in variants { take(variant, tag) } }
    }

    /// Lets all variants that wait go on.
    func flush(_ take: (_ variant: UInt128, _ tag: Int) -> Void) { first?.flush(take) }
}

/// A stage of a sieve at work, and up to 64 draws that wait for it: the variants, and what each was drawn for.
private final class SieveRun {
    private let passing: @Sendable (Machine, Int) -> UInt64
    private let feeder: VariantFeeder
    private let machine: Machine
    private let next: SieveRun?
    private let variants: UnsafeMutablePointer<UInt128>
    private let tags: UnsafeMutablePointer<Int>
    /// How many draws wait.
    private var count = 0
    private let room = Machine.width

    init(_ stage: SieveStage, next: SieveRun?) {
        passing = stage.passing
        feeder = stage.feeder
        machine = Machine(stage.program)
        self.next = next
        variants = .allocate(capacity: Machine.width)
        tags = .allocate(capacity: Machine.width)
        variants.initialize(repeating: 0, count: Machine.width)
        tags.initialize(repeating: 0, count: Machine.width)
    }

    deinit {
        variants.deallocate()
        tags.deallocate()
    }

    func add(_ variant: UInt128, _ tag: Int, _ take: (UInt128, Int) -> Void) {
        variants[count] = variant
        tags[count] = tag
        count += 1
        if count == room { run(take) }
    }

    func add(_ variants: UnsafeBufferPointer<UInt128>, _ tag: Int, _ take: (UInt128, Int) -> Void) {
        for variant in variants { add(variant, tag, take) }
    }

    /// Adds those of a stage's variants that have passed.
    private func add(_ passed: UInt64, of stage: SieveRun, _ take: (UInt128, Int) -> Void) {
        passed.forEachBit { lane in
            variants[count] = stage.variants[lane]
            tags[count] = stage.tags[lane]
            count += 1
            if count == room { run(take) }
        }
    }

    func flush(_ take: (UInt128, Int) -> Void) {
        if count > 0 { run(take) }
        next?.flush(take)
    }

    private func run(_ take: (UInt128, Int) -> Void) {
        feeder.feed(UnsafeBufferPointer(start: variants, count: count), to: machine)
        let passed = passing(machine, count)
        count = 0
        if let next {
            next.add(passed, of: self, take)
        } else {
            passed.forEachBit { lane in take(variants[lane], tags[lane]) }
        }
    }
}
