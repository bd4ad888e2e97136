import Foundation
import Testing

@testable import Record

struct JSONTests {
    @Test func writesMembersInOrder() {
        let json = JSON.object([
            (name: "seed", value: .integer(-3)), (name: "empty", value: .array([])),
            (name: "templates", value: .array([.string("a: 1\n"), .object([])])),
        ])
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == """
                {
                  "seed": -3,
                  "empty": [],
                  "templates": [
                    "a: 1\\n",
                    {}
                  ]
                }

                """)
    }

    @Test func escapesOnlyWhatNeedsIt() {
        let text = "\"\\/\t\r\n\u{0}\u{1F}\u{7F}\u{85}\u{2028}é∂𝔼"
        #expect(
            String(decoding: JSON.string(text).bytes, as: UTF8.self)
                == #""\"\\/\t\u000d\n\u0000\u001f\u007f\u0085\u2028é∂𝔼""# + "\n")
    }

    @Test func isReadBack() throws {
        let text = String(String.UnicodeScalarView((0..<0x3000).compactMap(Unicode.Scalar.init)))
        let data = Data(JSON.object([(name: text, value: .integer(1 << 62))]).bytes)
        let read = try #require(JSONSerialization.jsonObject(with: data) as? [String: Int])
        #expect(read == [text: 1 << 62])
    }
}
