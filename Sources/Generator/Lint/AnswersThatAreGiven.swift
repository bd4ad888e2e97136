import Exact
import Solver
import Template
import YAML

extension Sample {
    /// Warnings of answers that are a number of the sheet on most sheets: they can be copied.
    ///
    /// The numbers 0, 1 and −1 do not count, as masks, one-hot vectors and signs are made of them, nor does a template that
    /// draws nothing, where numbers are equal by chance. Which number a derivative is has to be worked out: it counts only
    /// where most answers of its part can be copied.
    var answersThatAreGiven: [Diagnostic] {
        guard sheets.count > 1 else { return [] }
        let places = calculation.template.places.answers
        let copies = calculation.asked.compactMap { copy(of: $0) }
        var warned: Set<[Int]> = []
        return copies.compactMap { copy in
            let (part, entry) = (copy.entry.part, copy.entry)
            let inPart = calculation.asked.count { $0.part == part }
            let isMost = copies.count { $0.entry.part == part } * 2 > inPart
            let expression = calculation.template.parts[part].quantities[entry.quantity].whole
            if case .derivative = expression.kind, !isMost { return nil }
            guard warned.insert([part, entry.quantity]).inserted, let range = places[entry.column] else { return nil }
            return .warning(
                "'\(entry.column)' is the given number '\(copy.given)' on \(Self.percent(copy.count, of: sheets.count))"
                    + " of the sheets; ask for what must be worked out", at: range)
        }
    }

    /// An answer that is a given number.
    private struct Copy {
        let entry: AskedEntry
        /// The number's name.
        let given: String
        /// On how many sheets.
        let count: Int
    }

    /// Which given number an answer is on more than half of the sheets.
    private func copy(of entry: AskedEntry) -> Copy? {
        for (quantity, given) in zip(calculation.quantities, calculation.template.given)
        where given.isShown && given.functions.isEmpty {
            for (place, value) in quantity.values.enumerated() {
                let equal = sheets.filter { $0[value] == $0[entry.value] }
                if equal.count(where: { !$0[value].isTrivial }) * 2 > sheets.count {
                    let name = given.name + AskedQuantity.index(ofEntry: place, in: given.shape)
                    return Copy(entry: entry, given: name, count: equal.count)
                }
            }
        }
        return nil
    }
}

extension Number {
    /// Whether it is 0, 1 or −1.
    fileprivate var isTrivial: Bool {
        switch self {
        case .exact(let number): number.isZero || number.magnitude == .one
        case .real: false
        }
    }
}
