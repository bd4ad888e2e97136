import Testing

@testable import Generator

struct SipHashTests {
    /// The published vectors: key 00 01 … 0F, input 00 01 … of each length.
    @Test func agreesWithThePublishedVectors() {
        let hash = SipHash(key: 0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
        let vectors: [[UInt8]] = [
            [0x31, 0x0E, 0x0E, 0xDD, 0x47, 0xDB, 0x6F, 0x72],
            [0xFD, 0x67, 0xDC, 0x93, 0xC5, 0x39, 0xF8, 0x74],
            [0x5A, 0x4F, 0xA9, 0xD9, 0x09, 0x80, 0x6C, 0x0D],
            [0x2D, 0x7E, 0xFB, 0xD7, 0x96, 0x66, 0x67, 0x85],
            [0xB7, 0x87, 0x71, 0x27, 0xE0, 0x94, 0x27, 0xCF],
            [0x8D, 0xA6, 0x99, 0xCD, 0x64, 0x55, 0x76, 0x18],
            [0xCE, 0xE3, 0xFE, 0x58, 0x6E, 0x46, 0xC9, 0xCB],
            [0x37, 0xD1, 0x01, 0x8B, 0xF5, 0x00, 0x02, 0xAB],
            [0x62, 0x24, 0x93, 0x9A, 0x79, 0xF5, 0xF5, 0x93],
            [0xB0, 0xE4, 0xA9, 0x0B, 0xDF, 0x82, 0x00, 0x9E],
        ]
        for (length, vector) in vectors.enumerated() {
            let expected = vector.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            #expect(hash((0..<UInt8(length))) == expected, "length \(length)")
        }
        // The paper's own example.
        #expect(hash(0..<15) == 0xA129_CA61_49BE_45E5)
    }

    @Test func dependsOnBothHalvesOfTheKey() {
        let hashes = Set([SipHash(key: 1, 2), SipHash(key: 1, 3), SipHash(key: 0, 2)].map { $0([7]) })
        #expect(hashes.count == 3)
    }

    @Test(
        arguments: [
            (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (8, 0x93f5_f579_9a93_2462),
            (15, 0xa129_ca61_49be_45e5),
        ] as [(Int, UInt64)])
    func publishedVectors(count: Int, expected: UInt64) {
        let hash = SipHash(key: 0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
        #expect(hash((0..<count).map { UInt8($0) }) == expected)
    }
}
