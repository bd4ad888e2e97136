import Document

/// How sheets and keys are laid out on paper.
package struct PaperLayout: Hashable, Sendable {
    /// The size of the paper.
    package let paper: LaTeXPage.Paper
    /// Whether paper is printed on both sides, so that each sheet has an even number of pages.
    package let isDuplex: Bool

    /// A layout.
    package init(paper: LaTeXPage.Paper = .a4, isDuplex: Bool = false) {
        self.paper = paper
        self.isDuplex = isDuplex
    }
}
