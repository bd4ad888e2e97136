import Document

/// What a set's sheets say above their problems.
package struct SetHeading: Sendable {
    /// The heading of sheets, keys and tables.
    package let title: String
    /// When, as the instructor writes dates.
    package let date: String?
    /// What stands before the first problem.
    package let text: [Block]

    /// A heading.
    package init(title: String, date: String? = nil, text: [Block] = []) {
        self.title = title
        self.date = date
        self.text = text
    }
}

/// A problem of a set: on each sheet, one of some of the set's templates.
package struct SetProblem: Hashable, Sendable {
    /// The templates that it may take, by their places in the set.
    package let templates: Range<Int>
    /// Which it is, from 0, of the problems that share these templates.
    package let place: Int
    /// How many problems share these templates; a sheet has no template twice.
    package let sharing: Int
}

/// Neighbouring templates of a set, of which each sheet takes some.
package struct SetChoice: Hashable, Sendable {
    /// How many of them a sheet takes; at most ``count``.
    package let pick: Int
    /// How many there are; at least one.
    package let count: Int

    /// So many of so many; nil where a sheet would take none or one of them twice.
    package init?(pick: Int, of count: Int) {
        guard pick >= 1, pick <= count else { return nil }
        self.pick = pick
        self.count = count
    }

    /// One template, which all sheets take.
    package static let always = SetChoice(always: ())
    private init(always: Void) { (pick, count) = (1, 1) }
}

extension [SetChoice] {
    /// The problems of a set, in order.
    package var problems: [SetProblem] {
        var first = 0
        return flatMap { choice in
            defer { first += choice.count }
            let templates = first..<first + choice.count
            return (0..<choice.pick).map { SetProblem(templates: templates, place: $0, sharing: choice.pick) }
        }
    }
}
