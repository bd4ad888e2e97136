import Solver
import Template

/// What variants are made of: the draws of a template, and how they are numbered.
struct VariantSource: Sendable {
    /// The drawn numbers.
    let draws: [Draw]
    /// All variants.
    let space: VariantSpace
    /// Chooses what the numbering does not count.
    let hash: SipHash

    init(_ template: Template, seed: UInt64) {
        draws = template.draws
        space = VariantSpace(
            radices: template.digits.radices, distinct: template.digits.distinct, index: template.indexDigits)
        hash = SipHash(key: seed, 0x6472_6177)
    }

    /// What each input can be.
    var ranges: [InputRange] { draws.map(\.range) }

    /// Puts variants into machines that run a program.
    func feeder(for program: Program) -> VariantFeeder { VariantFeeder(self, program) }
}

/// Puts the numbers of variants into machines that run one program.
struct VariantFeeder: Sendable {
    private let inputs: InputFeeder
    private let columns: DigitColumns
    private let hash: SipHash

    init(_ source: VariantSource, _ program: Program) {
        inputs = InputFeeder(source.draws, for: program)
        columns = DigitColumns(source.space, needed: inputs.digits)
        hash = source.hash
    }

    /// Sets the inputs of the first lanes to the numbers of up to 64 variants.
    func feed(_ variants: UnsafeBufferPointer<UInt128>, to machine: Machine) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, columns.count) * Machine.width) { rows in
            guard let base = rows.baseAddress else { return }
            columns.write(variants, to: base, hash: hash)
            inputs.feed(base, to: machine, lanes: variants.count)
        }
    }
}
