import Template

/// A rule by which draws are rejected.
package enum Rule: Hashable, Sendable {
    /// One of the template's requirements, by its place.
    case requirement(Int)
    /// A given matrix is equal to its transpose, by its place among the given quantities.
    case symmetric(Int)
    /// A step sits on a kink.
    case kink
    /// An asked number is 0 by chance.
    case zero
    /// Numbers that could be taken for each other are equal.
    case equal
    /// An asked number is too large.
    case largest
    /// An asked number's decimals do not end early.
    case decimals
    /// A number does not exist, or cannot be kept.
    case undefined
    /// A real number lies so near to a rounding tie that machines could write it differently.
    case tie
    /// A count of work lies outside its band.
    case work
    /// A mistake does not show.
    case exposure
    /// Two mistakes lead to the same answers, or one to what a slip makes.
    case apart

    /// Whether the template itself says so: then it is not dropped where few draws satisfy it.
    var isOwn: Bool {
        switch self {
        case .requirement, .symmetric: true
        default: false
        }
    }

    /// Whether it is dropped, condition by condition, where hardly a draw satisfies it.
    var isOptional: Bool {
        switch self {
        case .equal, .largest, .decimals: true
        default: false
        }
    }

    /// How a message calls what the rule asks for.
    package func description(in template: Template) -> String {
        switch self {
        case .requirement(let index): template.requirements[index].text
        case .symmetric(let index): "'\(template.given[index].name)' is not symmetric"
        case .kink: "no unit exactly on a kink (variants: { kinks: yes } permits it)"
        case .zero: "no asked number 0 by chance (variants: { zeros: yes } permits it)"
        case .equal: "numbers that could be taken for each other differ (variants: { equal: yes } permits equal ones)"
        case .largest:
            "no asked number beyond \(template.variants.largest?.text ?? "any") (variants: { largest: any } permits it)"
        case .decimals:
            "no asked number with more than \(template.variants.decimals ?? 0) decimals"
                + " (variants: { decimals: any } permits it)"
        case .undefined: "every number can be computed"
        case .tie: "no real number on a rounding tie"
        case .work: "as much work as on other sheets (variants: { spread: any } permits more and less)"
        case .exposure: "every mistake shows (variants: { expose: no } permits hidden ones)"
        case .apart: "mistakes lead to different answers (variants: { apart: no } permits the same)"
        }
    }
}
