import Solver
import Template

/// Works out how much work variants are.
struct WorkGauge: Sendable {
    /// What the counting looks at.
    let program: Program
    private let meter: WorkMeter

    init(_ template: Template) throws(CalculationError) {
        var lowering = Lowering(template.graph)
        guard let asked = try? lowering.lower(asked: Calculation.pins(of: template)),
            let given = try? lowering.lower(template.given.compactMap { template.nodes[$0.name] })
        else { throw .tooLong }
        let shown = Set(given.flatMap(\.slots))
        let steps = lowering.extend { WorkSteps(to: asked, given: shown, in: &$0) }
        guard !lowering.code.isFull else { throw .tooLong }
        program = Program(lowering.code, stages: [steps.slots], inputs: template.draws.map(\.range))
        meter = WorkMeter(steps, at: program.outputs[0])
    }

    /// The work of some variants.
    func works(of variants: [UInt128], in sample: VariantSample) -> [Work] {
        var works: [Work] = []
        sample.forEachBatch(variants, program) { _, machine, lanes in works += meter.works(in: machine, lanes: lanes) }
        return works
    }

    /// Lets draws pass whose counts lie within bands.
    func stage(_ bands: [WorkCount: ClosedRange<Int>], _ source: VariantSource) -> SieveStage {
        SieveStage(program, source) { [meter] machine, lanes in
            machine.run(lanes: lanes)
            return meter.lanes(within: bands, in: machine, lanes: lanes)
        }
    }
}
