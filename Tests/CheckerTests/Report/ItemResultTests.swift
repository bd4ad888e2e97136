import TestSupport
import Testing

@testable import Checker

@Suite struct ItemResultTests {
    /// The result of rows that lost so much at an item of 2 points, and elsewhere.
    private func result(_ rows: [(item: Double, rest: Double)]) -> ItemResult {
        let (item, all) = sums(rows)
        return ItemResult(item, on: all, worth: 2)
    }

    private func sums(_ rows: some Sequence<(item: Double, rest: Double)>) -> (ItemSums, RowSums) {
        var (all, item) = (RowSums(), ItemSums())
        for row in rows {
            all.add(row.item + row.rest)
            if row.item != 0 { item.add(row.item, of: row.item + row.rest) }
        }
        return (item, all)
    }

    /// The correlation by its definition.
    private func correlation(_ rows: [(Double, Double)]) -> Double {
        let count = Double(rows.count)
        let (first, second) = (rows.reduce(0) { $0 + $1.0 } / count, rows.reduce(0) { $0 + $1.1 } / count)
        let products = rows.reduce(0) { $0 + ($1.0 - first) * ($1.1 - second) }
        let squares = rows.reduce(0) { $0 + ($1.0 - first) * ($1.0 - first) }
        let others = rows.reduce(0) { $0 + ($1.1 - second) * ($1.1 - second) }
        return products / (squares * others).squareRoot()
    }

    @Test func theCorrelationIsThatOfItsDefinition() throws {
        var random = SplitMix(seed: 5)
        for count in [2, 3, 10, 200] {
            let rows = (0..<count).map { row in
                (item: Double(row % 2 + Int(random.next() % 2)), rest: Double(random.next() % 11) + Double(row % 2))
            }
            let result = result(rows)
            let expected = correlation(rows.map { ($0.item, $0.rest) })
            if expected.isFinite {
                #expect(try abs(#require(result.discrimination) - expected) < 1e-9)
            } else {
                #expect(result.discrimination == nil)
            }
            let lost = rows.reduce(0) { $0 + $1.item }
            #expect(try abs(#require(result.shareEarned) - (1 - lost / Double(2 * count))) < 1e-12)
        }
    }

    @Test func whatIsTheSameOnAllRowsSaysNothing() {
        #expect(result([]).discrimination == nil)
        #expect(result([]).shareEarned == nil)
        #expect(result([(0, 1), (0, 2), (0, 3)]).discrimination == nil)
        #expect(result([(1, 3), (0, 3), (2, 3)]).discrimination == nil)
        #expect(result([(2, 0)]).discrimination == nil)
    }

    @Test func extremesAreOne() throws {
        #expect(try abs(#require(result([(0, 0), (1, 5), (2, 10)]).discrimination) - 1) < 1e-9)
        #expect(try abs(#require(result([(2, 0), (1, 5), (0, 10)]).discrimination) + 1) < 1e-9)
    }

    @Test func sumsOfPiecesAreTheSumsOfAll() throws {
        let rows: [(item: Double, rest: Double)] = [(1, 3), (0, 1), (2, 5), (0, 0), (1, 0)]
        let (first, second, all) = (sums(rows[..<2]), sums(rows[2...]), sums(rows))
        #expect(first.0 + second.0 == all.0)
        #expect(first.1 + second.1 == all.1)
    }
}
