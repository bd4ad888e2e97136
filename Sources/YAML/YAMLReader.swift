/// Reads YAML text, of which JSON is a part.
///
/// Anchors and aliases are followed. Tags, merge keys and several documents in one file are not part of what is read.
package enum YAMLReader {
    /// The node a file consists of. O(bytes) for texts within the limits.
    ///
    /// - Throws: Everything wrong with the text that can be told at once. A syntax error ends the reading.
    package static func read(_ file: SourceFile, limits: Limits = .template) throws(Diagnostics) -> Node {
        guard file.bytes.count <= limits.bytes else {
            let message = "the file is larger than \(byteSize(limits.bytes)), the most that is read"
            throw Diagnostics(.error(message, at: .top))
        }
        return try file.bytes.withUnsafeBufferPointer { (text) throws(Diagnostics) in
            var problems: [Diagnostic] = []
            do throws(Diagnostic) {
                var composer = try Composer(text, of: file, limits: limits)
                let node: Node
                do throws(Diagnostic) {
                    node = try composer.document()
                } catch {
                    problems = composer.problems
                    throw error
                }
                problems = composer.problems
                if problems.isEmpty { return node }
            } catch {
                problems.append(error)
            }
            throw Diagnostics(problems)
        }
    }
}
