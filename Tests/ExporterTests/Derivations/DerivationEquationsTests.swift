import Foundation
import Generator
import Maths
import Solver
import Template
import Testing
import YAML

@testable import Exporter

/// What a key's derivations say, each in one line of text.
struct DerivationEquationsTests {
    private func lines(_ text: String, style: DerivationStyle = .chain) throws -> [String] {
        try lines(Template(SourceFile(name: "q", bytes: Array(text.utf8))), style: style, sheets: 1)
    }

    /// Of several sheets, one after the other.
    private func lines(_ template: Template, style: DerivationStyle, sheets: Int) throws -> [String] {
        let worked = WorkedTemplate(template, style: style)
        let generator = try Generator(worked.template, seed: 1)
        let count = Int(min(generator.capacity ?? 1, UInt128(sheets)))
        var drawer = generator.drawer()
        try drawer.draw(sheets: 0, count: count, from: generator)
        let calculation = generator.calculation
        let machine = drawer.machine
        let equations = worked.derivations.joined().joined().map {
            DerivationEquations(calculation: calculation).equation($0)
        }
        return (0..<count).flatMap { lane in
            equations.map { equation in
                UnicodeText.line(equation) {
                    machine.number(at: calculation.location(ofValue: $0.index), lane: lane)
                }
            }
        }
    }

    @Test(arguments: DerivationTruthTests.names, DerivationStyle.allCases)
    func noSideOfTheGalleryIsWrittenTwiceInARow(_ name: String, style: DerivationStyle) throws {
        let bytes = try Data(contentsOf: DerivationTruthTests.folder.appending(path: name))
        for line in try lines(Template(SourceFile(name: name, bytes: Array(bytes))), style: style, sheets: 16) {
            let sides = line.split(separator: #/ [=≈] /#)
            #expect(zip(sides, sides.dropFirst()).allSatisfy { $0 != $1 }, "\(line)")
        }
    }

    @Test func onlyTheBranchTakenIsWorkedOut() throws {
        let text = """
            given: { n: 4, c: 2, g: [4, 8] }
            define: { a: 'where(n > c, c / n * g, g)', b: 'where(n - 1 < c, c / n * g, g)' }
            ask: [{ find: 'a, b' }]
            """
        let lines = try lines(text)
        #expect(
            lines == [
                "a = {c/n · g if n > c; g otherwise} = {2/4 · [4, 8] if 4 > 2; [4, 8] otherwise}"
                    + " = 2/4 · [4, 8] = 0.5 [4, 8] = [2, 4]",
                "b = {c/n · g if n − 1 < c; g otherwise} = {2/4 · [4, 8] if 4 − 1 < 2; [4, 8] otherwise}"
                    + " = {2/4 · [4, 8] if 3 < 2; [4, 8] otherwise} = [4, 8]",
            ])
    }

    /// A quotient that stays as it is written is no step: 20/3, but not 7/2 or 6/3.
    @Test func noSideIsWrittenTwiceInARow() throws {
        let text = """
            given: { n: 20, s: 3, m: 7, c: 2 }
            define:
              a: floor(n / s) + 1
              b: floor(m / c) + floor(n / s)
              q: n / s
              w: (m - 2) / s + 6 / s
              v: 'where(n > s, m / s, n / s)'
              p: n / (0 - s)
            ask: [{ find: 'a, b, q, w, v, p' }]
            """
        let lines = try lines(text)
        #expect(
            lines == [
                "a = ⌊n/s⌋ + 1 = ⌊20/3⌋ + 1 = 6 + 1 = 7",
                "b = ⌊m/c⌋ + ⌊n/s⌋ = ⌊7/2⌋ + ⌊20/3⌋ = ⌊3.5⌋ + ⌊20/3⌋ = 3 + 6 = 9",
                "q = n/s = 20/3", "w = (m − 2)/s + 6/s = (7 − 2)/3 + 6/3 = 5/3 + 2 = 11/3",
                "v = {m/s if n > s; n/s otherwise} = {7/3 if 20 > 3; 20/3 otherwise} = 7/3",
                "p = n/(0 − s) = 20/(0 − 3) = 20/(−3) = −20/3",
            ])
    }

    /// A quantity that stands for itself is not put in for itself.
    @Test func nothingIsReplacedByItself() throws {
        let text = """
            given: { w_0: 2, x: 3 }
            define:
              L: (w_0 * x)^2
              for t in 1..2:
                g_{t}: dL/dw_0 with w_0 = w_{t-1}
                w_{t}: w_{t-1} - g_{t}
            ask: [{ find: 'w_1, g_2' }]
            """
        let lines = try lines(text)
        #expect(lines.filter { $0.contains("(w₀ = w₀)") } == [])
        #expect(lines.contains("g₁ = ∂L/∂w₀ = 36"), "\(lines)")
        #expect(lines.contains { $0.hasPrefix("∂L/∂w₀|_(w₀ = w₁) = ") }, "\(lines)")
    }

    /// The derivative by z is a factor of two chains.
    @Test func nothingIsWorkedOutTwice() throws {
        let text = """
            given: { x: 3, a: 2 }
            define: { b: a + 2, z: x * a + b, L: z^2 }
            ask: [{ find: dL/da }]
            """
        let lines = try lines(text)
        #expect(lines.count == Set(lines).count, "\(lines)")
    }

    @Test func entriesOfAVectorKeepTheirConditions() throws {
        let text = """
            given: { g: [4, 8] }
            define: { a: 'where(g < 5, g^2, 2 * g)' }
            ask: [{ find: a }]
            """
        let lines = try lines(text)
        #expect(
            lines == [
                "a = {g² if g < 5; 2 g otherwise} = {[4, 8]² if [4, 8] < 5; 2 [4, 8] otherwise}"
                    + " = {[16, 64] if [4, 8] < 5; [8, 16] otherwise} = [16, 16]"
            ])
    }

    @Test func factorsOfEveryOperationOnEntriesHaveTheirLine() throws {
        let text = """
            given: { z: [1, 2], x: [3, 5], t: [1, 1] }
            define: { h: (1 - z) * x + z * t, u: 6 / h, L: sum((u - t)^2) / 2 }
            ask: [{ find: dL/dz }]
            """
        let lines = try lines(text)
        #expect(
            lines == [
                "h = (1 − z) ⊙ x + z ⊙ t = (1 − [1, 2]) ⊙ [3, 5] + [1, 2] ⊙ [1, 1]"
                    + " = [0, −1] ⊙ [3, 5] + [1, 2] = [0, −5] + [1, 2] = [1, −3]",
                "u = 6/h = 6/[1, −3] = [6, −2]",
                "(∂L/∂u)ᵀ = 1/2 · 2 · (u − t)ᵀ = (u − t)ᵀ = ([6, −2] − [1, 1])ᵀ = [5 −3]",
                "∂u/∂h = diag(−6 · 1/h²) = diag(−6 · 1/[1, −3]²) = diag(−6 · 1/[1, 9]) = diag(−6 · [1, 1/9])"
                    + " = diag([−6, −2/3]) = [−6 0; 0 −2/3]",
                "∂h/∂z = diag(t − x) = diag([1, 1] − [3, 5]) = diag([−2, −4]) = [−2 0; 0 −4]",
                "(∂L/∂z)ᵀ = (∂L/∂u)ᵀ · ∂u/∂h · ∂h/∂z = (u − t)ᵀ · diag(−6 · 1/h²) · diag(t − x)"
                    + " = [5 −3] · [−6 0; 0 −2/3] · [−2 0; 0 −4] = [−30 2] · [−2 0; 0 −4] = [60 −8]",
            ])
    }

    @Test func entriesAreChosenBeforeTheyAreCalculatedWith() throws {
        let text = """
            given: { W: [[1, 0], [2, 1]], x: [3, 5], t: [1, 1] }
            define: { z: sigmoid(W @ x), L: sum((z - t)^2) / 2 }
            ask: [{ find: 'dL/dW[1,2]' }]
            """
        let lines = try lines(text, style: .backprop)
        #expect(
            lines == [
                "z = σ(W x) = σ([1 0; 2 1] [3, 5]) = σ([3, 11]) ≈ [0.9526, 1.0000]",
                "∂L/∂z = 1/2 · 2 · (z − t) = z − t ≈ [0.9526, 1.0000] − [1, 1] ≈ [−0.0474, 0.0000]",
                "∂L/∂W₁₂ = (∂L/∂z)₁ · z₁ · (1 − z₁) · x₂ ≈ −0.0474 · 0.9526 (1 − 0.9526) · 5"
                    + " ≈ −0.0452 · 0.0474 · 5 ≈ −0.0107",
            ])
    }

    @Test func aNumberHasOneForm() throws {
        let text = """
            given: { A: [[1, 2], [2, 3]], w: [1, 2] }
            define: { L: w @ (A @ w) / 2, M: 0.5 * (A @ w) @ w }
            ask: [{ find: 'dL/dw, dM/dw' }]
            """
        let lines = try lines(text, style: .backprop)
        #expect(
            lines == [
                "∂L/∂w = Aᵀ · (1/2 · w) + 1/2 · (A w) = 1/2 · (Aᵀ w) + 1/2 · (A w)"
                    + " = 1/2 · ([1 2; 2 3] [1, 2]) + 1/2 · ([1 2; 2 3] [1, 2]) = 1/2 · [5, 8] + 1/2 · [5, 8]"
                    + " = [2.5, 4] + [2.5, 4] = [5, 8]",
                "∂M/∂w = Aᵀ (w · 0.5) + 0.5 (A w) = 0.5 (Aᵀ w) + 0.5 (A w)"
                    + " = 0.5 ([1 2; 2 3] [1, 2]) + 0.5 ([1 2; 2 3] [1, 2]) = 0.5 [5, 8] + 0.5 [5, 8]"
                    + " = [2.5, 4] + [2.5, 4] = [5, 8]",
            ])
    }

    @Test func aNumberTimesAVectorHasADiagonalDerivative() throws {
        let text = """
            given: { x: [1, 2], t: [1, 1] }
            define: { a: x - t, h: 3 * a, L: sum(h^2) / 2 }
            ask: [{ find: dL/dx }]
            """
        let factors = try lines(text).filter { $0.hasPrefix("∂") }
        #expect(
            factors == [
                "∂h/∂a = 3 diag([1, 1]) = 3 [1 0; 0 1] = [3 0; 0 3]", "∂a/∂x = diag([1, 1]) = [1 0; 0 1]",
            ])
    }
}
