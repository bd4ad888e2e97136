import Exact
import Maths
import TestSupport
import Testing

@testable import Document

/// Pictures as LaTeX.
struct LaTeXPictureTests {
    private func printed(_ picture: Picture, _ number: Number = .exact(.one)) -> String {
        var printer = LaTeXBlockPrinter()
        printer.writePicture(picture)
        return printer.form.text { _ in number }
    }

    @Test func allIsDrawn() throws {
        let whole = SamplePicture.whole
        try expectSnapshot(printed(whole, .exact(.zero)) + printed(whole), named: "picture.tex")
    }

    @Test func aBoxIsGreyWhereItsNumberIsZero() {
        let box = SamplePicture.of(
            boxes: [PictureBox(center: PicturePoint(5, 5), width: 4, height: 4, greyUnless: ValueID(0))])
        #expect(printed(box, .exact(.zero)).contains("c b\n") && !printed(box, .exact(.one)).contains("c b\n"))
    }

    /// A label on an arrow has no room for lines below one another.
    @Test func labelsAreOneLine() {
        let derivative = Maths.derivative(of: .variable("L"), by: [.variable("x")])
        let labels = [derivative, .fraction(.variable("a"), .integer(2))].map {
            PictureLabel($0, at: PicturePoint(1, 1))
        }
        let text = printed(SamplePicture.of(labels: labels))
        #expect(!text.contains("frac") && text.contains("a/2"))
    }

    @Test func theLettersThatFontsLackAreThoseOfLabels() {
        let picture = SamplePicture.of(
            "\u{4E2D}", labels: [PictureLabel(.variable("\u{5D0}"), at: PicturePoint(1, 1))])
        #expect(LaTeX.missing(in: [.picture(picture)]) == ["\u{5D0}"])
    }
}
