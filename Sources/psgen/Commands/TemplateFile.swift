import Generator
import Template
import YAML

/// A template as a command was given it.
struct TemplateFile {
    /// The file as the user named it, or its name in the gallery.
    let source: SourceFile
    /// What it says.
    let template: Template

    /// Reads a template, from the gallery where there is no such file here.
    init(_ path: String) throws(CommandError) { try self.init(Self.read(path).source) }

    /// Reads a template's text.
    init(name: String, bytes: [UInt8]) throws(CommandError) {
        do throws(Diagnostics) {
            source = try SourceFile(name: name, bytes: bytes)
        } catch {
            throw CommandError(placed: error.rendered(as: name))
        }
        template = try Self.template(source)
    }

    /// Reads a template.
    init(_ source: SourceFile) throws(CommandError) {
        self.source = source
        template = try Self.template(source)
    }

    private static func template(_ source: SourceFile) throws(CommandError) -> Template {
        do throws(Diagnostics) {
            return try Template(source)
        } catch {
            throw CommandError(placed: error.rendered(in: source))
        }
    }

    /// A template's or quiz's text, and the file that it stands in, which may be in the gallery.
    static func read(_ path: String) throws(CommandError) -> (source: SourceFile, place: String) {
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
        do throws(Diagnostics) {
            return (try SourceFile(name: name, bytes: bytes), place)
        } catch {
            throw CommandError(placed: error.rendered(as: name))
        }
    }

    /// The template with numbers of given quantities instead of those of the file.
    func fixing(_ numbers: FixedNumbers) throws(CommandError) -> Template {
        if numbers.byName.isEmpty { return template }
        do throws(Diagnostics) {
            return try Template(source, fixing: numbers.byName)
        } catch {
            throw CommandError(placed: error.rendered(in: source))
        }
    }

    /// What the template's author should look at though it can be used.
    func warnings(_ generator: Generator) throws(CommandError) -> [Diagnostic] {
        do throws(GeneratorError) { return try generator.warnings() } catch { throw failure(error) }
    }

    /// What draws the template's variants.
    func generator(seed: UInt64) throws(CommandError) -> Generator {
        do throws(GeneratorError) {
            return try Generator(template, seed: seed)
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
