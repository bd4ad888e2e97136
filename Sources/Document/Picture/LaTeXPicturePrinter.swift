import Maths

extension LaTeXBlockPrinter {
    /// Writes a picture in tenths of a millimetre: bars, lines, heads of arrows and boxes as PDF operators, labels as formulas.
    mutating func writePicture(_ picture: Picture) {
        form.append("\\drawing{")
        form.append(raw: "\(picture.width.rounded(.up).tenths)}{\(picture.height.tenths)}{%\n".utf8)
        // Bars and boxes first: their grey would hide lines.
        for bar in picture.bars {
            write(bar.corner, "")
            write(PicturePoint(bar.width, bar.height), "re b\n")
        }
        for box in picture.boxes { write(box) }
        form.append("0 g\n")
        for trail in picture.lines.joined { write(trail, closedBy: "S\n") }
        for head in picture.lines.filter(\.hasHead).map(\.head) { write(head, closedBy: "f\n") }
        form.append("}{%\n")
        for label in picture.labels { write(label) }
        form.append("}\n")
    }

    private mutating func write(_ points: [PicturePoint], closedBy operation: StaticString) {
        for (index, point) in points.enumerated() { write(point, index == 0 ? "m " : "l ") }
        form.append(operation)
    }

    private mutating func write(_ points: PicturePoint..., operation: StaticString) {
        for point in points { write(point, "") }
        form.append(operation)
    }

    private mutating func write(_ point: PicturePoint, _ operation: StaticString) {
        form.append(raw: "\(point.x.tenths) \(point.y.tenths) ".utf8)
        form.append(operation)
    }

    /// Writes a box as an upper and a lower line with a half circle behind each, of two curves.
    private mutating func write(_ box: PictureBox) {
        let radius = box.height / 2
        let half = box.width / 2 - radius
        let handle = radius * Self.circle
        func at(_ x: Double, _ y: Double) -> PicturePoint { PicturePoint(box.center.x + x, box.center.y + y) }
        write(at(-half, -radius), operation: "m ")
        for side in [1.0, -1.0] {
            let (end, tip) = (side * half, side * (half + radius))
            if half > 0 { write(at(end, -side * radius), operation: "l ") }
            write(
                at(end + side * handle, -side * radius), at(tip, -side * handle), at(tip, 0), operation: "c ")
            write(
                at(tip, side * handle), at(end + side * handle, side * radius), at(end, side * radius),
                operation: "c ")
        }
        guard let id = box.greyUnless else { return form.append("s\n") }
        var (grey, white) = (Form(), Form())
        grey.append("b\n")
        white.append("s\n")
        form.append(.alternatives(id, [grey, white]))
    }

    /// How far the handle of a curve that is nearly a quarter of a circle is from its end, as a share of the radius.
    private static let circle = 0.5523

    private mutating func write(_ label: PictureLabel) {
        form.append(label.size == .normal ? "\\lettered\\footnotesize " : "\\lettered\\scriptsize ")
        switch label.anchor {
        case .start: form.append("l{")
        case .middle: form.append("c{")
        case .end: form.append("r{")
        }
        form.append(raw: "\(label.point.x.tenths)}{\((label.point.y + label.size.em / 3).tenths)}{".utf8)
        if label.interruptsLines { form.append("\\halo{") }
        form.append(LaTeX.form(label.maths.inOneLine))
        form.append(label.interruptsLines ? "}}%\n" : "}%\n")
    }
}

extension Maths {
    /// The formula with what would stand above one another side by side.
    fileprivate var inOneLine: Maths {
        replacing { piece in
            switch piece {
            case .fraction(let above, let below): return .quotient(above, below)
            case .derivative(let quantity, let variables):
                let sign = Maths.text("\u{2202}")
                return .row([sign, quantity, .text("/")] + variables.flatMap { [sign, $0] })
            default: return piece
            }
        }
    }
}
