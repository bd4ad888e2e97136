/// The new parameter given as the gradient, or the reverse.
struct ParameterForGradient: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for step in search.updateSteps {
            guard let gradient = step.gradient, let (news, gradients) = asked(step.new, gradient, search) else {
                continue
            }
            let (new, derivative) = (search.name(of: step.new), search.gradientName(gradient, by: step.parameter))
            if !news.isEmpty {
                search.add(
                    .parameterForGradient, at: step.node, search.value(of: step.node) { _ in gradient },
                    "\(derivative) was given for \(new)")
            }
            if !news.isEmpty && news.count == gradients.count {
                let exchanged = zip(gradients, news).map { ($0, $1) }
                search.add(
                    .parameterForGradient, at: step.node,
                    [.answers(Dictionary(exchanged) { first, _ in first })], "\(new) was given for \(derivative)")
            }
        }
    }

    /// The asked entries of the new parameter and of the gradient.
    private static func asked(
        _ new: NodeID, _ gradient: NodeID, _ search: MistakeSearch
    ) -> (news: [Int], gradients: [Int])? {
        guard search.graph[new].shape == search.graph[gradient].shape else { return nil }
        func places(_ node: NodeID) -> [Int] {
            search.asked.indices.filter {
                search.calculation(of: search.asked[$0].node) == search.calculation(of: node)
            }
            .sorted { search.asked[$0].entry < search.asked[$1].entry }
        }
        return (places(new), places(gradient))
    }
}

extension MistakeSearch {
    /// How a derivative is called: by the quantity that it is, if there is one.
    fileprivate func gradientName(_ gradient: NodeID, by parameter: NodeID) -> String {
        users(of: gradient).first { graph[$0].operation is Quantity }.map { name(of: $0) } ?? derivativeName(parameter)
    }
}
