import Exact
import Solver
import YAML

extension TemplateReader {
    /// Reads the numbers that the problem starts from.
    mutating func readGiven(_ node: Node) {
        guard case .mapping(let entries) = node.kind else {
            isIncomplete = true
            return report("'given:' lists names, as in 'x: { shape: 2, draw: 0..3 }'", at: node)
        }
        var computed: [ComputedGiven] = []
        for entry in entries {
            if entry.name == "choose", case .sequence(let alternatives) = entry.value.kind {
                readChoices(alternatives, at: entry.value)
                continue
            }
            guard declare(entry.name, at: entry.key) else { continue }
            let before = diagnostics.count
            if let quantity = givenQuantity(entry) {
                give(quantity, at: entry.value)
            } else if diagnostics.count == before, let value = computedValue(entry), diagnostics.count == before {
                computed.append(value)
                given.append(GivenQuantity(name: entry.name, shape: .scalar, entries: []))
            } else {
                broken.insert(entry.name)
            }
        }
        if !fixing.isEmpty { dropUnusedChoices() }
        giveComputed(computed)
    }

    /// Takes a quantity into the graph.
    mutating func give(_ quantity: GivenQuantity, at node: Node) {
        let quantity = fixed(quantity)
        given.append(quantity)
        do throws(ShapeError) {
            try elaboration.give(quantity.name, Given(shape: quantity.shape, entries: quantity.entries))
            guard let node = elaboration.quantities[quantity.name] else { return }
            if quantity.functions.isEmpty {
                elaboration.wholeNumbers[quantity.name] = wholeNumbers(of: quantity)
            } else {
                elaboration.drawnFunctions[quantity.name] = DrawnFunction(index: node, names: quantity.functions)
            }
        } catch {
            report(error.message, at: node)
            broken.insert(quantity.name)
        }
    }

    /// Takes a name into the template; false, with a message, where it cannot be one.
    mutating func declare(_ name: String, at key: Node) -> Bool {
        let isWord = name.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || (48...57).contains(byte) || ((byte | 32) >= 97 && (byte | 32) <= 122)
        }
        if name.hasPrefix("for ") {
            report("for lines stand in 'define:' and 'solution:'", at: key)
        } else if Self.words.contains(name) {
            report("'\(name)' is a word of the language; choose another name", at: key)
            broken.insert(name)
        } else if !isWord || name.isEmpty || (48...57).contains(name.utf8.first ?? 0) {
            report("'\(name)' cannot be a name: names have letters, digits and _, and start with a letter", at: key)
        } else if Function.named(name) != nil {
            report("'\(name)' is a function; choose another name", at: key)
            broken.insert(name)
        } else if let place = places[name] {
            report("'\(name)' has a meaning already", at: key, notes: [.init("first given here", at: place)])
        } else {
            places[name] = key.range
            names.insert(name)
            return true
        }
        return false
    }

    /// What cannot be a name, since equations use it as a word.
    private static let words: Set<String> = ["for", "in", "with"]

    /// What a name is given as; nil, with nothing reported, where it is worked out from others.
    private mutating func givenQuantity(_ entry: Entry) -> GivenQuantity? {
        guard case .mapping(let entries) = entry.value.kind else {
            return numbers(entry.value).flatMap { fixed(entry.name, $0, shape: nil, at: entry.value) }
        }
        let before = diagnostics.count
        let fields = Fields(entries, of: GivenKey.self, in: &self)
        let shape = fields[.shape].flatMap { readShape($0) }
        if diagnostics.count > before { return nil }
        var quantity: GivenQuantity?
        switch (fields[.value], fields[.draw]) {
        case (let value?, nil):
            for key in [GivenKey.step, .nonzero, .distinct, .symmetric, .oneHot] { refuse(key, fields, with: "draw") }
            if isExpression(value) { return nil }
            if let node = fields[.decimals] {
                report("'decimals:' goes with a value that is worked out, as in value: 'x / 3'", at: node)
            }
            quantity = numbers(value).flatMap { fixed(entry.name, $0, shape: shape, at: value) }
        case (nil, let draw?):
            refuse(.decimals, fields, with: "value")
            if let node = fields[.oneHot] { report("'one_hot:' draws by itself; leave out 'draw:'", at: node) }
            quantity =
                isFunctionList(draw)
                ? drawnFunction(entry.name, draw, fields) : drawnQuantity(entry.name, shape ?? .scalar, draw, fields)
        case (.some, .some):
            report("'\(entry.name)' is drawn or has a value; leave out 'draw:' or 'value:'", at: entry.key)
        case (nil, nil):
            if let node = fields[.oneHot] {
                for key in [GivenKey.step, .nonzero, .distinct, .symmetric] { refuse(key, fields, with: "draw") }
                refuse(.decimals, fields, with: "value")
                quantity = oneHot(entry.name, shape, node)
            } else {
                report("'\(entry.name)' needs 'draw: lo..hi' or 'value: …'", at: entry.key)
            }
        }
        if let node = fields[.show], let isShown = flag(node) { quantity?.isShown = isShown }
        return diagnostics.count > before ? nil : quantity
    }

    private mutating func refuse(_ key: GivenKey, _ fields: Fields<GivenKey>, with other: String) {
        if let node = fields[key] { report("'\(key.rawValue):' goes with '\(other):'", at: node) }
    }

    mutating func readShape(_ node: Node) -> Shape? {
        let sizes: [Node]
        if case .sequence(let nodes) = node.kind { sizes = nodes } else { sizes = [node] }
        guard (1...4).contains(sizes.count) else {
            report("a shape has one to four sizes, as in [3, 2]", at: node)
            return nil
        }
        var dimensions: [Int] = []
        for size in sizes {
            if case .scalar(let scalar) = size.kind, Rational(reading: scalar.text) == nil {
                report("a shape is one size, as in 3, or a list of sizes, as in [3, 2]", at: size)
                return nil
            }
            guard let dimension = whole(size, in: 1...Shape.largestCount) else { return nil }
            dimensions.append(dimension)
        }
        let count = dimensions.reduce(1.0) { $0 * Double($1) }
        guard count <= Double(Shape.largestCount) else {
            report("an array has at most \(Shape.largestCount) entries", at: node)
            return nil
        }
        return Shape(dimensions)
    }

    /// Numbers with the shape that their nesting gives them.
    mutating func numbers(_ node: Node) -> (shape: Shape, numbers: [Rational])? {
        guard case .sequence(let nodes) = node.kind else { return number(node).map { (.scalar, [$0]) } }
        var inner: Shape?
        var all: [Rational] = []
        for item in nodes {
            guard let (shape, numbers) = numbers(item) else { return nil }
            guard inner == nil || inner == shape else {
                report("this row is not shaped as the one before", at: item)
                return nil
            }
            inner = shape
            all += numbers
        }
        guard let inner else {
            report("this list has no numbers", at: node)
            return nil
        }
        guard inner.rank < 4 else {
            report("lists of numbers are nested at most four deep", at: node)
            return nil
        }
        return (Shape([nodes.count] + inner.dimensions), all)
    }

    private mutating func fixed(
        _ name: String, _ value: (shape: Shape, numbers: [Rational]), shape: Shape?, at node: Node
    ) -> GivenQuantity? {
        // One number for a whole shape fills it.
        if let shape, value.shape.isScalar {
            return GivenQuantity(
                name: name, shape: shape,
                entries: Array(repeating: .fixed(value.numbers[0]), count: shape.count))
        }
        if let shape, shape != value.shape {
            report("these numbers have the shape \(value.shape), not \(shape)", at: node)
            return nil
        }
        return GivenQuantity(name: name, shape: value.shape, entries: value.numbers.map { .fixed($0) })
    }
}
