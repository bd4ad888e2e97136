/// The derivative by w_ji given for w_ij.
struct IndexSwapped: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for adjoint in search.adjoints.map({ search.graph[$0] }) {
            let shape = search.graph[adjoint.sum].shape
            guard shape.rank == 2, !shape.isRowOrColumn, search.graph[adjoint.withRespectTo].operation is Quantity,
                search.isGiven(adjoint.withRespectTo), search.isAsked(adjoint.sum)
            else { continue }
            let (rows, columns) = (shape.dimensions[0], shape.dimensions[1])
            // Entries without a mirror image stay.
            let order = (0..<shape.count).map { place in
                let (row, column) = (place / columns, place % columns)
                return column < rows && row < columns ? column * columns + row : place
            }
            let edits = search.adjoints(of: adjoint.withRespectTo) { (graph, own) throws(ShapeError) in
                own.of == adjoint.of ? try graph.rearranged(try graph.copy(of: own.sum), order) : nil
            }
            search.add(
                .indexSwapped, at: adjoint.withRespectTo, edits,
                "row and column were exchanged in \(search.name(of: adjoint))",
                everywhere: "row and column were exchanged in the derivatives by weights")
        }
    }
}

extension MistakeSearch {
    /// Whether a derivative, or entries of it, are asked.
    fileprivate func isAsked(_ node: NodeID) -> Bool {
        asked.contains { pin in
            pin.node == node
                || (graph[pin.node].operation is Selection || graph[pin.node].operation is DrawnSelection)
                    && graph[pin.node].inputs[0] == node
        }
    }
}
