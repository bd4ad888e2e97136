extension GradebookFormat {
    /// Canvas: the columns of its own export, the section last, then the assignment; a row of possible points.
    static let canvas = GradebookFormat(
        name: "canvas",
        columns: [
            Column(heading: "Student", isKey: false), Column(heading: "ID", isKey: true),
            Column(heading: "SIS User ID", isKey: true), Column(heading: "SIS Login ID", isKey: true),
            Column(heading: "Section", isKey: false),
        ], hasPointsRow: true, hasFeedback: false, hasAllColumns: true)
}
