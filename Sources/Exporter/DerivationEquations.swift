import Exact
import Maths
import Solver
import Template

/// The equations of derivations on a key, with the numbers rounded as the key's are.
struct DerivationEquations {
    let calculation: Calculation

    /// A derivation as one chain of equal sides; what is rounded is nearly equal.
    func equation(_ derivation: Derivation) -> Maths {
        let sides = derivation.sides.map(rounded)
        let links = sides.enumerated().map { index, side in
            Link(isApproximate(side) ? .approximatelyEqual : .equal, side, after: index > 0 ? sides[index - 1] : nil)
        }
        return .relation(rounded(derivation.left), links)
    }

    private func rounded(_ maths: Maths) -> Maths {
        maths.replacing { piece in
            guard case .value(let id, _) = piece else { return piece }
            return .value(id, calculation.roundings[id.index])
        }
    }

    private func isApproximate(_ maths: Maths) -> Bool {
        var found = false
        _ = maths.replacing { piece in
            if case .value(let id, _) = piece, calculation.location(ofValue: id.index).isReal { found = true }
            return piece
        }
        return found
    }
}
