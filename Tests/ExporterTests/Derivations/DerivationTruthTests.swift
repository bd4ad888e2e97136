import Foundation
import Generator
import Solver
import Template
import Testing
import YAML

@testable import Exporter

/// Every equation on the keys of templates, read back and worked out: both sides are equal.
struct DerivationTruthTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Templates").standardizedFileURL

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    @Test(arguments: names, DerivationStyle.allCases)
    func everyLineIsTrue(_ name: String, style: DerivationStyle) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        try check(Template(SourceFile(name: name, bytes: Array(bytes))), style)
    }

    /// Indices that are numbers of the sheet, in rows, columns, entries and what is differentiated.
    @Test(arguments: DerivationStyle.allCases) func linesWithDrawnIndicesAreTrue(_ style: DerivationStyle) throws {
        let text = """
            given:
              x: { shape: 2, draw: 1..3 }
              W: { shape: [2, 2], draw: -1..2 }
              X: { shape: [2, 2], draw: 1..2 }
              i: { draw: 1..2 }
              j: { draw: 1..2 }
            define:
              z: W @ x + X[j,:]
              h: relu(z) * X[j,i] + W[:,j]
              L: (h @ h + h[i]) / 2
            ask:
              - find: 'h, L, dL/dW[i,j], dL/dx[j], W[i,:], X[j,2]'
              - find: dL/dX
            """
        try check(Template(SourceFile(name: "drawn", bytes: Array(text.utf8))), style)
    }

    /// A loss that uses a layer by itself as well: its own derivative there is not the whole one.
    @Test(arguments: DerivationStyle.allCases) func linesOfForksAtTheLossAreTrue(_ style: DerivationStyle) throws {
        let text = """
            given:
              x: { shape: 2, draw: 1..3 }
              W: { shape: [3, 2], draw: -1..2 }
              v: { shape: [1, 3], draw: -2..2 }
            define:
              h: relu(W @ x)
              o: v @ h
              L: (o - 1)^2 / 2 + h @ h
            ask:
              - find: 'dL/dh, dL/dx'
            """
        try check(Template(SourceFile(name: "fork", bytes: Array(text.utf8))), style)
    }

    /// Branches that a number of the sheet, or each entry, chooses between, forward and backward.
    @Test(arguments: DerivationStyle.allCases) func linesOfBranchesAreTrue(_ style: DerivationStyle) throws {
        let text = """
            given:
              x: { shape: 2, draw: -2..2 }
              c: { draw: [1, 2] }
              n: { draw: -1..2 }
            define:
              a: where(n + 3/2 > 2 * c, (n - 1) * x, x)
              b: where(x > n + 1/2, x^2, 3 - 2 * x) * x
              k: where(1/2 < n < c + 1/2, n^2, c - 3 * n)
              d: where(n < c + 1/2, 0, a + b)
              L: where(n > 1/2, n * sum(b), 2) + sum(a^2) / 3 + k + sum(where(abs(n - c) < 1/2, b / c, x))
            ask:
              - find: 'a, b, k, d, L, dL/dx, dL/db[1], dL/da, dL/dn'
            variants: { zeros: yes, kinks: yes }
            """
        try check(Template(SourceFile(name: "branches", bytes: Array(text.utf8))), style)
    }

    /// Factors of a chain that are diagonal, since a vector acts on another entry by entry.
    @Test(arguments: DerivationStyle.allCases) func linesOfGatesAreTrue(_ style: DerivationStyle) throws {
        let text = """
            given:
              x: { shape: 2, draw: 1..3 }
              W: { shape: [2, 2], draw: -1..2 }
              t: { shape: 2, draw: -2..2 }
            define:
              z: sigmoid(W @ x)
              h: (1 - z) * t + z * x
              u: h / (1 + h^2)
              v: u^3 / 2 - t / 3
              y: (W @ v) / 2
              L: sum((y - t)^2) / 4
            ask:
              - find: 'dL/dz, dL/dh[2], dL/dW[1,2], dL/du, dL/dv[1]'
            """
        try check(Template(SourceFile(name: "gates", bytes: Array(text.utf8))), style)
    }

    private func check(_ template: Template, _ style: DerivationStyle) throws {
        let worked = WorkedTemplate(template, style: style)
        for seed in 1...3 as ClosedRange<UInt64> {
            let generator = try Generator(worked.template, seed: seed)
            let key = AnswerKey(calculation: generator.calculation, derivations: worked.derivations)
            let count = Int(min(generator.capacity ?? 1, 3))
            var drawer = generator.drawer()
            try drawer.draw(sheets: 0, count: count, from: generator)
            for lane in 0..<count {
                let wrong = KeyReader(generator.calculation, drawer.machine, lane: lane).wrong(in: key.blocks)
                #expect(wrong.isEmpty, "seed \(seed), sheet \(lane + 1)")
            }
        }
    }

    /// Each sheet's key works with the function that it drew, forward and backward.
    @Test(arguments: DerivationStyle.allCases) func linesWithDrawnFunctionsAreTrue(_ style: DerivationStyle) throws {
        let text = """
            given:
              x: { shape: 2, draw: 1..3 }
              W: { shape: [3, 2], draw: -1..2 }
              v: { shape: [1, 3], draw: -2..2 }
              act: { draw: [relu, leaky_relu, tanh] }
              how: { draw: [sum, mean] }
            define:
              z: W @ x / 2
              h: act(z)
              o: v @ h
              L: (o - 1)^2 / 2 + how(h)
            ask:
              - find: 'h, L, dL/dz, dL/dW[2,1], dL/dx'
            """
        try check(Template(SourceFile(name: "drawn", bytes: Array(text.utf8))), style)
    }
}
