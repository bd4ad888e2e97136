import Maths

extension HTMLPrinter {
    /// Writes a picture in tenths of a millimetre; its colours follow the text's.
    mutating func writePicture(_ picture: Picture) {
        form.append("<div class=\"s d\"><svg role=\"img\" aria-label=\"")
        form.append(escaping: picture.alternative)
        form.append("\" width=\"")
        form.append(raw: picture.width.rounded(.up).whole.description.utf8)
        form.append("mm\" style=\"min-width:")
        form.append(raw: (picture.width * Self.leastScale).whole.description.utf8)
        form.append("mm\" viewBox=\"0 0 ")
        form.append(raw: "\(picture.width.rounded(.up).tenths) \(picture.height.tenths)\">\n".utf8)
        if !picture.bars.isEmpty {
            form.append("<path class=\"z\" d=\"")
            for bar in picture.bars { write(bar) }
            form.append("\"/>")
        }
        if !picture.lines.isEmpty {
            form.append("<path d=\"")
            for line in picture.lines.joined { write(line, isClosed: false) }
            form.append("\"/>")
        }
        let heads = picture.lines.filter(\.hasHead)
        if !heads.isEmpty {
            form.append("<path class=\"h\" d=\"")
            for line in heads { write(line.head, isClosed: true) }
            form.append("\"/>")
        }
        for box in picture.boxes { write(box) }
        writeLabels(picture.labels)
        form.append("</svg></div>\n")
    }

    /// What is smaller cannot be read on a phone.
    private static let leastScale = 0.75

    private mutating func write(_ points: [PicturePoint], isClosed: Bool) {
        var (lastX, lastY) = (0, 0)
        for (index, point) in points.enumerated() {
            let (x, y) = (point.x.tenths, point.y.tenths)
            if index > 0 && x == lastX {
                form.append(raw: "V\(y)".utf8)
            } else if index > 0 && y == lastY {
                form.append(raw: "H\(x)".utf8)
            } else {
                form.append(raw: "\(index == 0 ? "M" : "L")\(x) \(y)".utf8)
            }
            (lastX, lastY) = (x, y)
        }
        if isClosed { form.append("z") }
    }

    private mutating func write(_ bar: PictureBar) {
        let (left, top) = (bar.corner.x, bar.corner.y)
        write(
            [
                bar.corner, PicturePoint(left + bar.width, top),
                PicturePoint(left + bar.width, top + bar.height), PicturePoint(left, top + bar.height),
            ], isClosed: true)
    }

    private mutating func write(_ box: PictureBox) {
        let isCircle = box.width == box.height
        form.append(isCircle ? "<circle" : "<rect")
        if let id = box.greyUnless {
            var grey = Form()
            grey.append(" class=\"z\"")
            form.append(.alternatives(id, [grey, Form()]))
        }
        if isCircle {
            attribute(" cx=\"", box.center.x)
            attribute(" cy=\"", box.center.y)
            attribute(" r=\"", box.height / 2)
        } else {
            attribute(" x=\"", box.center.x - box.width / 2)
            attribute(" y=\"", box.center.y - box.height / 2)
            attribute(" width=\"", box.width)
            attribute(" height=\"", box.height)
            attribute(" rx=\"", box.height / 2)
        }
        form.append("/>")
    }

    private mutating func attribute(_ name: StaticString, _ millimetres: Double) {
        attribute(name, millimetres.tenths)
    }

    private mutating func attribute(_ name: StaticString, _ tenths: Int) {
        form.append(name)
        form.append(raw: tenths.description.utf8)
        form.append("\"")
    }

    /// Labels that look alike share a group.
    private mutating func writeLabels(_ labels: [PictureLabel]) {
        var groups: [(look: String, labels: [PictureLabel])] = []
        for (look, label) in labels.flatMap({ label in label.looks.map { ($0, label) } }) {
            if let group = groups.firstIndex(where: { $0.look == look }) {
                groups[group].labels.append(label)
            } else {
                groups.append((look, [label]))
            }
        }
        for group in groups {
            form.append("\n<g class=\"")
            form.append(raw: group.look.utf8)
            form.append("\">")
            for label in group.labels {
                attribute("<text x=\"", label.point.x)
                attribute(" y=\"", label.point.y + label.size.em / 3)
                form.append(">")
                write(LabelRuns(label.maths).runs, in: label.style, em: label.size.em)
                form.append("</text>")
            }
            form.append("</g>")
        }
        form.append("\n")
    }

    private mutating func write(_ runs: [LabelRuns.Run], in style: IdentifierStyle, em: Double) {
        // In tenths of a millimetre, as it is written.
        var height = 0
        for run in runs {
            let shift = (run.level.rise * em).tenths - height
            let isBase = run.level == .base
            // Scripts are upright where nothing else is said, other pieces are as the label.
            let isPlain = run.style == (isBase ? style : .upright)
            if isBase && isPlain && shift == 0 && run.overlap == 0 {
                write(run.content, em: em)
                continue
            }
            height += shift
            form.append("<tspan")
            if isBase || !isPlain {
                form.append(" class=\"")
                form.append(isBase ? "p " : "")
                form.append(run.style.className)
                form.append("\"")
            }
            if run.overlap != 0 { attribute(" dx=\"", -run.overlap * LabelRuns.scriptSize * em) }
            if shift != 0 { attribute(" dy=\"", -shift) }
            form.append(">")
            write(run.content, em: em)
            form.append("</tspan>")
        }
    }

    private mutating func write(_ content: LabelRuns.Content, em: Double) {
        switch content {
        case .text(let text): form.append(escaping: text)
        case .value(let id, let rounding): form.append(.value(id, rounding, .plain))
        case .alternatives(let id, let choices):
            let forms = choices.map { choice in
                var printer = HTMLPrinter()
                printer.write(choice.runs, in: .upright, em: em)
                return printer.form
            }
            form.append(.alternatives(id, forms))
        }
    }
}

extension PictureLabel {
    /// How most of it is written.
    fileprivate var style: IdentifierStyle { LabelRuns(maths).runs.first?.style == .italic ? .italic : .upright }

    /// What the style sheet calls its looks: slanted or not, small, to the right or to the left of its point.
    ///
    /// A label that interrupts lines has a margin; of several pieces all margins come first, since that of a piece would
    /// cover the piece before.
    fileprivate var looks: [String] {
        let place =
            switch anchor {
            case .middle: ""
            case .start: " x"
            case .end: " y"
            }
        let look = (style == .italic ? "r" : "u") + (size == .small ? " v" : "") + place
        guard interruptsLines else { return [look] }
        return LabelRuns(maths).runs.count == 1 ? [look + " q"] : [look + " k", look]
    }
}

extension LabelRuns.Level {
    /// By how much of an em it stands higher than the line.
    fileprivate var rise: Double {
        switch self {
        case .base: 0
        case .above: 0.36
        case .below: -0.2
        }
    }
}

extension IdentifierStyle {
    /// How the style sheet calls it.
    fileprivate var className: StaticString {
        switch self {
        case .italic: "r"
        case .bold: "b"
        case .upright: "u"
        }
    }
}
