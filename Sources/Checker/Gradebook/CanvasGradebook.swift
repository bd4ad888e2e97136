extension GradebookFormat {
    /// Canvas: the columns of its own export, the section last, then the assignment; a row of possible points.
    static let canvas = GradebookFormat(
        name: "canvas",
        columns: [
            Column(heading: "Student", field: .fullName, isKey: false),
            Column(heading: "ID", field: .platformNumber, isKey: true),
            Column(heading: "SIS User ID", field: .universityNumber, isKey: true),
            Column(heading: "SIS Login ID", field: .login, isKey: true),
            Column(heading: "Section", field: .section, isKey: false),
        ], hasPointsRow: true, hasFeedback: false, hasAllColumns: true)
}
