/// The nearest of some names to a misspelt one, nil if none is near.
///
/// Near is at most a third of the misspelt name's length away, and one step always, where a step adds, drops or changes
/// a character or swaps two neighbours; another spelling in capitals and small letters is one step.
/// Of names as near as each other it is the first in alphabetical order. O(names × length²).
package func nearestName(to misspelt: String, in names: some Collection<String>) -> String? {
    let reach = max(1, misspelt.count / 3)
    var best: (name: String, distance: Int)?
    for name in names where name != misspelt {
        guard abs(name.count - misspelt.count) <= reach else { continue }
        let sameLetters = name.lowercased() == misspelt.lowercased()
        let distance = sameLetters ? 1 : editDistance(misspelt, name)
        // Names that share no character are not alike, however short they are.
        guard distance <= reach, sameLetters || distance < max(misspelt.count, name.count) else { continue }
        if let best, (best.distance, best.name) <= (distance, name) { continue }
        best = (name, distance)
    }
    return best?.name
}

/// How many characters must be added, left out or changed, or neighbours swapped, to make one word of another: the
/// Damerau–Levenshtein distance in which no part is edited twice (optimal string alignment).
package func editDistance(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first), Array(second))
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for i in first.indices {
        var row = [i + 1]
        row.reserveCapacity(second.count + 1)
        for j in second.indices {
            var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (first[i] == second[j] ? 0 : 1))
            if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                distance = min(distance, beforeLast[j - 1] + 1)
            }
            row.append(distance)
        }
        (beforeLast, last) = (last, row)
    }
    return last[second.count]
}
