extension GradebookFormat {
    /// Moodle: whatever tells its users apart, then grade and feedback, which its import maps by their headings.
    static let moodle = GradebookFormat(
        name: "moodle",
        columns: [
            Column(heading: "First name", field: .firstName, isKey: false),
            Column(heading: "Last name", field: .lastName, isKey: false),
            Column(heading: "Username", field: .login, isKey: true),
            Column(heading: "ID number", field: .universityNumber, isKey: true),
            Column(heading: "Email address", field: .email, isKey: true),
        ], hasPointsRow: false, hasFeedback: true, hasAllColumns: false)
}
