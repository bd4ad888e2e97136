/// What most likely led to a student's numbers.
package struct Explanation: Sendable {
    /// The mistakes that were made.
    var mistakes = MistakeSet.none
    /// Others that explain the same as well.
    var alternative: MistakeSet?
    /// Two answers that stand in each other's place.
    var exchanged: (Int, Int)?
    /// A value that nobody asked for and that is off.
    var unasked: Unasked?
    /// By wrong answer that is led to, those of the mistakes that change it.
    var explained: [Int: MistakeSet] = [:]
    /// By right answer that the mistakes would have changed, the number that they lead to.
    var contradicted: [Int: Double] = [:]
    /// What each wrong answer would be without a mistake, from the student's own answers before.
    var rights: [Int: Double] = [:]
    /// How many answers are led to, right by accident or not.
    var ledCount = 0
    /// How many wrong answers are not led to, and how many of them the mistakes change otherwise than by a slip.
    var missCount = 0
    var oddCount = 0
    /// How many others are no likely slips.
    var strayCount = 0
    /// Beside other explanations.
    var cost = 0.0
    /// How much more no explanation costs.
    var gain = 0.0

    /// From this on a single number tells a mistake even beside one that is left over.
    private static let clearGain = 5.0

    /// A value that nobody asked for, as the student must have had it.
    struct Unasked: Sendable {
        /// How it is called.
        let name: String
        /// The student's number and the right one.
        let value: Double
        let right: Double
    }

    /// The places of the mistakes in the catalogue, in order.
    package var places: [Int] { mistakes.places }
    /// Whether two answers are said to stand in each other's place, and whether only an unasked value is.
    package var isExchange: Bool { exchanged != nil }
    package var isUnasked: Bool { unasked != nil }

    /// Whether there is enough to tell a student: at most one number is left over, a slip where the mistakes change it,
    /// and at least as many numbers are led to as there are mistakes, one more
    /// beside a number that is left over and no slip, unless the gain is clear.
    ///
    /// A number that is left over shows that something else happened. Where a right number speaks against the mistakes
    /// besides, that something may well have led to all the others too.
    var isClaimed: Bool {
        let count = mistakes.count + (exchanged == nil ? 0 : 1)
        if count == 0 || explained.isEmpty || missCount > 1 || oddCount > 0 { return false }
        if missCount > 0 && !contradicted.isEmpty { return false }
        return ledCount >= count + (gain > Self.clearGain ? 0 : strayCount)
    }
}
