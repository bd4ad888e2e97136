import Exact
import TestSupport
import Testing

@testable import Maths

struct UnicodeTextTests {
    @Test("Every shape is printed as it was when a person looked at it")
    func shapes() throws {
        var printed = ""
        for (name, maths) in Shapes().all {
            let block = UnicodeText.block(maths) { _ in .exact(Rational(-2)) }
            printed += "\(name)\n\(block.lines.joined(separator: "\n"))\n"
            if block.lines.count > 1 { printed += UnicodeText.line(maths) { _ in .exact(Rational(-2)) } + "\n" }
            printed += "\n"
        }
        let (a, b) = (Maths.variable("a"), Maths.variable("b"))
        let equations = [Maths.equation(a, .matrix([[b, a], [a, b]]), b), .equation(.variable("long"), a, b), b]
        let block = UnicodeText.block(aligned: equations, width: 16) { _ in .exact(.zero) }
        printed += "aligned\n" + block.lines.joined(separator: "\n") + "\n"
        try expectSnapshot(printed, named: "shapes-unicode.txt")
    }

    @Test("What is printed is read with the value that was meant", arguments: 0..<3000 as Range<UInt64>)
    func readingAgain(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let values = (0..<4).map { _ in RandomFormula.number(from: &random) }
        let maths = RandomFormula.formula(depth: 4, from: &random)
        guard let meant = RandomFormula.value(of: maths, values), !meant.isUndefined else { return }
        let printed = UnicodeText.line(maths) { .exact(values[$0.index]) }
        let read = TextReader.value(of: printed, names: RandomFormula.names)
        if read?.isUndefined != true { #expect(read == meant, "seed \(seed): \(printed)") }
    }

    @Test("All lines of a block are equally wide", arguments: 0..<500 as Range<UInt64>)
    func widths(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let maths = RandomFormula.anyShape(depth: 3, from: &random)
        let value: (ValueID) -> Number = { .exact(Rational($0.index - 1)) }
        let block = UnicodeText.block(maths, value: value)
        #expect(block.lines.allSatisfy { $0.count == block.width }, "seed \(seed)")
        #expect(block.lines.indices.contains(block.baseline), "seed \(seed)")
        #expect(!UnicodeText.line(maths, value: value).contains("\n"), "seed \(seed)")
    }

    @Test("Labels are small where Unicode has the letters")
    func labels() {
        func text(_ maths: Maths) -> String { UnicodeText.line(maths) { _ in .exact(.zero) } }
        let layer = Maths.scripts(.variable("w"), sub: .indices([.integer(2), .integer(1)]), sup: .text("(1)"))
        #expect(text(layer) == "w\u{2082}\u{2081}\u{207D}\u{B9}\u{207E}")
        #expect(text(.scripts(.variable("W"), sub: .variable("hq"), sup: nil)) == "W_hq")
        #expect(text(.scripts(.variable("z"), sub: .list([.integer(1), .integer(2)]), sup: nil)) == "z₁,₂")
        #expect(text(.accent(.hat, .variable("y"))).unicodeScalars.count == 1)
    }
}
