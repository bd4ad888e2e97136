/// The name most like a mistyped one, or nil if none is like it: at most one slip in three characters.
///
/// Complexity: the product of the lengths, for each name.
func nearestName(to typed: String, among names: [String]) -> String? {
    let limit = min(3, (typed.count + 2) / 3)
    var best: (name: String, distance: Int)?
    for name in names {
        let distance = editDistance(typed, name)
        if distance <= limit && distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
}

/// How many characters must be added, left out or changed, or neighbours swapped, to make one word of another
/// (optimal string alignment).
func editDistance(_ first: String, _ second: String) -> Int {
    let a = Array(first)
    let b = Array(second)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var current = [i + 1]
        for j in b.indices {
            var distance = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                distance = min(distance, beforeLast[j - 1] + 1)
            }
            current.append(distance)
        }
        (beforeLast, last) = (last, current)
    }
    return last[b.count]
}
