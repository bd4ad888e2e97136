/// Puts blocks together from the events of a walk through a document, without recursion.
struct BlockBuilder {
    /// What may hold other pieces.
    enum Container {
        case document, quote, item, paragraph, emphasis, strong
        case list(start: Int?)
        case heading(level: Int)
        case link(String)
    }

    /// A container that is still open, and what it holds so far.
    private struct Frame {
        let container: Container
        var inlines: [Inline] = []
        var blocks: [Block] = []
        var items: [[Block]] = []

        /// Inlines that stand where blocks are expected make a paragraph.
        mutating func endLine() {
            if !inlines.isEmpty { blocks.append(.paragraph(inlines)) }
            inlines = []
        }
    }

    private var frames = [Frame(container: .document)]
    /// How many containers are open that were nested too deep to be kept.
    private var ignored = 0

    mutating func open(_ container: Container) {
        if frames.count > CommonMark.maximumDepth || ignored > 0 {
            ignored += 1
        } else {
            frames.append(Frame(container: container))
        }
    }

    mutating func close() {
        if ignored > 0 {
            ignored -= 1
            return
        }
        guard frames.count > 1, var frame = frames.popLast() else { return }
        switch frame.container {
        case .paragraph: append(block: .paragraph(frame.inlines))
        case .heading(let level): append(block: .heading(frame.inlines, level: level))
        case .emphasis: append(inline: .emphasis(frame.inlines))
        case .strong: append(inline: .strong(frame.inlines))
        case .link(let address):
            if Self.isAllowed(address) {
                append(inline: .link(frame.inlines, to: address))
            } else {
                for inline in frame.inlines { append(inline: inline) }
            }
        case .list(let start):
            frame.endLine()
            append(block: .list(List(start: start, frame.blocks.isEmpty ? frame.items : frame.items + [frame.blocks])))
        case .item:
            frame.endLine()
            frames[frames.count - 1].items.append(frame.blocks)
        case .quote, .document:
            frame.endLine()
            append(block: .quote(frame.blocks))
        }
    }

    mutating func append(block: Block) {
        frames[frames.count - 1].endLine()
        frames[frames.count - 1].blocks.append(block)
    }

    mutating func append(inline: Inline) {
        frames[frames.count - 1].inlines.append(inline)
    }

    /// Appends words to those before.
    mutating func append(text: String) {
        let frame = frames.count - 1
        if case .text(let before)? = frames[frame].inlines.last {
            frames[frame].inlines[frames[frame].inlines.count - 1] = .text(before + text)
        } else {
            frames[frame].inlines.append(.text(text))
        }
    }

    mutating func finish() -> [Block] {
        while frames.count > 1 { close() }
        frames[0].endLine()
        return frames[0].blocks
    }

    /// Only addresses that cannot run anything or read a file may be followed.
    private static func isAllowed(_ address: String) -> Bool {
        let address = address.lowercased()
        return ["http://", "https://", "mailto:"].contains { address.hasPrefix($0) }
    }
}
