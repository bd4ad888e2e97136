import Exact
import Solver
import Template

/// What all variants of a template have in common besides what its conditions ask: as much work, and which mistakes show.
package struct Standards: Sendable {
    /// The band of each count of work.
    package internal(set) var bands: [WorkCount: ClosedRange<Int>] = [:]
    /// The mistakes that every variant shows up, by their places among all.
    package internal(set) var shown: [Int] = []
    /// The mistakes that need not show.
    package internal(set) var excused: [Excused] = []
    /// Pairs of mistakes that lead to different answers on every variant.
    package internal(set) var apart: [MistakePair] = []
    /// Pairs of mistakes that lead to the same answers on some.
    package internal(set) var alike: [MistakePair] = []
    /// The mistakes that never look like a slip.
    package internal(set) var clear: [Int] = []
}

/// Two mistakes, by their places among all.
package struct MistakePair: Hashable, Sendable {
    package let first: Int
    package let second: Int
}

/// A mistake that variants need not show up.
package struct Excused: Hashable, Sendable {
    /// Its place among all.
    package let mistake: Int
    package let reason: Reason

    /// Why.
    package enum Reason: Hashable, Sendable {
        /// The template says so.
        case byAuthor
        /// No variant that was looked at shows it.
        case never
        /// Hardly a variant shows it: this share of them.
        case rare(Double)
        /// Those that show it give an asked number one sign.
        case fixesSign(answer: Int)
        /// It is made at all of its places, and one of these is excused.
        case partly
        /// Hardly a variant that shows another mistake shows it too.
        case conflict(with: Int)
    }
}

extension MistakenAnswers {
    /// Lets draws pass that keep to the standards for mistakes.
    func stage(_ standards: Standards, _ source: VariantSource) -> SieveStage {
        SieveStage(program, source) { [self] machine, lanes in
            machine.run(lanes: lanes)
            var lanes = UInt64(lowestBits: lanes)
            for mistake in standards.shown where lanes != 0 {
                lanes = showing(mistake, in: machine, of: lanes)
            }
            for pair in standards.apart where lanes != 0 {
                lanes = apart(pair.first, pair.second, in: machine, of: lanes)
            }
            for mistake in standards.clear where lanes != 0 {
                lanes &= ~likeSlips(mistake, in: machine, of: lanes)
            }
            return lanes
        }
    }
}
