import Maths

@testable import Document

/// Pictures to be printed.
enum SamplePicture {
    /// A picture of pieces.
    static func of(
        _ alternative: String = "", lines: [PictureLine] = [], boxes: [PictureBox] = [], labels: [PictureLabel] = []
    ) -> Picture {
        Picture(width: 20, height: 10, alternative: alternative, lines: lines, boxes: boxes, labels: labels)
    }

    /// Pieces of each kind.
    static var whole: Picture {
        let (left, right) = (PicturePoint(4, 5), PicturePoint(16, 5))
        let name = Maths.scripts(
            .accent(.hat, .variable("y")), sub: .list([.integer(1), .variable("t")]), sup: .text("(2)"))
        return of(
            "a < b & \"c\"", lines: [PictureLine(left, right), PictureLine(left, PicturePoint(4, 9), hasHead: true)],
            boxes: [
                PictureBox(center: left, width: 4, height: 4, greyUnless: ValueID(0)),
                PictureBox(center: right, width: 6, height: 4),
            ],
            labels: [
                PictureLabel(name, at: left), PictureLabel(.value(ValueID(0), .exact), at: right),
                PictureLabel(.equation(.variable("x"), .integer(-2)), at: left, anchor: .start, size: .small),
                PictureLabel(.power(.text("(·)"), .integer(2)), at: right, anchor: .end),
                PictureLabel(
                    .derivative(of: .variable("L"), by: [.variable("x")]), at: left, size: .small, interruptsLines: true
                ),
            ])
    }
}
