import Exact

extension Generator {
    /// Why a mistake need not show, to an instructor.
    package func reason(for excused: Excused) -> String {
        switch excused.reason {
        case .byAuthor: "excused by 'variants:'"
        case .never: "no variant shows it"
        case .rare(let share): "only \(Number.real(share * 100).text(.significant(2)))% of the variants show it"
        case .fixesSign(let answer): "it shows only where \(calculation.asked[answer].column) has one sign"
        case .partly: "it is made at a place, too, where it is excused"
        case .conflict(let other): "hardly a variant shows it together with this: \(mistakes[other].words)"
        }
    }
}
