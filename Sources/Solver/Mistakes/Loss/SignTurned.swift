/// dL/dŷ = y − ŷ for ŷ − y.
struct SignTurned: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for input in search.lossInputs {
            let edits = search.adjoints(of: input.node) { (graph, adjoint) throws(ShapeError) in
                try graph.append(Negation(), try graph.copy(of: adjoint.sum))
            }
            search.add(
                .sign, at: input.node, edits, "\(search.derivativeName(input)) has the wrong sign",
                everywhere: "the derivatives of the losses have the wrong sign")
        }
    }
}
