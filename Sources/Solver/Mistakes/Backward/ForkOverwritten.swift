/// Where a value is used several times, one contribution to its derivative kept and the others lost.
struct ForkOverwritten: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for target in Set(search.adjoints.map { search.graph[$0].withRespectTo }).sorted() {
            let forks = search.adjoints.map { search.graph[$0] }.filter {
                $0.withRespectTo == target && $0.pulls.count > 1
            }
            guard let fork = forks.first else { continue }
            var uses: [Pull] = []
            for pull in forks.flatMap(\.pulls).map({ search.graph[$0] }) where !search.isPick(pull.node) {
                // The two factors of a square are one use.
                let isKnown = uses.contains {
                    $0.node == pull.node && ($0.operand == pull.operand || search.isSquare(ofBase: pull.node))
                        || search.isSameDifference($0.node, pull.node)
                }
                if !isKnown { uses.append(pull) }
            }
            if uses.count < 2 { continue }
            let names = uses.map { search.name(of: $0.node) }
            for (place, use) in uses.enumerated() {
                let edits = search.adjoints(of: target) { graph, adjoint in
                    if adjoint.pulls.count < 2 { return nil }
                    return adjoint.pulls.map { graph[$0] }
                        .first { $0.node == use.node && $0.operand == use.operand }?.value
                }
                let before = names[..<place].filter { $0 == names[place] }.count
                let through =
                    names.filter { $0 == names[place] }.count > 1
                    ? "use \(before + 1) of \(search.valueName(of: target)) in \(names[place])" : names[place]
                search.add(
                    .forkOverwritten, at: target, edits,
                    "only what comes back through \(through) was kept in \(search.name(of: fork))")
            }
        }
    }
}
