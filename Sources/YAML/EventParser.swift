import CYAML

/// libyaml's parser on a text that stays where it is while events are asked for.
struct EventParser: ~Copyable {
    /// libyaml keeps a pointer to its own parser, so that it must never move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// A parser at the start of a UTF-8 text.
    ///
    /// - Throws: If there is no memory.
    init(_ text: UnsafeBufferPointer<UInt8>) throws(SyntaxError) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            throw SyntaxError(source: .memory)
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
        self.parser = parser
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; after the stream's end there is none left to ask for.
    func next() throws(SyntaxError) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw SyntaxError(parser) }
        defer { yaml_event_delete(&event) }
        return Event(event)
    }
}

/// What libyaml says when it cannot go on.
struct SyntaxError: Error {
    /// Which part of libyaml gave up.
    enum Source {
        /// A character that YAML does not allow, at a byte offset.
        case reader(offset: Int, character: UInt32)
        /// Text that is no YAML.
        case syntax
        /// There was no memory.
        case memory
    }

    let source: Source
    /// What libyaml was doing, in its words.
    var context = ""
    /// The number of scalars before what it was doing.
    var contextStart = 0
    /// What it stumbled over, in its words.
    var problem = ""
    /// The number of scalars before that.
    var problemStart = 0
}

extension SyntaxError {
    /// Copies what a parser says that has failed.
    fileprivate init(_ parser: UnsafeMutablePointer<yaml_parser_t>) {
        switch parser.pointee.error {
        case YAML_MEMORY_ERROR:
            source = .memory
        case YAML_READER_ERROR:
            let character = UInt32(max(0, parser.pointee.problem_value))
            source = .reader(offset: Int(parser.pointee.problem_offset), character: character)
        default:
            source = .syntax
        }
        context = parser.pointee.context.map { String(cString: $0) } ?? ""
        contextStart = Int(parser.pointee.context_mark.index)
        problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
        problemStart = Int(parser.pointee.problem_mark.index)
    }
}
