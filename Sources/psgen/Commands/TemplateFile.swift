import Generator
import Template
import YAML

/// A template as a command was given it.
struct TemplateFile {
    /// The file as the user named it, or its name in the gallery.
    let source: SourceFile
    /// What it says.
    let template: Template

    /// The file's name without folders.
    var fileName: String { source.name.split(separator: "/").last.map(String.init) ?? source.name }
    /// The file's name without folders and ending: what a set is called.
    var stem: String { fileName.split(separator: ".").first.map(String.init) ?? fileName }

    /// Reads a template, from the gallery where there is no such file here.
    init(_ path: String) throws(CommandError) {
        let gallery = isRegularFile(path) ? nil : Gallery()
        let place = gallery?.path(of: path) ?? path
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try contentsOfFile(place, limit: Self.largestSize)
        } catch {
            let offer = error.reason == .missing ? nearestName(to: path, among: gallery?.names ?? []) : nil
            throw CommandError("\(error)" + (offer.map { " The gallery has '\($0)'." } ?? ""))
        }
        let name = place == path ? path : path.hasSuffix(".yaml") ? path : path + ".yaml"
        try self.init(name: name, bytes: bytes)
    }

    /// Reads a template's text.
    init(name: String, bytes: [UInt8]) throws(CommandError) {
        do throws(Diagnostics) {
            source = try SourceFile(name: name, bytes: bytes)
        } catch {
            throw CommandError(placed: error.rendered(as: name))
        }
        do throws(Diagnostics) {
            template = try Template(source)
        } catch {
            throw CommandError(placed: error.rendered(in: source))
        }
    }

    /// What draws the template's variants.
    func generator(for template: Template? = nil, seed: UInt64) throws(CommandError) -> Generator {
        do throws(GeneratorError) {
            return try Generator(template ?? self.template, seed: seed)
        } catch {
            throw failure(error)
        }
    }

    /// A failure to draw, said of this file.
    func failure(_ error: GeneratorError) -> CommandError {
        CommandError(placed: "\(source.name): error: \(error.message(for: template))")
    }

    /// More than a megabyte is no template.
    private static let largestSize = 1 << 20
}

/// A seed that can be typed again and kept in JSON.
func randomSeed() -> UInt64 { .random(in: 0..<1 << 53) }
