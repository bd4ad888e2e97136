import Exact
import Testing

@testable import Solver

/// Random equations, worked out in both ways.
struct PlainEvaluationTests {
    @Test(arguments: RandomStyle.allCases) func valuesAgreeInEachArithmetic(_ style: RandomStyle) throws {
        for seed in 0..<60 {
            let problem = try RandomProblem(seed: seed, style: style).problem
            let names = problem.definitions.map(\.name)
            let real = try problem.plainValues(names, Double.self)
            let exact = style == .real ? nil : try problem.plainValues(names, Rational.self)
            for kind in Problem.Kind.allCases {
                let solved = try problem.solved(names, kind)
                for (index, name) in names.enumerated() {
                    let (shape, numbers) = solved[index]
                    #expect(shape.dimensions == real[index].sizes, "seed \(seed), \(style), \(kind), \(name)")
                    // Real numbers are there where fractions need more than 128 bits.
                    let exact = exact?[index]
                    let isWhole = exact?.entries.allSatisfy { !$0.isUndefined } ?? false
                    let isRight =
                        if let exact, isWhole || kind != .real { agree(numbers, exact) } else {
                            agree(numbers, real[index])
                        }
                    #expect(isRight, "seed \(seed), \(style), \(kind), \(name): \(problem.definitions)")
                }
            }
        }
    }

    /// By given and by intermediate quantities, exact where everything is polynomial between kinks.
    @Test(arguments: RandomStyle.allCases) func gradientsAgreeWithDifferences(_ style: RandomStyle) throws {
        var compared = 0
        for seed in 0..<45 {
            let problem = try RandomProblem(seed: 1000 + seed, style: style, steps: 4).problem
            for name in problem.variables where name != "L" {
                let text = "dL/d\(name)"
                guard var solved = try? problem.solved([text])[0].numbers else { continue }
                // Nested quotients may need more than 128 bits.
                if style == .rational, !solved.allSatisfy(\.isDefined) {
                    solved = try problem.solved([text], .real)[0].numbers
                }
                do {
                    let isRight =
                        style == .polynomial
                        ? agree(solved, try problem.plainValues([text], Rational.self)[0])
                        : agree(solved, try problem.plainValues([text], Double.self)[0], within: 1e-6)
                    #expect(isRight, "seed \(1000 + seed), \(style), \(text): \(problem.definitions)")
                    compared += 1
                } catch PlainError.kink {
                    continue
                }
            }
        }
        #expect(compared > 80, "only \(compared) gradients could be compared")
    }

    /// What the graph calls independent does not change anything.
    @Test func independentQuantitiesHaveNoEffect() throws {
        for seed in 0..<25 {
            let problem = try RandomProblem(seed: 2000 + seed, style: .polynomial, steps: 4).problem
            for name in problem.variables where name != "L" {
                do {
                    _ = try problem.solved(["dL/d\(name)"])
                } catch let error as ExpressionError {
                    #expect(error.message.contains("does not depend"))
                    var evaluation = try problem.plain(Rational.self)
                    let base = try evaluation.value(of: name)
                    evaluation.decisions = []
                    let before = try evaluation.value(of: "L")
                    evaluation.replaced[name] = base.map { $0 + Rational(1, 512) }
                    let decided = evaluation.decisions
                    evaluation.decisions = []
                    let after = try evaluation.value(of: "L")
                    guard evaluation.decisions == decided else { continue }
                    #expect(after == before, "seed \(2000 + seed), \(name)")
                }
            }
        }
    }
}
