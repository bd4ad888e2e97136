import Exact
import Template
import TestSupport
import Testing
import YAML

@testable import Solver

/// Work counted from a program against work counted by hand or in another way.
struct WorkTests {
    /// The work of a template with fixed numbers.
    private func work(_ text: String) throws -> Work {
        let template = try Template(SourceFile(name: "q", bytes: Array(text.utf8)))
        var lowering = Lowering(template.graph)
        let asked = try lowering.lower(asked: Calculation.pins(of: template))
        let given = try lowering.lower(template.given.compactMap { template.nodes[$0.name] })
        let steps = lowering.extend { WorkSteps(to: asked, given: Set(given.flatMap(\.slots)), in: &$0) }
        let program = Program(lowering.code, stages: [steps.slots], inputs: template.draws.map(\.range))
        let machine = Machine(program)
        for (input, draw) in template.draws.enumerated() { #expect(machine.set(input: input, to: draw[0], lane: 0)) }
        machine.run(lanes: 1)
        return WorkMeter(steps, at: program.outputs[0]).works(in: machine, lanes: 1)[0]
    }

    /// Numbers that the program cannot know beforehand.
    private func drawn(_ values: [String: String]) -> String {
        "given: { "
            + values.sorted { $0.key < $1.key }.map { "\($0.key): { draw: [\($0.value), 1000] }" }
            .joined(separator: ", ") + " }\n"
    }

    @Test func productsAndTheirDigits() throws {
        let text = "define: { z: a * b }\nask: [{ find: z }]"
        var work = try work(drawn(["a": "12", "b": "-345"]) + text)
        #expect(work.products == 1 && work.digitPairs == 6 && work.sums == 0 && work.signs == 1 && work.fractions == 0)
        work = try self.work(drawn(["a": "12", "b": "-1"]) + text)
        #expect(work.products == 0 && work.digitPairs == 0 && work.signs == 1)
        work = try self.work(drawn(["a": "12", "b": "0"]) + text)
        #expect(work.products == 0 && work.vanishing == 1 && work.signs == 0)
        work = try self.work(drawn(["a": "1.5", "b": "1/3"]) + text)
        #expect(work.products == 1 && work.digitPairs == 4 && work.fractions == 1)
    }

    @Test func sumsAndCarries() throws {
        let text = "define: { z: a + b }\nask: [{ find: z }]"
        var work = try work(drawn(["a": "27", "b": "35"]) + text)
        #expect(work.sums == 1 && work.carries == 1 && work.signs == 0)
        work = try self.work(drawn(["a": "999", "b": "1"]) + text)
        #expect(work.carries == 3)
        work = try self.work(drawn(["a": "-32", "b": "17"]) + text)
        #expect(work.carries == 1 && work.signs == 1, "a borrow")
        work = try self.work(drawn(["a": "0", "b": "17"]) + text)
        #expect(work.sums == 0 && work.vanishing == 1)
        work = try self.work(drawn(["a": "1/2", "b": "17"]) + text)
        #expect(work.sums == 1 && work.fractions == 1 && work.carries == 0)
    }

    @Test func whatAZeroMakesNeedlessIsNotDone() throws {
        // Nobody works a · b out where c is 0.
        let text = "define: { z: a * b * c }\nask: [{ find: z }]"
        #expect(try work(drawn(["a": "7", "b": "8", "c": "0"]) + text).products == 0)
        #expect(try work(drawn(["a": "7", "b": "8", "c": "3"]) + text).products == 2)
        let asked = "define: { y: a * b, z: y * c }\nask: [{ find: 'y, z' }]"
        #expect(try work(drawn(["a": "7", "b": "8", "c": "0"]) + asked).products == 1)
    }

    @Test func theHalfOfASquareIsNoStepOfItsDerivative() throws {
        let work = try work(drawn(["a": "7", "b": "3"]) + "define: { L: (a - b)^2 / 2 }\nask: [{ find: dL/da }]")
        #expect(work.products == 0 && work.sums == 1)
    }

    @Test func whatIsUsedTwiceIsDoneOnce() throws {
        let work = try work(
            drawn(["a": "7", "b": "3"]) + "define: { p: a * b, q: a * b + 1, r: p + q }\nask: [{ find: r }]")
        #expect(work.products == 1 && work.sums == 2)
    }

    @Test func nobodyWorksOutWhatIsGiven() throws {
        let work = try work(
            "given: { a: { draw: [7, 8] }, b: { value: 'relu(a * 3)' } }\ndefine: { z: b + 12 * a }\nask: [{ find: z }]"
        )
        #expect(work.products == 1 && work.sums == 1 && work.livingUnits == 0)
    }

    @Test func livingUnits() throws {
        let text = "define: { h: relu(a), k: relu(b), z: h + k }\nask: [{ find: z }]"
        let work = try work(drawn(["a": "7", "b": "-3"]) + text)
        #expect(work.livingUnits == 1 && work.sums == 0)
    }

    /// A layer's products and sums, counted entry by entry.
    @Test(arguments: 1...50 as ClosedRange<UInt64>) func aLayerByEntries(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let w = (0..<6).map { _ in Int.random(in: -12...12, using: &random) / 2 }
        let x = (0..<2).map { _ in Int.random(in: -12...12, using: &random) }
        let b = (0..<3).map { _ in Int.random(in: -3...3, using: &random) }
        var given: [String: String] = [:]
        for (name, numbers) in [("w", w), ("x", x), ("b", b)] {
            for (place, number) in numbers.enumerated() { given["\(name)\(place)"] = "\(number)" }
        }
        let lines = (0..<3).map { "  z\($0): w\(2 * $0) * x0 + w\(2 * $0 + 1) * x1 + b\($0)" }
        let work = try work(
            drawn(given) + "define:\n" + lines.joined(separator: "\n") + "\nask: [{ find: 'z0, z1, z2' }]")
        var (products, digits, sums) = (0, 0, 0)
        for row in 0..<3 {
            let terms = (0..<2).map { w[2 * row + $0] * x[$0] }
            for (left, right) in (0..<2).map({ (w[2 * row + $0], x[$0]) })
            where left.magnitude > 1 && right.magnitude > 1 {
                products += 1
                digits += String(left.magnitude).count * String(right.magnitude).count
            }
            if terms[0] != 0 && terms[1] != 0 { sums += 1 }
            if terms[0] + terms[1] != 0 && b[row] != 0 { sums += 1 }
        }
        #expect(work.products == products && work.digitPairs == digits, "seed \(seed)")
        // Equal products of two rows are one.
        #expect(work.sums == sums || Set(lines).count < 3, "seed \(seed)")
    }
}
