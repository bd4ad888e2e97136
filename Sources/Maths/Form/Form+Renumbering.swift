extension Form {
    /// The form with all its numbers so many places further on.
    package func renumbered(by offset: Int) -> Form {
        if offset == 0 { return self }
        var form = self
        form.mapContents { content in
            switch content {
            case .value(let id, let rounding, let style): .value(ValueID(id.index + offset), rounding, style)
            case .text: content
            case .alternatives(let id, let forms):
                .alternatives(ValueID(id.index + offset), forms.map { $0.renumbered(by: offset) })
            case .step(let form, let quotients):
                .step(form.renumbered(by: offset), after: quotients.map { $0.renumbered(by: offset) })
            }
        }
        return form
    }
}

extension Maths {
    /// The formula with all its numbers so many places further on.
    package func renumbered(by offset: Int) -> Maths {
        if offset == 0 { return self }
        return replacing { piece in
            switch piece {
            case .value(let id, let rounding): .value(ValueID(id.index + offset), rounding)
            case .alternatives(let id, let choices): .alternatives(ValueID(id.index + offset), choices)
            default: piece
            }
        }
    }
}
