import Exact
import Solver
import Template
import Testing

@testable import Generator

/// Which sheet gets which numbers.
struct GeneratorTests {
    @Test(arguments: ["q2", "sigmoid-2-2-2", "softmax"])
    func aSheetDependsOnItsSeedAndPlaceAlone(name: String) throws {
        let generator = try Generator(gallery(name), seed: 7)
        let sheets = try generator.values(ofSheets: 0..<50)
        #expect(try generator.values(ofSheets: 36..<37)[0] == sheets[36])
        #expect(try generator.values(ofSheets: 0..<50, batch: 1) == sheets)
        #expect(try generator.values(ofSheets: 0..<50, batch: 7) == sheets)
        #expect(try generator.values(ofSheets: 13..<50, batch: 11) == Array(sheets[13...]))
        #expect(try Generator(gallery(name), seed: 7).values(ofSheets: 0..<50) == sheets)
        #expect(try Generator(gallery(name), seed: 8).values(ofSheets: 0..<50) != sheets)
    }

    @Test func aSheetIsTheSameAmongManyMore() throws {
        let generator = try Generator(gallery("q2"), seed: 7)
        var drawer = generator.drawer()
        for first in stride(from: 0, to: 10_000, by: 2500) {
            try drawer.draw(sheets: first, count: 24, from: generator)
            let location = generator.calculation.location(ofValue: 0)
            let numbers = (0..<24).map { drawer.machine.number(at: location, lane: $0) }
            #expect(try generator.values(ofSheets: first + 16..<first + 17)[0][0] == numbers[16])
        }
    }

    @Test func aMillionSheetsAreAllDifferent() throws {
        let count = 1_000_000
        let generator = try Generator(
            template(
                """
                given: { W: { shape: [2, 3], draw: -9..9 }, x: { shape: 3, draw: -9..9 } }
                define: { z: W @ x }
                ask: [{ find: z }]
                """), seed: 2)
        let calculation = generator.calculation
        let given = (0..<generator.template.draws.count).map { calculation.location(ofValue: $0) }
        let hashes = (SipHash(key: 1, 2), SipHash(key: 3, 4))
        var drawer = generator.drawer()
        var seen: Set<UInt128> = []
        seen.reserveCapacity(count)
        for first in stride(from: 0, to: count, by: 64) {
            let lanes = min(64, count - first)
            try drawer.draw(sheets: first, count: lanes, from: generator)
            for lane in 0..<lanes {
                let bytes = given.map { location in
                    UInt8(truncatingIfNeeded: drawer.machine.numerator(at: location, lane: lane)?.numerator ?? 0)
                }
                seen.insert(UInt128(hashes.0(bytes)) << 64 | UInt128(hashes.1(bytes)))
            }
        }
        #expect(seen.count == count)
    }

    @Test func sheetsDifferInSpacesTooLargeToNumber() throws {
        let generator = try Generator(
            template(
                """
                given:
                  A: { shape: [8, 8], draw: -9..9 }
                  v: { shape: 8, draw: 1..9 }
                define: { z: A @ v }
                ask: [{ find: z }]
                """), seed: 1)
        let sheets = try generator.values(ofSheets: 0..<500)
        #expect(Set(sheets).count == 500)
        // The last draws are not numbered, but drawn all the same.
        #expect(Set(sheets.map { generator.quantity("v", in: $0) }).count > 490)
        #expect(try generator.values(ofSheets: 250..<260) == Array(sheets[250..<260]))
    }

    @Test(arguments: ["circuit", "descent", "q2", "sigmoid-2-2-2", "softmax"])
    func galleryTemplatesHaveFiftySheets(name: String) throws {
        let generator = try Generator(gallery(name), seed: 1)
        try generator.check(count: 50)
        #expect(Set(try generator.values(ofSheets: 0..<50)).count == 50)
    }
}
