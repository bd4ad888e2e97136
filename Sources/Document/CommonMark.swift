internal import CMark
import Maths

/// Reads an instructor's text.
///
/// Markup in HTML is kept as text, an image leaves its description, and a link to anything but a web page or a mail
/// address leaves its words. What is nested deeper than ``maximumDepth`` is read as if it were not nested so deep.
package enum CommonMark {
    /// How many quotes, lists, emphases and links may stand in one another.
    package static let maximumDepth = 32

    /// Reads a text of several paragraphs. Each code span is handed to `maths`; it stays code where that returns nil.
    ///
    /// Throws what `maths` throws.
    package static func blocks<Failure: Error>(
        from text: String, maths: (String) throws(Failure) -> Maths?
    ) throws(Failure) -> [Block] {
        guard let document = parse(text) else { return [] }
        defer { cmark_node_free(document) }
        var builder = BlockBuilder()
        guard let iterator = cmark_iter_new(document) else { return [] }
        defer { cmark_iter_free(iterator) }
        var event = cmark_iter_next(iterator)
        while event != CMARK_EVENT_DONE {
            if let node = cmark_iter_get_node(iterator) {
                if cmark_node_get_type(node) == CMARK_NODE_CODE {
                    let code = literal(of: node)
                    builder.append(inline: try maths(code).map { .maths($0) } ?? .code(code))
                } else {
                    read(node, isEntered: event == CMARK_EVENT_ENTER, into: &builder)
                }
            }
            event = cmark_iter_next(iterator)
        }
        return builder.finish()
    }

    /// Reads a text of one line, such as a title: the inlines of all its paragraphs and headings.
    ///
    /// Throws what `maths` throws.
    package static func inlines<Failure: Error>(
        from text: String, maths: (String) throws(Failure) -> Maths?
    ) throws(Failure) -> [Inline] {
        var inlines: [Inline] = []
        for block in try blocks(from: text, maths: maths) {
            switch block {
            case .paragraph(let content), .heading(let content, _):
                if !inlines.isEmpty { inlines.append(.text(" ")) }
                inlines += content
            default: break
            }
        }
        return inlines
    }

    private static func parse(_ text: String) -> OpaquePointer? {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_VALIDATE_UTF8)
            }
        }
    }

    private static func literal(of node: OpaquePointer) -> String {
        guard let characters = cmark_node_get_literal(node) else { return "" }
        return String(cString: characters)
    }

    private static func read(_ node: OpaquePointer, isEntered: Bool, into builder: inout BlockBuilder) {
        if let container = container(for: node) {
            if isEntered { builder.open(container) } else { builder.close() }
            return
        }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE: builder.append(text: literal(of: node))
        case CMARK_NODE_SOFTBREAK: builder.append(text: " ")
        case CMARK_NODE_LINEBREAK: builder.append(inline: .lineBreak)
        case CMARK_NODE_HTML_BLOCK: builder.append(block: .paragraph([.text(literal(of: node))]))
        case CMARK_NODE_CODE_BLOCK: builder.append(block: .code(literal(of: node)))
        case CMARK_NODE_THEMATIC_BREAK: builder.append(block: .thematicBreak)
        default: break
        }
    }

    private static func container(for node: OpaquePointer) -> BlockBuilder.Container? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST:
            .list(
                start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil
            )
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
        default: nil
        }
    }
}
