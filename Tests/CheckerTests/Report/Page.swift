import Foundation
import TestSupport
import Testing

@testable import Checker

/// A printed page, read again.
struct Page {
    let html: String
    private let elements: [Markup]

    /// Fails where an element is not closed.
    init(_ bytes: [UInt8]) throws {
        html = String(decoding: bytes, as: UTF8.self)
        let start = try #require(html.range(of: "<article"))
        let end = try #require(html.range(of: "</article>", options: .backwards))
        elements = try #require(Markup.read(String(html[start.lowerBound..<end.upperBound])))
    }

    /// The texts of all elements with a name, each without the markup in it, as they stand between tags.
    func texts(_ name: String) -> [String] { elements.flatMap { $0.elements(name) }.map(\.allText) }

    /// The names of all elements.
    var names: Set<String> { elements.reduce(into: []) { $0.formUnion($1.names) } }

    /// All text.
    var text: String { elements.map(\.allText).joined() }
}

extension Markup {
    fileprivate var allText: String {
        switch self {
        case .text(let text): text
        case .element(_, let children): children.map(\.allText).joined()
        }
    }

    fileprivate var names: Set<String> {
        guard case .element(let name, let children) = self else { return [] }
        return children.reduce(into: [name]) { $0.formUnion($1.names) }
    }

    fileprivate func elements(_ sought: String) -> [Markup] {
        guard case .element(let name, let children) = self else { return [] }
        return (name == sought ? [self] : []) + children.flatMap { $0.elements(sought) }
    }
}
