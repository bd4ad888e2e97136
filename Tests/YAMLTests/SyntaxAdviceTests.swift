import Testing
import YAML

/// Mistakes, where they are reported and what their authors are told.
struct SyntaxAdviceTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let text, place, message: String
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ place: String, _ message: String) {
            self.text = text
            self.place = place
            self.message = message
        }
    }

    @Test(arguments: [
        Mistake("given:\n\tx: 1\n", "2:1", "indent with spaces"),
        Mistake("given:\n  x: 1\n\ty: 2\n", "3:1", "indent with spaces"),
        Mistake("text: |\n\tfoo\n", "2:1", "indent with spaces"),
        Mistake("m: @x\n", "1:4", "cannot start with “@”"),
        Mistake("m: `z1` is\n", "1:4", "cannot start with “`”"),
        Mistake("m: %x\n", "1:4", "cannot start with “%”"),
        Mistake("%x: 1\n", "1:1", "cannot start with “%”"),
        Mistake("m: [a, @x]\n", "1:8", "cannot start with “@”"),
        Mistake("m: |x|\n", "1:4", "cannot start with “|”"),
        Mistake("m: > 0\n", "1:4", "cannot start with “>”"),
        Mistake("m: & x\n", "1:4", "cannot start with “&”"),
        Mistake("m: * x\n", "1:4", "cannot start with “*”"),
        Mistake("m: ? x\n", "1:4", "cannot start with “?”"),
        Mistake("m: ]\n", "1:4", "cannot start with “]”"),
        Mistake("m: !x!y z\n", "1:4", "cannot start with “!”"),
        Mistake("m: !<foo z\n", "1:4", "cannot start with “!”"),
        Mistake("m: !any(z)\n", "1:4", "“!any(z)” is a YAML tag"),
        Mistake("m: !!int 3\n", "1:4", "“!!int” is a YAML tag"),
        Mistake("m: &a !t x\n", "1:7", "“!t” is a YAML tag"),
        Mistake("<<: x\n", "1:1", "merge key"),
        Mistake("%YAML 3.0\n---\na: 1\n", "1:1", "delete it"),
    ])
    func charactersThatMeanSomethingElse(mistake: Mistake) { expect(mistake) }

    @Test(arguments: [
        Mistake("text: Mind this: it is\n", "1:16", "holds “: ”"),
        Mistake("given:\n  x: 1\n   y: 2\n", "3:4", "line it up"),
        Mistake("a: b\n c\n  d: e\n", "3:3", "line it up"),
        Mistake("given:\n    x: 1\n  y: 2\n", "3:3", "not lined up"),
        Mistake("title: x\ntext\nask: 1\n", "2:1", "“name: value”"),
        Mistake("title:x\nask: 1\n", "1:1", "“name: value”"),
        Mistake("title\nask: 1\n", "1:1", "“name: value”"),
        Mistake("m: - x\n", "1:4", "a line of its own"),
        Mistake("a: 1\n- b\n", "2:1", "list item stands among names"),
        Mistake("- a\nb: 1\n", "2:1", "another list item"),
        Mistake(": x\n", "1:1", "name is missing"),
        Mistake("[a]: 1\n", "1:1", "cannot be a name"),
        Mistake("a: 1\n---\nb: 1\n", "2:1", "second document"),
        Mistake("a: 1\n...\nfoo\n", "3:1", "should end before this"),
        Mistake("", "1:1", "empty"),
        Mistake("# only\n", "1:1", "empty"),
        Mistake("---\n", "1:1", "empty"),
    ])
    func linesAndIndentation(mistake: Mistake) { expect(mistake) }

    @Test(arguments: [
        Mistake("find: [dL/dW2[2,2], z1]\n", "1:8", "write 'dL/dW2[2,2]'"),
        Mistake("- { find: W[1,2], points: 3 }\n", "1:11", "write 'W[1,2]'"),
        Mistake("find: [z1, max(a, b)]\n", "1:12", "inside its parentheses"),
        Mistake("find: [X:, z1]\n", "1:9", "a colon inside brackets"),
        Mistake("find: [z1, z2\n", "1:7", "add “]”"),
        Mistake("a: [\n", "1:4", "add “]”"),
        Mistake("a: {b: [1, 2], c\n", "1:4", "add “}”"),
        Mistake("find: [z1, h1\npoints: 3\n", "1:7", "add “]”"),
        Mistake("- find: [a,\n- find: b\n", "1:9", "add “]”"),
        Mistake("x: { a: 1\ny: { a: 1 }\n", "1:4", "add “}”"),
        Mistake("x: { shape: [2, draw: 0..3 }\n", "1:28", "expected “,” or “]”"),
        Mistake("m: [a, , b]\n", "1:8", "value is missing"),
        Mistake("m: [a, b]]\n", "1:10", "no opening bracket"),
        Mistake("m: {a: b: c}\n", "1:9", "comma is missing"),
        Mistake("m: {x:3, y: 4}\n", "1:5", "write “x: 3”"),
        Mistake("z: [1, 2] @ x\n", "1:11", "put all of it in single quotes"),
    ])
    func brackets(mistake: Mistake) { expect(mistake) }

    @Test(arguments: [
        Mistake(#"m: "\theta""#, "1:5", "“\\t” in double quotes is a tab; use single quotes"),
        Mistake(#"m: "a \beta""#, "1:7", "a backspace"),
        Mistake(#"m: "\frac12""#, "1:5", "a form feed"),
        Mistake(#"m: "\nabla""#, "1:5", "a line end"),
        Mistake(#"m: "\rho""#, "1:5", "a carriage return"),
        Mistake(#"m: "\sigma""#, "1:5", "“\\s” means nothing"),
        Mistake(#"m: "\xi""#, "1:5", "hexadecimal"),
        Mistake(#"m: "\underline{x}""#, "1:5", "hexadecimal"),
        Mistake(#"m: "\ud800""#, "1:5", "hexadecimal"),
        Mistake("a: 'It is\nb: 1\n", "1:4", "never closed"),
        Mistake("a: 'It's'\n", "1:8", "write ''"),
        Mistake("a: \"It\" is\n", "1:9", "goes on"),
        Mistake("a: Homework #2\n", "1:13", "“#2” would be cut off"),
    ])
    func quotesAndEscapes(mistake: Mistake) { expect(mistake) }

    @Test(arguments: [
        Mistake("m: *x\n", "1:4", "there is no “&x” above"),
        Mistake("a: &rate 1\nm: *rat\n", "2:4", "did you mean “*rate”"),
        Mistake("a: &a [1, *a]\n", "1:11", "stands inside what it stands for"),
    ])
    func aliases(mistake: Mistake) { expect(mistake) }

    @Test func usefulEscapesAreRead() throws {
        #expect(try outline(read(#"m: "a\nb \"q\" \\theta A\/""#)) == "{m: \"a\nb \"q\" \\theta A/\"}")
        #expect(try outline(read(#"m: "\theta""#, limits: .record)) == "{m: \"\theta\"}")
    }

    @Test func controlCharactersAreNamed() {
        expect(Mistake("a: 1\nb: x\u{7}y\n", "2:5", "U+0007"))
        expect(Mistake("a: é\u{7F}\n", "1:5", "U+007F"))
    }

    private func expect(_ mistake: Mistake) {
        let found = problems(mistake.text)
        #expect(found.map(\.place) == [mistake.place])
        #expect(found.first?.message.contains(mistake.message) == true, "\(found.map(\.message))")
    }
}
