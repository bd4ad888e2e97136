import YAML

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
