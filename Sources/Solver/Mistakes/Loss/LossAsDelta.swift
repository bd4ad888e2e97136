/// The loss itself taken for its derivative: dL/dŷ = L.
struct LossAsDelta: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for input in search.lossInputs {
            let edits = search.adjoints(of: input.node) { (graph, adjoint) throws(ShapeError) in
                try graph.append(Spread(to: graph[input.node].shape), try graph.loss(of: adjoint))
            }
            search.add(
                .lossAsDelta, at: input.node, edits, "the loss itself was taken for \(search.derivativeName(input))",
                everywhere: "the loss itself was taken for its derivative")
        }
    }
}

extension Graph {
    /// What is differentiated, at the values at which the derivative is taken.
    fileprivate mutating func loss(of adjoint: Adjoint) throws(ShapeError) -> NodeID {
        guard let copy = copies[adjoint.sum], copies[adjoint.of] == nil else { return adjoint.of }
        let others = Dictionary(zip(copy.replaced, copy.others)) { first, _ in first }
        return try self.copy(of: adjoint.of, replacing: others)
    }
}
