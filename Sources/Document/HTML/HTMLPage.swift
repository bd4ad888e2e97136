import Maths

/// What stands around the sheets of a file: nothing else than the file is needed to read or print it.
package struct HTMLPage: Hashable, Sendable {
    /// The language of its words, as HTML names it.
    package let language: String
    /// What the window is called; only text and slots are written.
    package let title: [Inline]
    /// What the page needs besides ``style``.
    package let ownStyle: String

    /// A page in a language.
    package init(language: String = "en", title: [Inline], ownStyle: String = "") {
        self.language = language
        self.title = title
        self.ownStyle = ownStyle
    }

    /// All that stands before the sheets.
    package var opening: Form {
        var form = Form()
        form.append("<!DOCTYPE html>\n<html lang=\"")
        form.append(escaping: language)
        form.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        form.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
        for inline in title {
            switch inline {
            case .text(let text): form.append(escaping: text)
            case .slot(let slot): form.append(.text(slot))
            default: break
            }
        }
        form.append("</title>\n<style>\n")
        form.append(raw: Self.style.utf8)
        form.append(raw: ownStyle.utf8)
        form.append("</style>\n</head>\n<body>\n")
        return form
    }

    /// All that stands after the sheets.
    package var closing: Form {
        var form = Form()
        form.append("</body>\n</html>\n")
        return form
    }
}
