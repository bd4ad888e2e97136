import Testing

@testable import Generator

/// The vectors that the authors of SipHash-2-4 published: key 00 … 0f, messages 00, 00 01, …
struct SipHashTests {
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
