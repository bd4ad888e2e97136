import Exact
import Template
import Testing

@testable import Generator

/// Numbers that are drawn together: chosen in sets, all different, mirrored, one of them 1.
struct BelongingDrawsTests {
    /// All variants of a small space, as the values of a quantity, how often each.
    private func variants(_ given: String, of name: String) throws -> [[Rational]: Int] {
        let template = try template(
            "given: \(given)\ndefine: { L: sum(\(name)) }\nask: [{ find: L }]\nvariants: { zeros: yes, kinks: yes }")
        let generator = try Generator(template, seed: 5)
        let count = Int(generator.capacity ?? 0)
        var counts: [[Rational]: Int] = [:]
        for values in try generator.values(ofSheets: 0..<count) {
            counts[generator.quantity(name, in: values), default: 0] += 1
        }
        return counts
    }

    @Test func differentEntriesAreAllArrangements() throws {
        let counts = try variants("{ x: { shape: 3, draw: 1..4, distinct: yes } }", of: "x")
        #expect(counts.count == 24)
        #expect(counts.allSatisfy { Set($0.key).count == 3 && $0.value == 1 })
        let nonzero = try variants("{ x: { shape: 2, draw: -2..1, nonzero: yes, distinct: yes } }", of: "x")
        #expect(nonzero.count == 6)
        #expect(nonzero.keys.allSatisfy { !$0.contains(0) && Set($0).count == 2 })
    }

    @Test func oneEntryIsOne() throws {
        let counts = try variants("{ t: { shape: 3, one_hot: yes } }", of: "t")
        #expect(Set(counts.keys) == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
        let rows = try variants("{ t: { shape: [2, 3], one_hot: rows } }", of: "t")
        #expect(rows.count == 9)
        #expect(rows.keys.allSatisfy { $0[..<3].reduce(0, +) == 1 && $0[3...].reduce(0, +) == 1 })
        let columns = try variants("{ t: { shape: [2, 3], one_hot: columns } }", of: "t")
        #expect(columns.count == 8)
        #expect(columns.keys.allSatisfy { t in (0..<3).allSatisfy { t[$0] + t[$0 + 3] == 1 } })
    }

    @Test func mirroredEntriesAreEqualOrNotAll() throws {
        let symmetric = try variants("{ A: { shape: [2, 2], draw: 1..3, symmetric: yes } }", of: "A")
        #expect(symmetric.count == 27)
        #expect(symmetric.keys.allSatisfy { $0[1] == $0[2] })
        let others = try variants("{ A: { shape: [2, 2], draw: 1..3, symmetric: no } }", of: "A")
        #expect(others.count == 81 - 27)
        #expect(others.keys.allSatisfy { $0[1] != $0[2] })
    }

    @Test func chosenNumbersStayTogether() throws {
        let text = "{ choose: [{ x: [1, 2], y: 3 }, { x: [1, 5], y: 4 }], k: { draw: 1..2 } }"
        let template = try template(
            "given: \(text)\ndefine: { L: sum(x) * k + y }\nask: [{ find: L }]\nvariants: { spread: any, expose: no }")
        let generator = try Generator(template, seed: 5)
        #expect(generator.capacity == 4)
        var seen: Set<[Rational]> = []
        for values in try generator.values(ofSheets: 0..<4) {
            seen.insert(["x", "y", "k"].flatMap { generator.quantity($0, in: values) })
        }
        #expect(seen == [[1, 2, 3, 1], [1, 2, 3, 2], [1, 5, 4, 1], [1, 5, 4, 2]])
    }

    @Test func arrangementsAreEquallyLikelyInLargeSpaces() throws {
        let template = try template(
            """
            given: { x: { shape: 3, draw: 1..3, distinct: yes }, y: { shape: 8, draw: 1..9 } }
            define: { L: sum(x) + sum(y) }
            ask: [{ find: L }]
            """)
        for seed in 1...5 as ClosedRange<UInt64> {
            let generator = try Generator(template, seed: seed)
            var counts: [[Rational]: Int] = [:]
            for values in try generator.values(ofSheets: 0..<1200) {
                counts[generator.quantity("x", in: values), default: 0] += 1
            }
            let expected = 1200.0 / 6
            let deviation = counts.values.reduce(0.0) {
                $0 + (Double($1) - expected) * (Double($1) - expected) / expected
            }
            // χ² with 5 degrees of freedom is above 25.7 once in ten thousand times.
            #expect(counts.count == 6 && deviation < 25.7, "seed \(seed)")
        }
    }

    @Test func valuesAreWorkedOutFromOthersAndRounded() throws {
        let template = try template(
            """
            given:
              x: { draw: 1..5 }
              p: { value: 'softmax(s)', decimals: 2 }
              s: { value: 'concat(x, y, -x)' }
              y: { value: 'x / 3', decimals: 1 }
            define:
              L: sum(p * s)
              g: dL/dp[1]
            ask: [{ find: 'L, g' }]
            answers: exact
            variants: { spread: any, decimals: any, expose: no, apart: no }
            """)
        let generator = try Generator(template, seed: 5)
        for values in try generator.values(ofSheets: 0..<5) {
            let x = generator.quantity("x", in: values)[0]
            let y = generator.quantity("y", in: values)[0]
            #expect((y * 10).isInteger && (y - x / 3).magnitude <= Rational(1, 20))
            #expect(generator.quantity("s", in: values) == [x, y, -x])
            let p = generator.quantity("p", in: values)
            #expect(p.allSatisfy { ($0 * 100).isInteger })
            #expect((p.reduce(0, +) - 1).magnitude <= Rational(3, 200))
            #expect(generator.quantity("g", in: values) == [x])
        }
    }
}
