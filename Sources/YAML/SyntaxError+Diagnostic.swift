extension SyntaxError {
    /// The error in plain English, with what to do.
    ///
    /// - Parameter openBracket: The offset of the innermost bracket or brace that is open, if one is.
    func diagnostic(in file: SourceFile, openBracket: Int? = nil) -> Diagnostic {
        switch source {
        case .memory:
            return .error("there is not enough memory to read the file", at: .top)
        case .reader(let offset, let character):
            let code = "U+" + hexadecimal(character, digits: 4)
            return .error("the character \(code) is not allowed in YAML; delete it", at: file.range(offset..<offset))
        case .syntax:
            let advice = SyntaxAdvice(
                file: file, problem: problem, context: context,
                here: file.offset(ofScalar: problemStart), there: file.offset(ofScalar: contextStart),
                openBracket: openBracket)
            return advice.diagnostic
        }
    }
}
