extension Link {
    /// The number that chooses and the links of its choices, nil for nothing, where some sheets leave the side out.
    var choices: (id: ValueID, links: [Link?])? {
        guard case .alternatives(let id, let choices) = maths, choices.contains(.nothing) else { return nil }
        let links = choices.enumerated().map { place, choice in
            choice == .nothing ? nil : Link(relation, choice, after: before?.choice(place, of: id))
        }
        return (id, links)
    }

    /// What sheets leave the side out on: those on which each of these numbers is written as its quotient; empty where
    /// none does.
    var quotients: [WorkedQuotient] { before?.quotients(workedOutIn: maths) ?? [] }
}

extension Maths {
    /// Whether the formula may be written as another one before it is.
    func canRepeat(_ before: Maths) -> Bool {
        guard case .alternatives(let id, let choices) = self, choices.contains(.nothing) else {
            return before.quotients(workedOutIn: self)?.isEmpty == false
        }
        return choices.enumerated().contains { place, choice in choice.canRepeat(before.choice(place, of: id)) }
    }

    /// What stands here where a number chooses the formula at a place.
    fileprivate func choice(_ place: Int, of number: ValueID) -> Maths {
        guard case .alternatives(number, let choices) = self, choices.indices.contains(place) else { return self }
        return choices[place]
    }
}
