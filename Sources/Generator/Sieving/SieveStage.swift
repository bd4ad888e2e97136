import Solver
import Template

/// A stage of sieving: a program, and what tells from its numbers which draws pass.
struct SieveStage: Sendable {
    /// What works out the numbers that the stage looks at.
    let program: Program
    /// Sets the program's inputs.
    let feeder: VariantFeeder
    /// Of the first lanes of a machine whose inputs are set, those that pass.
    let passing: @Sendable (_ machine: Machine, _ lanes: Int) -> UInt64

    init(
        _ program: Program, _ source: VariantSource,
        passing: @escaping @Sendable (_ machine: Machine, _ lanes: Int) -> UInt64
    ) {
        self.program = program
        feeder = source.feeder(for: program)
        self.passing = passing
    }

    /// Draws pass that satisfy all outputs of a program.
    init(conditions program: Program, _ source: VariantSource) {
        self.init(program, source) { machine, lanes in
            machine.run(lanes: lanes)
            var passing = UInt64(lowestBits: lanes)
            for location in program.outputs[0] where passing != 0 {
                passing &= machine.lanes(where: location, of: lanes)
            }
            return passing
        }
    }
}
