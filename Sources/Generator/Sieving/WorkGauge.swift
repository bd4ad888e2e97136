import Solver
import Template

/// Works out how much work variants are.
struct WorkGauge: Sendable {
    /// What the counting looks at.
    let program: Program
    private let meter: WorkMeter

    init(_ template: Template) throws(CalculationError) {
        var lowering = Lowering(template.graph)
        guard let asked = try? lowering.lower(asked: Calculation.pins(of: template)) else { throw .tooLong }
        let steps = lowering.extend { WorkSteps(to: asked, in: &$0) }
        guard !lowering.code.isFull else { throw .tooLong }
        program = Program(lowering.code, stages: [steps.slots], inputs: template.draws.map(\.range))
        meter = WorkMeter(steps, at: program.outputs[0])
    }

    /// The work of a variant in a machine that has run the program.
    func work(in machine: Machine, lane: Int) -> Work { meter.work(in: machine, lane: lane) }

    /// The work of some variants.
    func works(of variants: [UInt128], in sample: VariantSample) -> [Work] {
        var works: [Work] = []
        sample.forEach(variants, program) { _, machine, lane in works.append(work(in: machine, lane: lane)) }
        return works
    }

    /// Lets draws pass whose counts lie within bands.
    func stage(_ bands: [WorkCount: ClosedRange<Int>], _ source: VariantSource) -> SieveStage {
        let bands = WorkCount.allCases.compactMap { count in bands[count].map { (count, $0) } }
        return SieveStage(program, source) { [self] machine, lanes in
            machine.run(lanes: lanes)
            return UInt64(lowestBits: lanes).keepingBits { lane in
                let work = work(in: machine, lane: lane)
                return bands.allSatisfy { $0.1.contains(work[$0.0]) }
            }
        }
    }
}
