/// How often each of some counts occurs, in one line of a terminal.
struct Sparkline {
    /// A sign a count, or for a few counts together.
    let text: String

    /// Shares from 0 to 1, a sign each; what never occurs is a dot.
    init(shares: [Double]) {
        text = String(
            shares.map { share in
                share == 0 ? "·" : Self.signs[Int((share * Double(Self.signs.count - 1)).rounded())]
            })
    }

    private static let signs: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let width = 24

    init(_ counts: [Int]) {
        guard let least = counts.min(), let most = counts.max() else {
            text = ""
            return
        }
        let size = (most - least) / Self.width + 1
        var bars = [Int](repeating: 0, count: (most - least) / size + 1)
        for count in counts { bars[(count - least) / size] += 1 }
        let highest = bars.max() ?? 1
        text = String(
            bars.map { bar in
                bar == 0 ? " " : Self.signs[(bar * (Self.signs.count - 1) + highest - 1) / highest]
            })
    }
}
