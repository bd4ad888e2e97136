import Exact
import Solver

/// Finds the bands of work that most variants of a sample lie within together; of bands that are alike in that, those with
/// the least work.
struct BandSearch {
    private let works: [Work]
    /// By count, the bands to choose from and the variants of the sample in each.
    private let choices: [(count: WorkCount, bands: [(band: ClosedRange<Int>, inside: BitSet)])]

    /// Bands with fewer variants than this share of the best are not taken for less work.
    private static let alike = 0.9

    /// Searches the bands of some counts in a sample; some of them may be given.
    init(_ works: [Work], of counts: [WorkCount], spread: Rational, given: [WorkCount: ClosedRange<Int>]) {
        self.works = works
        choices = WorkCount.allCases.filter(counts.contains).map { count in
            let bands = given[count].map { [$0] } ?? Self.bands(of: works.map { $0[count] }, spread: spread)
            return (
                count,
                bands.map { band in
                    var inside = BitSet(size: works.count)
                    for (place, work) in works.enumerated() where band.contains(work[count]) { inside.insert(place) }
                    return (band, inside)
                }
            )
        }
    }

    /// The bands; nil where given ones leave no variant.
    func search() -> [WorkCount: ClosedRange<Int>]? {
        let all = BitSet(all: works.count)
        var most = 0
        visit(0, all, [:]) { share, _ in
            most = max(most, share)
        } prune: {
            $0 <= most
        }
        guard most > 0 else { return nil }
        let enough = Int((Double(most) * Self.alike).rounded(.up))
        var best: (seconds: Double, share: Int, bands: [WorkCount: ClosedRange<Int>])?
        visit(0, all, [:]) { share, bands in
            let seconds = Self.seconds(bands)
            if let known = best, (known.seconds, -known.share) <= (seconds, -share) { return }
            best = (seconds, share, bands)
        } prune: {
            $0 < enough
        }
        return best?.bands
    }

    /// Goes through all bands of all counts that leave enough.
    private func visit(
        _ place: Int, _ left: BitSet, _ bands: [WorkCount: ClosedRange<Int>],
        _ body: (Int, [WorkCount: ClosedRange<Int>]) -> Void, prune: (Int) -> Bool
    ) {
        let share = left.count
        if prune(share) { return }
        guard place < choices.count else { return body(share, bands) }
        for (band, inside) in choices[place].bands {
            var bands = bands
            bands[choices[place].count] = band
            visit(place + 1, left.intersection(inside), bands, body, prune: prune)
        }
    }

    /// The bands that begin with a count of the sample: up to the spread, or one more.
    private static func bands(of counts: [Int], spread: Rational) -> [ClosedRange<Int>] {
        Set(counts).sorted().map { least in
            let most = (Rational(least) * spread).floor.numerator
            return least...max(Int(clamping: most), least + 1)
        }
    }

    /// About how long the least work within bands takes.
    private static func seconds(_ bands: [WorkCount: ClosedRange<Int>]) -> Double {
        var work = Work()
        work.products = bands[.products]?.lowerBound ?? 0
        work.digitPairs = bands[.digitPairs]?.lowerBound ?? 0
        work.sums = bands[.sums]?.lowerBound ?? 0
        work.fractions = bands[.fractions]?.lowerBound ?? 0
        return work.seconds
    }
}
