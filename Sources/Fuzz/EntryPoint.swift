/// What libFuzzer calls with each input; returns 0, as it asks.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    _ = tryTemplate(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
