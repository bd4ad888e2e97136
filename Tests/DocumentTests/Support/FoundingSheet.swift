import Exact
import Maths

@testable import Document

/// A sheet and a key of a network with two hidden layers, as they are put together from blocks.
struct FoundingSheet {
    /// The numbers of the values, by their index.
    let numbers: [Number]
    let student: [Block]
    let key: [Block]

    private static let code = TextSlot("code")
    private static let name = TextSlot("name")

    init() {
        var numbers: [Number] = []
        func drawn(_ number: Rational) -> Maths {
            numbers.append(.exact(number))
            return .value(ValueID(numbers.count - 1), .exact)
        }
        func matrix(_ rows: [[Int]]) -> Maths { .matrix(rows.map { $0.map { drawn(Rational($0)) } }) }
        func layer(_ name: String, _ layer: Int, _ sub: Maths? = nil) -> Maths {
            .scripts(.variable(name), sub: sub, sup: .fenced(.parentheses, .integer(layer)))
        }
        func affine(_ number: Int, _ input: Maths) -> Maths {
            .sum([
                Term(.plus, .product([layer("w", number), input], .juxtaposed)), Term(.plus, layer("b", number)),
            ])
        }
        let (x, y, loss) = (Maths.variable("x"), Maths.variable("y"), Maths.variable("L"))
        let prediction = Maths.accent(.hat, y)
        let (z1, h1) = (Self.indexed("z", 1), Self.indexed("h", 1))
        let z2 = Self.indexed("z", 2)

        let given: [Maths] = [
            .equation(x, matrix([[2], [1]])), .equation(layer("w", 1), matrix([[0, 1], [1, 1], [1, 0]])),
            .equation(layer("b", 1), matrix([[-2], [-1], [1]])),
            .equation(layer("w", 2), matrix([[0, 1, 2], [1, 1, 1], [2, -1, -1]])),
            .equation(layer("b", 2), matrix([[1], [1], [1]])), .equation(layer("w", 3), matrix([[-1, 1, -2]])),
            .equation(y, drawn(Rational(3, 2))),
        ]
        let difference = Maths.sum([Term(.plus, y), Term(.minus, prediction)])
        let equations: [Maths] = [
            .equation(z1, affine(1, x)), .equation(h1, .function(.identifier("ReLU", .upright), [z1])),
            .equation(z2, affine(2, h1)), .equation(prediction, .product([layer("w", 3), z2], .juxtaposed)),
            .equation(loss, .quotient(.power(difference, .integer(2)), .integer(2))),
        ]
        let gradient = Maths.derivative(of: loss, by: [layer("w", 1, .indices([.integer(2), .integer(1)]))])
        let answers = [
            (Maths.scripts(.fenced(.parentheses, z1), sub: .integer(1), sup: nil), drawn(Rational(-1))),
            (loss, drawn(Rational(49, 8))),
        ]
        let last = drawn(Rational(14))

        func parts(isKey: Bool) -> [Block] {
            func box(_ part: String, _ asked: Maths, _ value: Maths) -> AnswerBox {
                AnswerBox(part: part, label: [.maths(asked), .text(" =")], content: isKey ? [.maths(value)] : [])
            }
            let find: [Inline] = [.text("Find "), .maths(z1), .text(" and "), .maths(loss), .text(".")]
            return [
                .part(
                    Part(
                        label: "a", points: [.text("5 points")],
                        [.paragraph(find), .answers(answers.map { box("a", $0.0, $0.1) })])),
                .part(
                    Part(
                        label: "b", points: [.text("3 points")],
                        [
                            .paragraph([.text("Find "), .maths(gradient), .text(".")]),
                            .answers([box("b", gradient, last)]),
                        ])),
            ]
        }
        let problem: [Block] = [
            .heading([.text("Given")], level: 2), .formulas(given),
            .heading([.text("Equations")], level: 2), .equations(equations),
        ]
        student =
            [
                .title([.text("Backpropagation by hand")], aside: [.slot(Self.code)]),
                .fields([Field("Name", content: [.slot(Self.name)]), Field("Number")]),
                .paragraph([.text("Work with "), .emphasis([.text("exact")]), .text(" numbers.")]),
            ] + problem + parts(isKey: false)
        key =
            [.title([.text("Key: Backpropagation by hand")], aside: [.slot(Self.code)])] + problem
            + parts(isKey: true)
        self.numbers = numbers
    }

    private static func indexed(_ name: String, _ index: Int) -> Maths {
        .scripts(.variable(name), sub: .integer(index), sup: nil)
    }

    /// A file that holds a sheet or a key.
    func file(_ blocks: [Block]) -> String {
        let page = HTMLPage(title: [.text("Backpropagation by hand "), .slot(Self.code)])
        var form = page.opening
        form.append(HTML.sheet(blocks))
        form.append(page.closing)
        return form.text(
            value: { numbers[$0.index] }, text: { $0 == Self.code ? "037-K7F3" : "Ada <Lovelace>" })
    }
}
