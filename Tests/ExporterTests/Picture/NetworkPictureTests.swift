import Document
import Foundation
import Generator
import Maths
import Template
import Testing
import YAML

@testable import Exporter

/// Where the pieces of networks stand.
struct NetworkPictureTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Templates").standardizedFileURL
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    private func worked(_ name: String) throws -> WorkedTemplate {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        return WorkedTemplate(try Template(SourceFile(name: name, bytes: Array(bytes))))
    }

    private func pictures(_ worked: WorkedTemplate) throws -> [Picture] {
        guard let figure = worked.figure else { return [] }
        let formulas = Formulas(calculation: try Calculation(worked.template))
        return [false, true].compactMap { figure.picture(isKey: $0, formulas) }
    }

    @Test(arguments: names) func unitsStandApartInsideThePicture(_ name: String) throws {
        for picture in try pictures(worked(name)) {
            for (index, box) in picture.boxes.enumerated() {
                #expect(box.center.x - box.width / 2 >= 0 && box.center.x + box.width / 2 <= picture.width)
                #expect(box.center.y - box.height / 2 >= 0 && box.center.y + box.height / 2 <= picture.height)
                for other in picture.boxes[..<index] {
                    let (dx, dy) = (box.center.x - other.center.x, box.center.y - other.center.y)
                    #expect(
                        abs(dx) >= (box.width + other.width) / 2 + 1 || abs(dy) >= (box.height + other.height) / 2 + 1)
                }
            }
            #expect(picture.width <= 174 && picture.height <= 84)
        }
    }

    @Test(arguments: names) func labelsStandApart(_ name: String) throws {
        let worked = try worked(name)
        let calculation = try Calculation(worked.template)
        /// Where a label begins and ends; a whole number has few digits.
        func extent(_ label: PictureLabel) -> (left: Double, right: Double) {
            var width = label.width
            if case .value(let id, _) = label.maths, calculation.location(ofValue: id.index).isWhole {
                width = 1.6 * label.size.em
            }
            switch label.anchor {
            case .start: return (label.point.x, label.point.x + width)
            case .middle: return (label.point.x - width / 2, label.point.x + width / 2)
            case .end: return (label.point.x - width, label.point.x)
            }
        }
        for picture in try pictures(worked) {
            for (index, label) in picture.labels.enumerated() {
                for other in picture.labels[..<index] {
                    let isApart = abs(label.point.y - other.point.y) >= (label.size.em + other.size.em) * 0.35
                    let (own, others) = (extent(label), extent(other))
                    #expect(isApart || own.right <= others.left || others.right <= own.left, "\(label) \(other)")
                }
            }
        }
    }

    @Test func everyWeightOfTheFoundingNetworkHasALine() throws {
        for picture in try pictures(worked("q2.yaml")) {
            let slanting = picture.lines.filter { !$0.hasHead && $0.points[0].x != $0.points[1].x }
            #expect(slanting.count == 3 * 2 + 3 * 3 + 1 * 3)
            #expect(Set(slanting).count == slanting.count)
            #expect(picture.lines.filter(\.hasHead).count == 3 + 3 + 2)  // biases, output and target to the loss
            #expect(
                picture.alternative == "The network: 2 inputs, 3 ReLU units, 3 linear units, 1 output, and the loss.")
            #expect(picture.height <= 60)
        }
    }

    @Test func unitsAreGreyOnKeysWhereTheyAreSwitchedOff() throws {
        let worked = try worked("q2.yaml")
        let (sheet, key) = try { ($0[0], $0[1]) }(pictures(worked))
        #expect(sheet.boxes.allSatisfy { $0.greyUnless == nil })
        #expect(key.boxes.count(where: { $0.greyUnless != nil }) == 3)
        let form = HTML.form([.picture(key)])
        for seed in 1...20 as ClosedRange<UInt64> {
            let generator = try Generator(worked.template, seed: seed)
            var drawer = generator.drawer()
            try drawer.draw(sheets: 0, count: 1, from: generator)
            let number = { (value: Int) in
                drawer.machine.number(at: generator.calculation.location(ofValue: value), lane: 0)
            }
            let off = Formulas(calculation: generator.calculation).values(of: "h1").map(number)
                .count { $0 == .exact(.zero) }
            let text = form.text { number($0.index) }
            #expect(text.ranges(of: "class=\"z\"").count == off, "seed \(seed)")
        }
    }

    @Test func numbersThatTheSheetHidesStandOnTheKeyAlone() throws {
        let text = """
            given: { x: [1, 2], W: { shape: [2, 2], draw: 1..3, show: no }, b: { shape: 2, draw: 1..3 } }
            define: { h: relu(W @ x + b), L: sum(h) }
            ask: [{ find: L }]
            """
        let worked = WorkedTemplate(try Template(SourceFile(name: "q", bytes: Array(text.utf8))))
        let pictures = try pictures(worked)
        // On the sheet biases alone; on the key weights, and the values of inputs, units and the loss.
        #expect(
            pictures.map { $0.labels.count { if case .value = $0.maths { true } else { false } } } == [2, 2 + 4 + 5])
    }

    @Test func unitsMayApplyADrawnFunction() throws {
        let text = """
            given: { act: { draw: [relu, abs] }, x: [1, 2], W: [[1, 2], [3, 4]] }
            define: { h: act(W @ x), L: sum(h) }
            ask: [{ find: L }]
            """
        let worked = WorkedTemplate(try Template(SourceFile(name: "q", bytes: Array(text.utf8))))
        let names = try pictures(worked)[0].labels.compactMap { label -> Int? in
            if case .alternatives(_, let names) = label.maths { names.count } else { nil }
        }
        #expect(names == [2])
    }

    @Test func aTemplateMayHaveNoPicture() throws {
        let text = "given: { x: [1, 2], W: [[1, 2], [3, 4]] }\ndefine: { z: W @ x, L: sum(z) }\nask: [{ find: L }]\n"
        func figure(_ more: String) throws -> Figure? {
            WorkedTemplate(try Template(SourceFile(name: "q", bytes: Array((text + more).utf8)))).figure
        }
        #expect(try figure("") != nil && figure("picture: yes") != nil)
        #expect(try figure("picture: no") == nil)
        #expect(throws: Diagnostics.self) { try figure("picture: 3") }
    }
}
