/// The known mistakes at all places of a calculation at which they change an asked number.
package struct MistakeCatalogue: Sendable {
    /// The calculation's graph, with what the mistakes calculate instead.
    package let graph: Graph
    /// In the order of the table of mistakes; what changes the same numbers in the same way stands there once.
    package let mistakes: [PlacedMistake]
    /// The quantities that are worked out and the derivatives by quantities, with what each is called.
    package let values: [(node: NodeID, name: String)]

    /// - Parameters:
    ///   - graph: The equations and derivatives.
    ///   - asked: The asked entries.
    ///   - symbols: How the sheet writes each name, in one line; a name that is missing is written as it is.
    package init(_ graph: Graph, asked: [Pin], symbols: [String: String] = [:]) {
        var search = MistakeSearch(graph, asked: asked, symbols: symbols)
        values = search.namedValues
        for mistake in Self.all { mistake.find(in: &search) }
        search.tellApart()
        search.addEverywhere()
        self.graph = search.graph
        mistakes = Self.distinct(search.found, graph: search.graph, asked: asked)
    }

    /// Those that change an asked number, each way of changing them once.
    private static func distinct(_ found: [PlacedMistake], graph: Graph, asked: [Pin]) -> [PlacedMistake] {
        var lowering = Lowering(graph)
        guard let right = try? lowering.lower(asked: asked) else { return [] }
        var seen: Set<[Slot]> = [right]
        return found.filter { mistake in
            guard let slots = try? lowering.lower(asked: asked, under: mistake.edits), !lowering.code.isFull else {
                return false
            }
            return seen.insert(slots).inserted
        }
    }

    /// What is looked for, in the order in which explanations are preferred.
    private static let all: [any KnownMistake.Type] = [
        BiasDropped.self, TransposedForward.self, ActivationSkipped.self, ActivationAtOutput.self, SoftmaxSkipped.self,
        LogBase.self, HalfForgotten.self, HalfInvented.self, SignTurned.self, LossAsDelta.self, UpstreamDropped.self,
        TransposeDropped.self, WrongLayerWeights.self, IndexSwapped.self, MaskIgnored.self, MaskFromOtherLayer.self,
        ValueForMask.self, DerivativeAtActivation.self, SigmoidRuleForTanh.self, OnePathOnly.self,
        ForkOverwritten.self, PreForPost.self, UpdatedWeightsUsed.self, ParameterForGradient.self, Ascent.self,
        BatchNotAveraged.self, OneHotForgotten.self, UnscaledAttention.self, KernelFlipped.self, SizeOffByOne.self,
        BiasPerFilter.self, VarianceByOneLess.self, BiasCorrectionDropped.self,
    ]
}

/// A mistake that can be found in a graph: everything that is known of it.
protocol KnownMistake: Sendable {
    /// Adds it at each place at which it can be made.
    static func find(in search: inout MistakeSearch)
}
