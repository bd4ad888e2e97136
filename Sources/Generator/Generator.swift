import Exact
import Solver
import Template

/// Draws the variants of a template: sheet i is a function of the seed and i, and no two sheets are the same.
package struct Generator: Sendable {
    /// What is drawn.
    package let template: Template
    /// What computes all numbers of a sheet.
    package let calculation: Calculation
    let screening: Screening
    let space: VariantSpace
    let hash: SipHash
    let way: Way

    /// How sheets get their variants.
    enum Way: Sendable {
        /// Nothing is drawn.
        case fixed
        /// The acceptable variants are known; sheet i takes the π(i)-th.
        case enumerated(acceptable: [UInt32], order: KeyedPermutation)
        /// Sheet i takes the first acceptable of a block of its own.
        case blocks(attempts: UInt128, order: KeyedPermutation)
    }

    /// Spaces up to this size are enumerated.
    static let largestEnumeration: UInt128 = 1 << 20
    /// The expected number of acceptable variants in a block: the chance that there is none is e^−48.
    static let acceptablePerBlock = 48.0

    /// Prepares to draw with a seed; throws where no variant satisfies the template's rules.
    ///
    /// With `mayBreakRules`, a template without draws may break them; ``Drawer/brokenRules()`` says which.
    package init(_ template: Template, seed: UInt64, mayBreakRules: Bool = false) throws(GeneratorError) {
        do throws(CalculationError) {
            calculation = try Calculation(template)
            screening = try Screening(template)
        } catch {
            throw .calculation(error)
        }
        self.template = template
        space = VariantSpace(radices: template.digits.radices, distinct: template.digits.distinct)
        hash = SipHash(key: seed, 0x6472_6177)
        var drawer = Drawer(template, calculation, screening, space, hash)
        if template.isFixed {
            way = .fixed
            try drawer.check(fixed: template, mayBreakRules: mayBreakRules)
        } else if space.size <= Self.largestEnumeration {
            let acceptable = drawer.enumerate()
            if acceptable.isEmpty { throw .noVariant(drawer.rejections(), tries: Int(space.size), isComplete: true) }
            way = .enumerated(
                acceptable: acceptable,
                order: KeyedPermutation(size: UInt128(acceptable.count), seed: seed, purpose: "order"))
        } else {
            let attempts = try drawer.pilot()
            way = .blocks(
                attempts: UInt128(attempts), order: KeyedPermutation(size: space.size, seed: seed, purpose: "order"))
        }
    }

    /// How many different sheets can be made; nil where a template without draws is repeated.
    package var capacity: UInt128? {
        switch way {
        case .fixed: nil
        case .enumerated(let acceptable, _): UInt128(acceptable.count)
        case .blocks(let attempts, _): space.size / attempts
        }
    }

    /// Throws where there are fewer variants than sheets.
    package func check(count: Int) throws(GeneratorError) {
        guard let capacity, UInt128(count) > capacity else { return }
        var drawer = drawer()
        throw .tooFew(available: capacity, count: count, drawer.rejections())
    }

    /// What draws, with memory of its own; one a thread.
    package func drawer() -> Drawer { Drawer(template, calculation, screening, space, hash) }
}
