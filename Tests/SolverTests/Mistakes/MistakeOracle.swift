import Exact
import Foundation
import Solver
import Template
import TestSupport
import Testing
import YAML

/// Numbers by name.
@dynamicMemberLookup
struct PlainNumbers {
    fileprivate(set) var arrays: [String: PlainArray<Double>]

    /// A number that is not there is a mistake in the test.
    subscript(dynamicMember name: String) -> PlainArray<Double> { arrays[name] ?? PlainArray([0], []) }
}

/// A calculation from given numbers, one named step after the other, that knows nothing of graphs.
struct PlainSteps {
    typealias Step = (PlainNumbers) throws -> PlainArray<Double>

    /// Each may use what is given and what stands before it.
    let steps: KeyValuePairs<String, Step>
    /// What is asked, in the order of the columns.
    let answers: (PlainNumbers) -> [Double]

    /// A step by its name.
    func step(_ name: String) -> Step {
        steps.first { $0.key == name }?.value ?? { _ in PlainArray([0], []) }
    }

    /// The answers of a student who takes some steps otherwise, or hands in other numbers.
    func answers(
        _ given: PlainNumbers, otherwise: [String: Step], handedIn: ((PlainNumbers) -> [Double])? = nil
    ) throws -> [Double] {
        var numbers = given
        for (name, step) in steps { numbers.arrays[name] = try (otherwise[name] ?? step)(numbers) }
        return (handedIn ?? answers)(numbers)
    }
}

/// Compares what the catalogue of mistakes says that students write with what they write by a plain calculation.
struct MistakeOracle {
    /// A sheet's given numbers, and its answers under each mistake.
    private struct Sheet {
        let given: PlainNumbers
        let right: [Double]
        let wrong: [[Double]]
    }

    private let catalogue: MistakeCatalogue
    private let plain: PlainSteps
    private var sheets: [Sheet] = []
    private var met: Set<Int> = []

    /// Draws sheets, one a seed, whatever the template requires of them.
    init(_ template: Template, _ plain: PlainSteps, sheets count: Int = 24) throws {
        let pins = Calculation.pins(of: template)
        catalogue = MistakeCatalogue(template.graph, asked: pins)
        self.plain = plain
        var lowering = Lowering(catalogue.graph)
        let given = try lowering.lower(template.given.map(\.name).compactMap { template.nodes[$0] })
        var slots = [try lowering.lower(asked: pins)]
        for mistake in catalogue.mistakes { slots.append(try lowering.lower(asked: pins, under: mistake.edits)) }
        let program = Program(
            lowering.code, stages: [given.flatMap(\.slots) + slots.joined()], inputs: template.draws.map(\.range))
        let machine = Machine(program)
        for seed in 0..<count {
            var random = SplitMix(seed: seed)
            var places: [Int: Int] = [:]
            for (input, draw) in template.draws.enumerated() {
                let place = places[draw.digit] ?? Int.random(in: 0..<draw.count, using: &random)
                places[draw.digit] = place
                #expect(machine.set(input: input, to: draw[place], lane: seed))
            }
        }
        machine.run(lanes: count)
        for seed in 0..<count {
            var numbers = program.outputs[0].map { machine.number(at: $0, lane: seed).double }[...]
            func next(_ count: Int) -> [Double] {
                defer { numbers = numbers.dropFirst(count) }
                return Array(numbers.prefix(count))
            }
            var arrays: [String: PlainArray<Double>] = [:]
            for (quantity, tensor) in zip(template.given, given) {
                arrays[quantity.name] = PlainArray(tensor.shape.dimensions, next(tensor.slots.count))
            }
            let answers = slots.map { next($0.count) }
            sheets.append(Sheet(given: PlainNumbers(arrays: arrays), right: answers[0], wrong: Array(answers[1...])))
            #expect(
                Self.agree(answers[0], try plain.answers(PlainNumbers(arrays: arrays), otherwise: [:])),
                "seed \(seed): the right answers differ")
        }
    }

    /// The template that a text says.
    init(text: String, _ plain: PlainSteps) throws {
        try self.init(try Template(SourceFile(name: "template", bytes: Array(text.utf8))), plain)
    }

    /// A template of the gallery.
    init(gallery name: String, _ plain: PlainSteps) throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Templates/\(name).yaml")
        try self.init(try Template(SourceFile(name: name, bytes: Array(Data(contentsOf: url)))), plain)
    }

    /// Expects a mistake, in these words and no other place, to give what some steps taken otherwise give on each sheet.
    mutating func expect(
        _ mistake: Mistake, _ words: String, _ otherwise: [String: PlainSteps.Step] = [:],
        handedIn: ((PlainNumbers) -> [Double])? = nil, at location: SourceLocation = #_sourceLocation
    ) throws {
        let places = catalogue.mistakes.indices.filter {
            catalogue.mistakes[$0].mistake == mistake && catalogue.mistakes[$0].words == words
        }
        #expect(places.count == 1, "\(words)", sourceLocation: location)
        guard let place = places.first else { return }
        met.insert(place)
        var isShown = false
        for (seed, sheet) in sheets.enumerated() {
            let expected = try plain.answers(sheet.given, otherwise: otherwise, handedIn: handedIn)
            let isEqual = Self.agree(sheet.wrong[place], expected)
            #expect(
                isEqual, "seed \(seed): \(words): \(sheet.wrong[place]) for \(expected)", sourceLocation: location)
            if !isEqual { return }
            if !Self.agree(sheet.right, expected) { isShown = true }
        }
        #expect(isShown, "no sheet shows it: \(words)", sourceLocation: location)
    }

    /// Expects that everything that the catalogue has was met, but for some mistakes.
    func expectNothingElse(but others: Set<Mistake> = [], at location: SourceLocation = #_sourceLocation) {
        let more = catalogue.mistakes.indices.filter {
            !met.contains($0) && !others.contains(catalogue.mistakes[$0].mistake)
        }
        let words = more.map { "\(catalogue.mistakes[$0].mistake.rawValue): \(catalogue.mistakes[$0].words)" }
        #expect(words == [], sourceLocation: location)
    }

    /// Whether numbers are the same, to rounding; what is not there on one side is not there on the other.
    private static func agree(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { a, b in
                a.isFinite && b.isFinite
                    ? (a - b).magnitude <= 1e-9 * max(1, a.magnitude, b.magnitude) : !a.isFinite && !b.isFinite
            }
    }
}

infix operator ⊙ : MultiplicationPrecedence

extension PlainArray<Double> {
    static func + (left: Self, right: Self) throws -> Self { try combined(left, right) { $0 + $1 } }
    static func - (left: Self, right: Self) throws -> Self { try combined(left, right) { $0 - $1 } }
    static func / (left: Self, right: Self) throws -> Self { try combined(left, right) { $0 / $1 } }
    static func ⊙ (left: Self, right: Self) throws -> Self { try combined(left, right) { $0 * $1 } }

    /// The product of matrices, or with a scalar.
    static func * (left: Self, right: Self) throws -> Self {
        try left.sizes.isEmpty || right.sizes.isEmpty ? left ⊙ right : product(left, right)
    }

    static func * (left: Double, right: Self) -> Self { right.map { left * $0 } }

    var transpose: Self { get throws { try transposed() } }
    var relu: Self { map { max(0, $0) } }
    /// 1 where an entry is above 0, else 0.
    var mask: Self { map { $0 > 0 ? 1 : 0 } }
    var sigmoid: Self { map { 1 / (1 + exp(-$0)) } }
    var tanh: Self { map { Foundation.tanh($0) } }
    var squared: Self { map { $0 * $0 } }
    var sum: Self { PlainArray(entries.reduce(0, +)) }
    /// a (1 − a).
    var sigmoidSlope: Self { map { $0 * (1 - $0) } }
    /// 1 − a².
    var tanhSlope: Self { map { 1 - $0 * $0 } }
    var softmax: Self { map { exp($0) / entries.reduce(0) { $0 + exp($1) } } }
    /// The same shape, each entry the same number.
    func filled(_ number: Double) -> Self { map { _ in number } }
    /// The entry at a place from 1 as a scalar.
    subscript(place: Int) -> Self { PlainArray(entries[place - 1]) }
    /// Only one row of a matrix, the others 0.
    func only(row: Int) -> Self { PlainArray(sizes) { $0[0] == row - 1 ? self[$0] : 0 } }
    /// Rows and columns exchanged where both are there.
    var mirrored: Self {
        PlainArray(sizes) { $0[1] < sizes[0] && $0[0] < sizes[1] ? self[[$0[1], $0[0]]] : self[$0] }
    }
}
