/// Builds nodes from libyaml's events, checking on the way what libyaml leaves open.
struct Composer: ~Copyable {
    /// A node with how far it goes down: the most lists and mappings inside each other, itself counted.
    struct Piece {
        let node: Node
        let height: Int
    }

    /// A node that aliases can stand for, with what it takes up of the limits.
    private struct Anchored {
        let piece: Piece
        let count: Int
    }

    let file: SourceFile
    let limits: Limits
    private let parser: EventParser
    private var anchors: [String: Anchored] = [:]
    /// The anchors of the nodes being read, outermost first.
    private var openAnchors: [String] = []
    /// The offsets of the brackets and braces being read, outermost first.
    private var openBrackets: [Int] = []
    private var nodeCount = 0
    /// What was found wrong so far and did not end the reading.
    private(set) var problems: [Diagnostic] = []

    /// A composer at the start of a file, whose bytes stay where they are while it works.
    init(_ text: UnsafeBufferPointer<UInt8>, of file: SourceFile, limits: Limits) throws(Diagnostic) {
        self.file = file
        self.limits = limits
        do throws(SyntaxError) {
            parser = try EventParser(text)
        } catch {
            throw error.diagnostic(in: file)
        }
    }

    /// The only document of the file.
    ///
    /// - Throws: What ends the reading; `problems` has the rest.
    mutating func document() throws(Diagnostic) -> Node {
        _ = try next()
        guard case .documentStart = try next().kind else { throw .error("the file is empty", at: .top) }
        let root = try piece(next(), depth: 0).node
        _ = try next()
        let more = try next()
        guard case .streamEnd = more.kind else {
            throw .error("a second document begins here; put it in a file of its own", at: place(more))
        }
        if let scalar = root.scalar, scalar.isMissing { throw .error("the file is empty", at: .top) }
        return root
    }

    private func next() throws(Diagnostic) -> Event {
        do throws(SyntaxError) {
            return try parser.next()
        } catch {
            throw error.diagnostic(in: file, openBracket: openBrackets.last)
        }
    }

    /// The node that begins with an event, inside so many lists and mappings.
    private mutating func piece(_ event: Event, depth: Int) throws(Diagnostic) -> Piece {
        if case .alias(let name) = event.kind { return try expand(name, event, depth: depth) }
        let before = nodeCount
        try count(1, event)
        if event.tag != nil { try report(tagProblem(event)) }
        if let anchor = event.anchor { openAnchors.append(anchor) }
        let piece: Piece
        switch event.kind {
        case .sequenceStart(let isFlow): piece = try sequence(event, isFlow: isFlow, depth: depth)
        case .mappingStart(let isFlow): piece = try mapping(event, isFlow: isFlow, depth: depth)
        case .scalar(let scalar):
            let node = Node(.scalar(scalar), range: range(of: scalar, event))
            if let problem = ScalarTraps.problem(of: scalar, node, in: file, isFlow: !openBrackets.isEmpty, limits) {
                try report(problem)
            }
            piece = Piece(node: node, height: 0)
        default:
            throw .error("a value is missing here", at: place(event))
        }
        if let anchor = event.anchor {
            openAnchors.removeLast()
            anchors[anchor] = Anchored(piece: piece, count: nodeCount - before)
        }
        return piece
    }

    private mutating func sequence(_ start: Event, isFlow: Bool, depth: Int) throws(Diagnostic) -> Piece {
        try enter(start, isFlow: isFlow, depth: depth)
        var items: [Node] = []
        var height = 0
        var end = SourcePosition.start
        while true {
            let event = try next()
            if case .sequenceEnd = event.kind {
                leave(isFlow: isFlow)
                let range = range(from: start, to: event, isFlow: isFlow, lastValue: end)
                return Piece(node: Node(.sequence(items), range: range), height: height + 1)
            }
            let item = try piece(event, depth: depth + 1)
            items.append(item.node)
            end = max(end, item.node.range.end)
            height = max(height, item.height)
        }
    }

    private mutating func mapping(_ start: Event, isFlow: Bool, depth: Int) throws(Diagnostic) -> Piece {
        try enter(start, isFlow: isFlow, depth: depth)
        var names = EntryNames()
        var entries: [Entry] = []
        var height = 0
        var end = SourcePosition.start
        while true {
            let event = try next()
            if case .mappingEnd = event.kind {
                leave(isFlow: isFlow)
                let range = range(from: start, to: event, isFlow: isFlow, lastValue: end)
                return Piece(node: Node(.mapping(entries), range: range), height: height + 1)
            }
            let key = try piece(event, depth: depth + 1).node
            let value = try piece(next(), depth: depth + 1)
            height = max(height, value.height)
            end = max(end, key.range.end, value.node.range.end)
            let entry = Entry(key: key, value: value.node)
            if let problem = names.problem(adding: entry, isFlow: isFlow) {
                try report(problem)
            } else {
                entries.append(entry)
            }
        }
    }

    private mutating func expand(_ name: String, _ event: Event, depth: Int) throws(Diagnostic) -> Piece {
        let place = place(event)
        if openAnchors.contains(name) {
            throw .error("“*\(name)” stands inside what it stands for, “&\(name)”; write out what is meant", at: place)
        }
        guard let anchored = anchors[name] else {
            let nearest = nearestName(to: name, in: anchors.keys).map { ", or did you mean “*\($0)”?" } ?? ""
            let advice = "if the text is meant to start with *, put it in single quotes"
            try report(.error("there is no “&\(name)” above for “*\(name)”; \(advice)\(nearest)", at: place))
            let placeholder = Scalar(text: "*\(name)", style: .singleQuoted)
            return Piece(node: Node(.scalar(placeholder), range: place), height: 0)
        }
        try count(anchored.count, event)
        if depth + anchored.piece.height > limits.depth { throw tooDeep(event) }
        return anchored.piece
    }

    private mutating func count(_ nodes: Int, _ event: Event) throws(Diagnostic) {
        nodeCount += nodes
        guard nodeCount > limits.nodes else { return }
        let message =
            "the file holds more than \(limits.nodes) values, what aliases stand for included; make it shorter"
        throw .error(message, at: place(event))
    }

    /// Notes a problem and lets the reading go on, unless there are too many for anyone to read.
    private mutating func report(_ problem: Diagnostic) throws(Diagnostic) {
        guard problems.count < Self.mostProblems else {
            throw .error("there are more errors from here on; mend those above first", at: problem.range)
        }
        problems.append(problem)
    }

    private static let mostProblems = 100

    private mutating func enter(_ event: Event, isFlow: Bool, depth: Int) throws(Diagnostic) {
        if depth >= limits.depth { throw tooDeep(event) }
        if isFlow { openBrackets.append(bracket(of: event)) }
    }

    private mutating func leave(isFlow: Bool) {
        if isFlow { openBrackets.removeLast() }
    }

    /// The offset of the bracket or brace that a list or mapping begins with.
    private func bracket(of event: Event) -> Int {
        let start = file.offset(ofScalar: event.start)
        return event.anchor == nil && event.tag == nil
            ? start : file.skippingProperties(from: start, to: file.bytes.count)
    }

    private func tooDeep(_ event: Event) -> Diagnostic {
        .error("more than \(limits.depth) lists and mappings inside each other; nest them less", at: place(event))
    }

    private func tagProblem(_ event: Event) -> Diagnostic {
        let start = file.offset(ofScalar: event.start)
        // An anchor may stand before the tag.
        let mark = file.bytes[start...].firstIndex(of: UInt8(ascii: "!")) ?? start
        let advice = "types are not read here; if the text is meant to start with !, put it in single quotes"
        let word = file.word(at: mark)
        return .error("“\(file.text(word))” is a YAML tag; \(advice)", at: file.range(word))
    }

    /// Where an event stands, its anchor and tag included.
    private func place(_ event: Event) -> SourceRange {
        file.range(file.offset(ofScalar: event.start)..<file.offset(ofScalar: event.end))
    }

    /// Where a scalar stands, without an anchor or tag before it or white space behind it.
    private func range(of scalar: Scalar, _ event: Event) -> SourceRange {
        var start = file.offset(ofScalar: event.start)
        var end = file.offset(ofScalar: event.end)
        if event.anchor != nil || event.tag != nil { start = file.skippingProperties(from: start, to: end) }
        if scalar.style == .literal || scalar.style == .folded {
            end = file.bytes[start..<end].lastIndex { !$0.isWhiteSpace }.map { $0 + 1 } ?? end
        }
        return file.range(start..<end)
    }

    /// Where a list or mapping stands; without brackets it ends with its last value, not at the next token.
    private func range(from start: Event, to end: Event, isFlow: Bool, lastValue: SourcePosition) -> SourceRange {
        let first = file.position(atOffset: file.offset(ofScalar: start.start))
        let last = isFlow ? file.position(atOffset: file.offset(ofScalar: end.end)) : lastValue
        return SourceRange(start: first, end: max(first, last))
    }
}
