/// An activation's derivative left out: ReLU' taken as 1 for z ≤ 0.
struct MaskIgnored: KnownMistake {
    static func find(in search: inout MistakeSearch) {
        for site in search.sites where site.operand == search.activationOperand(site.node) {
            guard let name = search.activationName(site.node) else { continue }
            let edits = search.pulls(at: site) { _, pull in pull.upstream }
            search.add(
                .maskIgnored, at: site.node, edits,
                "the derivative of \(name) \(search.activationPlace(site.node)) was left out",
                everywhere: "the derivative of \(name) was left out everywhere")
        }
    }
}
