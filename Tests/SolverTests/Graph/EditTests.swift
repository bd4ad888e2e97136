import Exact
import Testing

@testable import Solver

/// Mistakes as edits of the founding network's graph, against a calculation by hand with the same mistakes.
struct EditTests {
    private let network: FoundingNetwork
    private let asked: [NodeID]
    private var graph: Graph { network.elaboration.graph }

    init() throws {
        var network = try FoundingNetwork()
        asked = try HandCalculation.asked.map { try network.node($0) }
        self.network = network
    }

    /// The one pull through the first operation of a kind.
    private func pull<Kind>(through kind: Kind.Type, operand: Int = 0) throws -> PullID {
        let index = graph.pulls.firstIndex { graph[$0.node].operation is Kind && $0.operand == operand }
        return PullID(index: try #require(index))
    }

    /// A pull that passes on what arrives, as if its operation were not there.
    private func passed(_ pull: PullID) -> Edit { .pull(pull, by: graph[pull].upstream) }

    private func forgottenHalf() throws -> Edit { passed(try pull(through: Division.self)) }
    private func ignoredMask() throws -> Edit { passed(try pull(through: ReLU.self)) }

    private func droppedBias(_ scope: Edit.Scope) throws -> Edit {
        let sum = graph[try #require(network.elaboration.quantities["z1"])].inputs[0]
        return .value(sum, by: graph[sum].inputs[0], in: scope)
    }

    private func check(_ edits: [Edit], _ mistakes: HandCalculation.Mistakes) throws {
        let expected = HandCalculation(mistakes).numbers
        for (index, numbers) in try network.values(of: asked, under: edits).enumerated() {
            #expect(numbers == expected[index], "\(HandCalculation.asked[index])")
        }
    }

    @Test func nothingIsChanged() throws { try check([], .init()) }

    @Test func forgottenHalfGivesTheSheetsNumbers() throws {
        var network = network
        let nodes = try ["dL/dW3[2]", "dL/dW2[2,2]", "dL/dW1[2,1]"].map { try network.node($0) }
        #expect(try network.values(of: nodes, under: [forgottenHalf()]) == [exact(42), exact(14), exact(28)])
        try check([forgottenHalf()], .init(forgetsHalf: true))
    }

    @Test func singleMistakes() throws {
        try check([ignoredMask()], .init(ignoresMask: true))
        try check([droppedBias(.forward)], .init(dropsBiasForward: true))
        try check([droppedBias(.everywhere)], .init(dropsBias: true))
    }

    @Test func mistakesCompose() throws {
        try check([ignoredMask(), droppedBias(.everywhere)], .init(ignoresMask: true, dropsBias: true))
        try check([droppedBias(.forward), ignoredMask()], .init(ignoresMask: true, dropsBiasForward: true))
        try check([forgottenHalf(), ignoredMask()], .init(forgetsHalf: true, ignoresMask: true))
        try check(
            [ignoredMask(), droppedBias(.everywhere), forgottenHalf()],
            .init(forgetsHalf: true, ignoresMask: true, dropsBias: true))
    }

    @Test func adjointsAndAnswersCanBeReplaced() throws {
        var network = network
        let z1 = try network.node("z1")
        let z2 = try network.node("z2")
        let graph = network.elaboration.graph
        let adjoint = try #require(graph.adjoints.firstIndex { $0.withRespectTo == z1 })
        let upstream = try #require(graph.adjoints.first { $0.withRespectTo == z2 })
        // The derivative that arrives at z2 is taken for that at z1.
        let gradient = try network.node("dL/dW1")
        let values = try network.values(
            of: [gradient], under: [.adjoint(AdjointID(index: adjoint), by: upstream.sum)])
        // (ŷ − y) W3 times x: 3.5 · (−1, 1, −2) times (2, 1).
        #expect(values == [exact(-7, Rational(-7, 2), 7, Rational(7, 2), -14, -7)])

        var lowering = Lowering(network.elaboration.graph)
        let pins = [0, 1, 2].map { Pin(node: z1, entry: $0) }
        let slots = try lowering.lower(asked: pins, under: [.answers([0: 2, 2: 0])])
        let right = try lowering.lower(asked: pins)
        #expect(slots == [right[2], right[1], right[0]])
    }

    /// A student's z1 = (1, 2, 3) and all that follows from it.
    @Test func pinnedAnswersAreFollowed() throws {
        let z1 = try #require(network.elaboration.quantities["z1"])
        let pins = (0..<3).map { Pin(node: z1, entry: $0) }
        let numbers = exact(1, 2, 3)
        let values = try network.values(
            of: asked, pins: pins, overriding: [0: numbers[0], 1: numbers[1], 2: numbers[2]])
        #expect(values == HandCalculation(.init(z1: [1, 2, 3])).numbers)
        let untouched = try network.values(of: asked, pins: pins)
        #expect(untouched == HandCalculation().numbers)
        let one = try network.values(of: asked, pins: pins, overriding: [0: .exact(1)])
        #expect(one == HandCalculation(.init(z1: [1, 2, 3])).numbers, "the other two are right already")
    }

    @Test func whatIsMadeOfItselfIsAnError() throws {
        let z1 = try #require(network.elaboration.quantities["z1"])
        let h1 = try #require(network.elaboration.quantities["h1"])
        for scope in [Edit.Scope.forward, .everywhere] {
            #expect(throws: EditError.self) { try network.values(of: asked, under: [.value(z1, by: h1, in: scope)]) }
            #expect(throws: EditError.self) { try network.values(of: asked, under: [.value(z1, by: z1, in: scope)]) }
        }
        // Each alone is possible, both together are a circle.
        var graph = graph
        let (a, b) = (try graph.copy(of: z1), try graph.copy(of: z1))
        var lowering = Lowering(graph)
        #expect(try lowering.lower([a], under: [.value(a, by: b, in: .everywhere)]).count == 1)
        #expect(throws: EditError.self) {
            try lowering.lower([a], under: [.value(a, by: b, in: .everywhere), .value(b, by: a, in: .everywhere)])
        }
    }

    @Test func replacementsHaveTheSameShape() throws {
        var graph = graph
        let weights = try #require(network.elaboration.quantities["W1"])
        let turned = try graph.append(Transpose(), weights)
        let scalar = try #require(network.elaboration.quantities["y"])
        for other in [turned, scalar] {
            var lowering = Lowering(graph)
            #expect(throws: EditError.self) {
                try lowering.lower(asked, under: [.value(weights, by: other, in: .everywhere)])
            }
        }
    }

    @Test func copiesCanBeBuiltOn() throws {
        var network = network
        let z1 = try #require(network.elaboration.quantities["z1"])
        let copy = try network.elaboration.graph.copy(of: z1)
        let double = try network.elaboration.graph.append(Addition(), copy, copy)
        let values = try network.values(of: asked, under: [.value(z1, by: double, in: .everywhere)])
        #expect(values[0] == exact(-2, 4, 6))
        #expect(values[1] == exact(0, 4, 6))
    }

    /// Lowered into one code, edited calculations share what they have in common.
    @Test func manyMistakesTogetherCostLittle() throws {
        let zero = try #require(network.elaboration.quantities["z1"])
        var sets: [[Edit]] = [
            [], [try forgottenHalf()], [try ignoredMask()], [try droppedBias(.forward)], [try droppedBias(.everywhere)],
        ]
        sets.append([try ignoredMask(), try droppedBias(.everywhere)])
        for pull in graph.pulls.indices.map(PullID.init(index:))
        where graph[graph[pull].upstream].shape == graph[graph[pull].value].shape {
            sets.append([passed(pull)])
        }
        #expect(sets.count > 15)
        let pins = HandCalculation.asked.indices.flatMap { index in
            (0..<graph[asked[index]].shape.count).map { Pin(node: asked[index], entry: $0) }
        }
        var together = Lowering(graph, pins: pins)
        var apart = 0
        var slots: [Slot] = []
        for edits in sets {
            slots += try together.lower(asked, under: edits).flatMap(\.slots)
            var alone = Lowering(graph, pins: pins)
            let tensors = try alone.lower(asked, under: edits)
            apart += program(alone.code, tensors.flatMap(\.slots)).count
        }
        let shared = program(together.code, slots).count
        #expect(shared * 3 < apart, "\(shared) together, \(apart) apart, \(zero)")
    }

    private func program(_ code: Code, _ slots: [Slot]) -> Program {
        Program(code, stages: [slots], inputs: network.values.map { _ in InputRange(-4, 4, denominator: 2) })
    }
}
