/// The known mistakes, as `marking:` names them.
package enum Mistake: String, Hashable, Sendable, CaseIterable {
    case biasDropped = "bias-dropped"
    case transposedForward = "transposed-forward"
    case activationSkipped = "activation-skipped"
    case activationAtOutput = "activation-at-output"
    case softmaxSkipped = "softmax-skipped"
    case logBase = "log-base"
    case halfForgotten = "half-forgotten"
    case halfInvented = "half-invented"
    case sign
    case lossAsDelta = "loss-as-delta"
    case upstreamDropped = "upstream-dropped"
    case transposeDropped = "transpose-dropped"
    case wrongLayerWeights = "wrong-layer-weights"
    case indexSwapped = "index-swapped"
    case maskIgnored = "mask-ignored"
    case maskFromOtherLayer = "mask-from-other-layer"
    case valueForMask = "value-for-mask"
    case derivativeAtActivation = "derivative-at-activation"
    case sigmoidRuleForTanh = "sigmoid-rule-for-tanh"
    case onePathOnly = "one-path-only"
    case forkOverwritten = "fork-overwritten"
    case preForPost = "pre-for-post"
    case updatedWeightsUsed = "updated-weights-used"
    case parameterForGradient = "parameter-for-gradient"
    case ascent
    case batchNotAveraged = "batch-not-averaged"
    case oneHotForgotten = "onehot-forgotten"
    case unscaledAttention = "unscaled-attention"
    case kernelFlipped = "kernel-flipped"
    case sizeOffByOne = "size-off-by-one"
    case biasPerFilter = "bias-per-filter"
    case varianceByOneLess = "variance-m-minus-1"
    case biasCorrectionDropped = "bias-correction-dropped"
    case swappedAnswers = "swapped-answers"

    /// Whether there is evidence that people make it.
    package var isSeen: Bool {
        switch self {
        case .activationSkipped, .activationAtOutput, .maskFromOtherLayer, .valueForMask, .sigmoidRuleForTanh,
            .oneHotForgotten:
            false
        default: true
        }
    }
}
