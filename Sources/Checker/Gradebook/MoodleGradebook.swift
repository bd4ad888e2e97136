extension GradebookFormat {
    /// Moodle: whatever tells its users apart, then grade and feedback, which its import maps by their headings.
    static let moodle = GradebookFormat(
        name: "moodle",
        columns: [
            Column(heading: "First name", isKey: false), Column(heading: "Last name", isKey: false),
            Column(heading: "Surname", isKey: false), Column(heading: "Username", isKey: true),
            Column(heading: "ID number", isKey: true), Column(heading: "Email address", isKey: true),
        ], hasPointsRow: false, hasFeedback: true, hasAllColumns: false)
}
