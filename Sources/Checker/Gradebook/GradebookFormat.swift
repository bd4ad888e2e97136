import Record

/// What the file looks like that a learning platform imports grades from.
package struct GradebookFormat: Sendable {
    /// A column that tells who a student is.
    struct Column: Sendable {
        /// As the platform writes it.
        let heading: String
        /// What it says of a student.
        let field: IdentityField
        /// Whether the platform knows a student by it.
        let isKey: Bool
    }

    /// What `--gradebook` calls it.
    package let name: String
    /// The columns before the grade, in their order.
    let columns: [Column]
    /// Whether a second row says how many points there are.
    let hasPointsRow: Bool
    /// Whether a column with words for the student stands behind the grade.
    let hasFeedback: Bool
    /// Whether columns that the class list lacks are written nevertheless, empty.
    let hasAllColumns: Bool

    /// All formats.
    package static let all = [canvas, moodle]
}
