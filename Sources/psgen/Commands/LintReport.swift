import Exact
import Generator
import Solver
import Template
import YAML

/// What `psgen lint` says of a template's variants.
struct LintReport {
    private let generator: Generator
    private let figures: VariantFigures
    private let hidden: [HiddenMistake]
    private var template: Template { generator.template }
    private var standards: Standards { generator.standards }

    init(_ generator: Generator) throws(GeneratorError) {
        self.generator = generator
        figures = try generator.typicalFigures()
        hidden = try generator.hiddenMistakes()
    }

    /// The report's lines.
    var lines: [String] {
        if let findings = generator.findings { return drawn(findings) }
        var lines: [String] = []
        if let work = figures.works.first {
            let counts = WorkCount.allCases.filter { work[$0] > 0 }.map { "\(work[$0]) \($0.name)" }
            if !counts.isEmpty {
                lines.append("  its work: \(counts.joined(separator: ", ")); about \(Int(work.seconds.rounded())) s")
            }
        }
        let unseen = figures.mistakes.indices.filter { figures.shown[$0] == 0 }.map { figures.mistakes[$0].words }
        if !unseen.isEmpty {
            lines.append("  these numbers do not show \(unseen.count) of \(figures.mistakes.count) mistakes:")
            lines += unseen.map { "    \($0)" }
        }
        return lines
    }

    private func drawn(_ findings: SurveyFindings) -> [String] {
        let choices = template.digits.radices.count { $0 > 1 }
        var lines = ["  \(counted(choices, "number")) drawn; \(room(findings))"]
        let rejections = generator.rejections()
        if !rejections.isEmpty {
            lines.append("  by itself each rule rejects of all draws:")
            lines += rejections.map { "  " + $0.line(in: template, width: 10) }
        }
        lines.append("  of all draws are left: " + shares(findings))
        for dropped in findings.dropped {
            let cases =
                dropped.dropped == dropped.all ? "dropped" : "dropped in \(dropped.dropped) of \(dropped.all) cases"
            lines.append(
                "  \(cases), as hardly a variant would be left: \(dropped.rule.description(in: template))")
        }
        lines += work(findings)
        lines += mistakes
        return lines
    }

    /// How many variants there are.
    private func room(_ findings: SurveyFindings) -> String {
        let room = generator.capacity.map { "room for \($0) different \($0 == 1 ? "sheet" : "sheets")" } ?? ""
        if generator.isCounted { return room }
        if findings.error == 0 { return "\(Int(findings.acceptable.rounded())) acceptable variants; \(room)" }
        let error = Int((100 * findings.error).rounded(.up))
        return "about \(Self.rounded(findings.acceptable)) acceptable variants (± \(error)%); \(room)"
    }

    /// What is left after each kind of rule; each share is an estimate of its own, but a rule never adds draws.
    private func shares(_ findings: SurveyFindings) -> String {
        var left = 1.0
        return findings.steps.map { step in
            left = min(left, step.share)
            let name =
                switch step.rule {
                case .exposure: "with those that show mistakes"
                case .work: "with as much work"
                case .apart: "with mistakes apart"
                default: "by the rules above"
                }
            return "\(Self.percent(left)) \(name)"
        }.joined(separator: ", ")
    }

    /// The distribution of each count of work, and its band.
    private func work(_ findings: SurveyFindings) -> [String] {
        guard !findings.works.isEmpty else { return [] }
        var lines = ["  the work of a sheet, in as many variants as pass the rules before; kept are the bands:"]
        for count in WorkCount.allCases where findings.works.occurs(count) {
            let counts = findings.works.map { $0[count] }
            guard let least = counts.min(), let most = counts.max() else { continue }
            let band = standards.bands[count]
            let name = count.name + String(repeating: " ", count: 13 - count.name.count)
            let kept = band.map { "  kept \($0.lowerBound)..\($0.upperBound)" } ?? ""
            lines.append("    \(name) \(least) \(Sparkline(counts).text) \(most)\(kept)")
        }
        let bands = WorkCount.allCases.filter(findings.works.occurs).compactMap { count in
            standards.bands[count].map { "\(count.rawValue): \($0.lowerBound)..\($0.upperBound)" }
        }
        if !bands.isEmpty {
            lines.append("    to keep these: variants: { work: { \(bands.joined(separator: ", ")) } }")
        }
        lines.append(
            "    predicted time, 95th to 5th percentile: \(Self.ratio(figures.timeSpread));"
                + " without bands \(Self.ratio(findings.works.timeSpread))")
        return lines
    }

    /// Which mistakes are shown by which answers, and which by none.
    private var mistakes: [String] {
        let all = generator.mistakes
        guard !all.isEmpty else { return ["  no known mistake can be made here"] }
        let columns = generator.calculation.asked.map(\.column)
        var lines = [
            "  \(standards.shown.count) of \(all.count) mistakes show on every sheet, by these answers (█ always, ▄ on half of the sheets):"
        ]
        lines.append("    " + columns.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", "))
        let tens = columns.indices.map { ($0 + 1) % 10 == 0 ? String(($0 + 1) / 10) : " " }.joined()
        if columns.count > 9 { lines.append("    " + tens) }
        lines.append("    " + columns.indices.map { String(($0 + 1) % 10) }.joined())
        for mistake in standards.shown {
            lines.append("    \(Sparkline(shares: shares(of: mistake)).text)  \(all[mistake].words)")
        }
        if !standards.excused.isEmpty { lines.append("  need not show:") }
        for excused in standards.excused {
            let shows = figures.shown[excused.mistake] == figures.count ? "shows all the same within the bands; " : ""
            lines.append("    \(all[excused.mistake].words): \(shows)\(reason(excused))")
        }
        let pairs = standards.apart.count + standards.alike.count
        if pairs > 0 {
            lines.append(
                "  \(standards.apart.count) of \(pairs) pairs of mistakes lead to different answers on every sheet;"
                    + " \(standards.clear.count) of \(standards.shown.count) mistakes never look like a slip")
        }
        for pair in standards.alike.prefix(5) {
            lines.append("    not told apart on some: \(all[pair.first].words); \(all[pair.second].words)")
        }
        return lines
    }

    /// On which share of the sheets a mistake makes each answer wrong.
    private func shares(of mistake: Int) -> [Double] {
        figures.shownBy[mistake].map { Double($0) / Double(max(1, figures.count)) }
    }

    private func reason(_ excused: Excused) -> String {
        let advice = hidden.first { $0.mistake == excused.mistake }.map { "; " + self.advice($0) }
        return generator.reason(for: excused) + (advice ?? "")
    }

    /// What else could be asked; only what has a name was tried.
    private func advice(_ hidden: HiddenMistake) -> String {
        if !hidden.wouldShow.isEmpty {
            return "asking for \(hidden.wouldShow.joined(separator: " or ")) as well would show it"
        }
        guard let rarely = hidden.rarely else { return "no other named number on the way would show it" }
        return "of other named numbers on the way, \(rarely.name) shows it most often, on \(Self.percent(rarely.share))"
            + " of the variants whose answers do not"
    }

    /// Three digits of a large number.
    private static func rounded(_ number: Double) -> String {
        number < 100_000 ? String(Int(number.rounded())) : Number.real(number).text(.significant(2))
    }

    private static func percent(_ share: Double) -> String {
        Number.real(share * 100).text(.significant(2)) + "%"
    }

    private static func ratio(_ ratio: Double) -> String { Number.real(ratio).text(.decimals(2)) }
}
