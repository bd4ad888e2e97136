import Exact
import Solver
import Testing
import YAML

@testable import Template

/// What `variants:` says.
struct VariantRulesTests {
    private func rules(_ text: String) throws -> VariantRules {
        try template("given: { x: 1 }\ndefine: { L: x }\nask: [{ find: L }]\n\(text)").variants
    }

    @Test func withoutThem() throws {
        let rules = try rules("")
        #expect(rules == VariantRules())
        #expect(!rules.zeros && !rules.kinks && !rules.equal && !rules.isRepeating)
        #expect(rules.spread == Rational(13, 10) && rules.work.isEmpty)
        #expect(rules.expose == .allExcept([]) && rules.apart == .auto)
    }

    @Test func eachKey() throws {
        #expect(try rules("variants: { zeros: yes }").zeros)
        #expect(try rules("variants: { kinks: true, zeros: no }").kinks)
        #expect(try rules("variants: { equal: yes }").equal)
        #expect(try rules("variants: { repeat: yes }").isRepeating)
        #expect(try rules("variants: { largest: 50 }").largest == 50)
        #expect(try rules("variants: { largest: any }").largest == nil)
        #expect(try rules("variants: { decimals: 1 }").decimals == 1)
        #expect(try rules("variants: { decimals: any }").decimals == nil)
        #expect(try rules("variants: { spread: 3/2 }").spread == Rational(3, 2))
        #expect(try rules("variants: { spread: any }").spread == nil)
        #expect(try rules("variants: { apart: yes }").apart == .yes)
        #expect(try rules("variants: { expose: no }").expose == .none)
        #expect(try rules("variants: { expose: yes }").expose == .allExcept([]))
        #expect(try rules("variants: { expose: { except: sign } }").expose == .allExcept([.sign]))
        #expect(
            try rules("variants: { expose: { except: [sign, activation-at-output] } }").expose
                == .allExcept([.sign, .activationAtOutput]))
        #expect(
            try rules("variants: { work: { products: 7..9, living-units: 2 } }").work
                == [.products: 7...9, .livingUnits: 2...2])
    }

    @Test func mistakesInThem() throws {
        func message(_ text: String) -> String? {
            #expect(throws: Diagnostics.self) { try rules(text) }?.all.map(\.message).joined(separator: "\n")
        }
        #expect(message("variants: { work: { products: 9..7 } }")?.contains("as in 7..9") == true)
        #expect(message("variants: { work: 7 }")?.contains("as in { products: 7..9 }") == true)
        #expect(message("variants: { work: { product: 7 } }")?.contains("did you mean 'products:'") == true)
        #expect(message("variants: { expose: { except: [sing] } }")?.contains("did you mean 'sign'") == true)
        #expect(message("variants: { apart: maybe }")?.contains("expected auto or yes or no") == true)
        #expect(message("variants: { decimals: 9 }")?.contains("from 0 to 6") == true)
    }
}
