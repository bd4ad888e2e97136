import Exact
import Maths
import TestSupport
import Testing

@testable import Document

/// Pictures as SVG.
struct SVGTests {
    private func svg(_ picture: Picture, _ number: Number = .exact(.one)) -> String {
        HTML.form([.picture(picture)]).text { _ in number }
    }

    @Test func allIsDrawn() throws {
        let whole = SamplePicture.whole
        try expectSnapshot(svg(whole, .exact(.zero)) + svg(whole), named: "picture.svg.txt")
        #expect(Markup.read(svg(whole)) != nil)
    }

    @Test func aBoxIsGreyWhereItsNumberIsZero() {
        let box = SamplePicture.of(boxes: [
            PictureBox(center: PicturePoint(5, 5), width: 4, height: 4, greyUnless: ValueID(0))
        ])
        #expect(svg(box, .exact(.zero)).contains("class=\"z\"") && !svg(box, .exact(.one)).contains("class=\"z\""))
    }

    /// All lines between two columns of points are in the path, each once, though few of them begin anew.
    @Test(arguments: [(1, 1), (2, 3), (3, 3), (4, 2)]) func everyLineIsDrawnOnce(_ sources: Int, _ targets: Int) {
        let lines = (0..<sources).flatMap { source in
            (0..<targets).map { PictureLine(PicturePoint(0, Double(source)), PicturePoint(9, Double(2 * $0) + 0.5)) }
        }
        let text = svg(SamplePicture.of(lines: lines))
        let path = text.split(separator: "\"").first { $0.hasPrefix("M") } ?? ""
        var drawn: [Set<[Int]>] = []
        for trail in path.split(separator: "M") {
            let points = trail.split(separator: "L").map { $0.split(separator: " ").compactMap { Int($0) } }
            drawn += zip(points, points.dropFirst()).map { [$0, $1] }
        }
        #expect(Set(drawn).count == drawn.count && drawn.count == sources * targets)
    }

    /// A picture has no id, so that many sheets may stand in a page.
    @Test func nothingIsNamed() {
        #expect(!svg(SamplePicture.of(labels: [PictureLabel(.variable("x"), at: PicturePoint(1, 1))])).contains("id="))
    }

    @Test func widthsGrowWithTheText() {
        let letters = ["x", "xy", "xyz"].map { PictureLabel(.variable($0), at: PicturePoint(0, 0)).width }
        #expect(letters == letters.sorted() && Set(letters).count == 3)
        let stacked = PictureLabel(
            .scripts(.variable("z"), sub: .integer(1), sup: .text("(2)")), at: PicturePoint(0, 0)
        ).width
        let beside = PictureLabel(.scripts(.variable("z"), sub: nil, sup: .text("(2)")), at: PicturePoint(0, 0)).width
        #expect(abs(stacked - beside) < 1.2)
    }
}
