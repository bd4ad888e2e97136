/// The columns of a problem: all that one of its templates has, each name once.
package struct ColumnUnion: Sendable {
    /// The names, in the order in which the templates first have them, with the problem's number before them.
    package let names: [String]
    /// For each template, where each of the columns stands among its own; nil where it has none.
    package let sources: [[Int?]]

    /// The union of the templates' own columns.
    package init(_ alternatives: [[String]], prefix: String) {
        var names: [String] = []
        var places: [String: Int] = [:]
        for name in alternatives.joined() where places[name] == nil {
            places[name] = names.count
            names.append(name)
        }
        let count = names.count
        sources = alternatives.map { own in
            var sources = [Int?](repeating: nil, count: count)
            for (index, name) in own.enumerated() {
                if let place = places[name] { sources[place] = index }
            }
            return sources
        }
        self.names = names.map { prefix + $0 }
    }
}
