import Template
import YAML

extension Template {
    /// Warnings of texts that show a number which has to be worked out.
    var shownAnswers: [Diagnostic] {
        places.revealed.map { place in
            .warning(
                "the sheet shows this number, which has to be worked out; show given numbers only, or say it in the"
                    + " 'solution:' of a part", at: place)
        }
    }

    /// Warnings of given quantities that nothing mentions.
    var unusedGiven: [Diagnostic] {
        given.filter { !places.used.contains($0.name) }.compactMap { quantity in
            places.quantities[quantity.name].map { place in
                .warning("'\(quantity.name)' is given, but nothing uses it; use it, or leave it out", at: place)
            }
        }
    }
}
