import Exact
import Testing

@testable import Solver

/// Derivatives as nodes: pulls that are kept, forks, Jacobians, direct and second derivatives.
struct DifferentiationTests {
    private static func scalar(_ definitions: (String, String)...) -> Problem {
        var problem = Problem()
        problem.give("w", [], [3])
        problem.give("x", [], [2])
        problem.give("v", [3], [1, -2, 4])
        for (name, text) in definitions { problem.define(name, text) }
        return problem
    }

    @Test func eachUseHasAPullAndEachValueAnAdjoint() throws {
        var (elaboration, _) = try Self.scalar(("q", "w * x"), ("L", "(q - 1)^2 / 2 + q")).elaborated()
        let (q, loss) = (try #require(elaboration.quantities["q"]), try #require(elaboration.quantities["L"]))
        let id = try elaboration.graph.derivative(of: loss, withRespectTo: q)
        let graph = elaboration.graph
        let adjoint = graph[id]
        #expect(adjoint.pulls.count == 2)
        #expect(graph[adjoint.sum].shape == .scalar && graph[adjoint.sum].isBackward)
        // Every pull is a node of its own that nothing but one sum uses.
        #expect(Set(graph.pulls.map(\.value)).count == graph.pulls.count)
        for pull in graph.pulls {
            #expect(graph.adjoints.filter { graph[$0.sum].inputs.contains(pull.value) }.count == 1)
            #expect(graph.adjoints.contains { $0.sum == pull.upstream })
        }
        // The ½ and the 2 are both there.
        let operations = graph.nodes.filter(\.isBackward).map { String(describing: type(of: $0.operation)) }
        #expect(operations.contains("Division"))
        #expect(graph.pulls.contains { graph[$0.node].operation is Power })
    }

    @Test func whatIsThereIsUsedAgain() throws {
        var (elaboration, _) = try Self.scalar(("q", "w * x"), ("L", "q^2")).elaborated()
        let (w, q) = (try #require(elaboration.quantities["w"]), try #require(elaboration.quantities["q"]))
        let loss = try #require(elaboration.quantities["L"])
        let first = try elaboration.graph.derivative(of: loss, withRespectTo: w)
        let count = elaboration.graph.nodes.count
        #expect(try elaboration.graph.derivative(of: loss, withRespectTo: w) == first)
        _ = try elaboration.graph.derivative(of: loss, withRespectTo: q)
        #expect(elaboration.graph.nodes.count == count)
    }

    @Test func forksAddUp() throws {
        let problem = Self.scalar(("a", "w * x"), ("L", "a^2 + a * w + relu(a) - abs(-a)"))
        #expect(try problem.number("dL/da") == .exact(15))
        #expect(try problem.number("dL/dw") == .exact(36))
        #expect(try problem.number("dL/dL") == .exact(1))
    }

    /// Each edge of a fork has a name and a derivative of its own.
    @Test func namedEdgesOfAFork() throws {
        let problem = Self.scalar(("a", "w"), ("b", "w"), ("L", "a^2 * x + b"))
        #expect(try problem.number("dL/da") == .exact(12))
        #expect(try problem.number("dL/db") == .exact(1))
        #expect(try problem.number("dL/dw") == .exact(13))
    }

    @Test func aStepOfDescent() throws {
        let problem = Self.scalar(
            ("L", "(w * x - 1)^2"), ("w_new", "w - 1/10 * dL/dw"), ("L_new", "(w_new * x - 1)^2"))
        #expect(try problem.number("w_new") == .exact(1))
        #expect(try problem.number("L_new") == .exact(1))
        // By way of the update: w_new = w − (8w − 4) / 10.
        #expect(try problem.number("dL_new/dw") == .exact(Rational(4, 5)))
        for kind in Problem.Kind.allCases {
            #expect(agree([try problem.number("dL_new/dw", kind)], PlainArray(Rational(4, 5))))
        }
    }

    @Test(
        arguments: [
            ("w^4 * x", 216, 108), ("1 / w", Rational(2, 27), 0), ("w^3 + x^2 * w^2", 26, 24), ("relu(w)^2 / 2", 1, 0),
            ("abs(w)^3", 18, 0),
        ] as [(String, Rational, Rational)])
    func secondDerivatives(_ text: String, _ twice: Rational, _ mixed: Rational) throws {
        let problem = Self.scalar(("L", text), ("g", "dL/dw"))
        #expect(try problem.number("dg/dw") == .exact(twice))
        if !mixed.isZero { #expect(try problem.number("dg/dx") == .exact(mixed)) }
    }

    /// Second derivatives of each function are differences of its first.
    @Test(arguments: [
        "sum(v^3) * w", "sigmoid(w * x)", "tanh(w - x)", "exp(x / 4) * w", "ln(w^2 + x)", "sqrt(w + x)", "w^x",
        "sum(softmax(v) * v)", "sum(v / (v^2 + w))", "v @ v * w^2", "cross_entropy(softmax(v * w / 8), v^2)",
        "max(v) * w^2", "mean(relu(v) * v)", "sum(where(v < 0, v^2, v^3))", "min(v) ^ 2 * x^2", "sum(leaky_relu(v)^2)",
        "v[2]^2 * v[3] * w", "sum((v @ v.T)^2)", "sum(abs(v) * v * w)", "sum(softmax(v @ v.T / 9, by=rows) @ v)",
    ])
    func secondDerivativesAreDifferencesOfFirst(_ text: String) throws {
        let problem = Self.scalar(("L", text), ("g", text.contains("v") ? "dL/dv" : "dL/dw"))
        for by in ["v", "w", "x"] where try problem.parsed(text).names.contains(by) {
            guard let solved = try? problem.solved(["dg/d\(by)"])[0] else { continue }
            var evaluation = try problem.plain(Double.self)
            let plain = try evaluation.derivative(of: try problem.parsed("g"), by: by)
            #expect(agree(solved.numbers, plain, within: 1e-6), "dg/d\(by): \(solved.numbers)")
            #expect(solved.shape.dimensions == plain.sizes)
        }
    }

    @Test func jacobians() throws {
        var network = try FoundingNetwork()
        let texts = ["dz2/dh1", "dz2[1]/dh1[3]", "dz2[3]/dh1", "dh1/dz1", "dz2/dW1[3,2,1]", "dyhat/dx"]
        let nodes = try texts.map { try network.node($0) }
        let values = try network.values(of: nodes)
        #expect(values[0] == exact(0, 1, 2, 1, 1, 1, 2, -1, -1))
        #expect(values[1] == exact(2))
        #expect(values[2] == exact(2, -1, -1))
        #expect(values[3] == exact(0, 0, 0, 0, 1, 0, 0, 0, 1))
        #expect(values[4] == exact(-2))
        #expect(values[5] == exact(3, 2))
        let shapes = try ["dz2/dW1", "dyhat/dx"].map { text in
            let node = try network.node(text)
            return network.elaboration.graph[node].shape
        }
        #expect(shapes == [Shape([3, 3, 2]), .vector(2)])
    }

    /// The factors of a written chain rule: rows and columns that multiply from the left.
    @Test func directDerivativesMultiply() throws {
        var network = try FoundingNetwork()
        let names = ["h1", "z2", "yhat", "L", "z1"]
        let nodes = try names.map { try network.node($0) }
        func direct(_ of: Int, _ by: Int) throws -> NodeID {
            let others = nodes.indices.filter { $0 != of && $0 != by }.map { nodes[$0] }
            return try network.elaboration.graph.jacobian(of: nodes[of], withRespectTo: nodes[by], holding: others)
        }
        let inner = try direct(1, 0)
        let outer = try direct(2, 1)
        let product = try network.elaboration.graph.append(MatrixProduct(), outer, inner)
        let whole = try network.elaboration.graph.jacobian(of: nodes[2], withRespectTo: nodes[0])
        let values = try network.values(of: [inner, outer, product, whole])
        #expect(values[0] == exact(0, 1, 2, 1, 1, 1, 2, -1, -1))
        #expect(values[1] == exact(-1, 1, -2))
        #expect(values[2] == exact(-3, 2, 1))
        #expect(values[3] == values[2])
        #expect(network.elaboration.graph[inner].shape == .matrix(3, 3))
        #expect(network.elaboration.graph[outer].shape == .matrix(1, 3))
        // L knows h1 only by way of what is held.
        #expect(throws: DerivativeError.independent) { try direct(3, 0) }
    }

    @Test func heldQuantitiesAreConstants() throws {
        var (elaboration, _) = try Self.scalar(("a", "w^2"), ("L", "a * w + w")).elaborated()
        let (w, a) = (try #require(elaboration.quantities["w"]), try #require(elaboration.quantities["a"]))
        let loss = try #require(elaboration.quantities["L"])
        let direct = try elaboration.graph.derivative(of: loss, withRespectTo: w, holding: [a])
        let whole = try elaboration.graph.derivative(of: loss, withRespectTo: w)
        var lowering = Lowering(elaboration.graph)
        let tensors = try lowering.lower([elaboration.graph[direct].sum, elaboration.graph[whole].sum])
        let program = Program(
            lowering.code, stages: [tensors.flatMap(\.slots)],
            inputs: Array(repeating: InputRange(-9, 9, denominator: 1), count: 5))
        let machine = Machine(program)
        _ = machine.set(input: 0, to: 3, lane: 0)
        machine.run(lanes: 1)
        #expect(program.outputs[0].map { machine.number(at: $0, lane: 0) } == exact(10, 28))
    }

    @Test(arguments: ["dL/dx", "dw/dL", "dc/dw", "da/dx"]) func independence(_ text: String) throws {
        let problem = Self.scalar(("a", "w^2"), ("c", "count(v > w)"), ("L", "a * w"))
        let error = #expect(throws: ExpressionError.self) { try problem.solved(["1 + \(text)"]) }
        #expect(error?.message.contains("does not depend") == true)
        #expect(error?.range == 4..<4 + text.utf8.count)
    }
}
