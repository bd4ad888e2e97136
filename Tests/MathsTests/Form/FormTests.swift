import Exact
import Testing

@testable import Maths

struct FormTests {
    @Test("Holes are filled where they stand, in a form that was appended too")
    func filling() {
        var inner = Form()
        inner.append("x=")
        inner.append(.value(ValueID(1), .exact, .plain))
        var form = Form()
        form.append(.text(TextSlot("name")))
        form.append(": ")
        form.append(inner)
        form.append(.value(ValueID(0), .decimals(2), .plain))
        form.append(".")
        let values: [Number] = [.real(0.126), .exact(Rational(-49, 3))]
        #expect(form.text(value: { values[$0.index] }, text: { _ in "A & B" }) == "A &amp; B: x=\u{2212}49/30.13.")
    }

    @Test("Filling appends to what is there")
    func appending() {
        var form = Form()
        form.append("b")
        var bytes = Array("a".utf8)
        form.fill(into: &bytes, value: { _ in .exact(.zero) }, text: { _ in "" })
        #expect(bytes == Array("ab".utf8))
        Form().fill(into: &bytes, value: { _ in .exact(.zero) }, text: { _ in "" })
        #expect(bytes == Array("ab".utf8))
    }

    @Test("Text that is the same on every sheet is one run of bytes")
    func merging() {
        var form = Form()
        form.append("a")
        form.append(escaping: "b")
        form.append(raw: "c".utf8)
        #expect(form.bytes == Array("abc".utf8))
        #expect(form.holes.isEmpty)
    }

    @Test(
        "Nothing in a text is read as markup",
        arguments: [
            ("<script>", "&lt;script&gt;"), ("a&b", "a&amp;b"), ("\" onload=\"", "&quot; onload=&quot;"),
            ("&amp;", "&amp;amp;"), ("ŷ − 1", "ŷ − 1"), ("\0", "\u{FFFD}"), ("", ""),
        ])
    func escaping(text: String, escaped: String) {
        var form = Form()
        form.append(escaping: text)
        #expect(form.bytes == Array(escaped.utf8))
        #expect(MathML.form(.text(text)).bytes == Array("<math><mtext>\(escaped)</mtext></math>".utf8))
    }

    @Test("A number chooses among forms; one that chooses none leaves nothing")
    func alternatives() {
        let name = Maths.alternatives(ValueID(0), [.variable("a"), .negation(.variable("b"))])
        let form = MathML.form(.product([.variable("x"), name], .dot))
        func text(_ choice: Number) -> String { form.text(value: { _ in choice }) }
        #expect(
            text(.exact(.zero))
                == MathML.form(.product([.variable("x"), .variable("a")], .dot)).text { _ in .exact(.zero) })
        let negative = MathML.form(.product([.variable("x"), .negation(.variable("b"))], .dot))
        for second in [Number.exact(.one), .real(1)] {
            #expect(text(second) == negative.text { _ in .exact(.zero) })
        }
        for none in [Number.exact(Rational(2)), .exact(Rational(1, 2)), .exact(Rational(-1)), .real(0.5)] {
            #expect(!text(none).contains("<mi>a") && !text(none).contains("<mi>b"))
        }
    }
}
