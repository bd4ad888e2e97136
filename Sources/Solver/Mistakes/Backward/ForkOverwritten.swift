/// Where a value is used several times, one contribution to its derivative kept and the others lost.
struct ForkOverwritten: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for target in Set(search.adjoints.map { search.graph[$0].withRespectTo }).sorted() {
            let own = search.adjoints.map { search.graph[$0] }.filter { $0.withRespectTo == target }
            let users = own.flatMap(\.pulls).map { search.graph[$0] }.filter { !search.isPick($0.node) }
            var uses: [[Int]] = []
            for use in users.map({ [$0.node.index, $0.operand] }) where !uses.contains(use) { uses.append(use) }
            if uses.count < 2 { continue }
            for use in uses {
                let edits = search.adjoints(of: target) { graph, adjoint in
                    if adjoint.pulls.count < 2 { return nil }
                    return adjoint.pulls.map { graph[$0] }
                        .first { [$0.node.index, $0.operand] == use }?.value
                }
                let through = search.name(of: NodeID(index: use[0]))
                search.add(
                    .forkOverwritten, at: target, edits,
                    "only what comes back through \(through) was kept in \(search.derivativeName(target))")
            }
        }
    }
}
