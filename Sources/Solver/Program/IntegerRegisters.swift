/// Columns of scaled integers, one a register: in 32 bits where the numbers of a program all fit these, since a
/// processor then works on twice as many at once, and multiplies and compares them without detours.
enum IntegerRegisters {
    case narrow(UnsafeMutablePointer<Int32>)
    case wide(UnsafeMutablePointer<Int64>)

    /// Numbers up to this magnitude are narrow: sums and differences of two fit as well.
    static let largestNarrow: Int128 = 1 << 30

    /// Room for so many numbers, all 0, to be given back by ``deallocate()``.
    init(count: Int, isNarrow: Bool) {
        let room = max(1, count)
        if isNarrow {
            let numbers = UnsafeMutablePointer<Int32>.allocate(capacity: room)
            numbers.initialize(repeating: 0, count: room)
            self = .narrow(numbers)
        } else {
            let numbers = UnsafeMutablePointer<Int64>.allocate(capacity: room)
            numbers.initialize(repeating: 0, count: room)
            self = .wide(numbers)
        }
    }

    /// Gives the memory back.
    func deallocate() {
        switch self {
        case .narrow(let numbers): numbers.deallocate()
        case .wide(let numbers): numbers.deallocate()
        }
    }

    /// One number; what is set is known to fit.
    @inline(__always)
    subscript(place: Int) -> Int64 {
        get {
            switch self {
            case .narrow(let numbers): Int64(numbers[place])
            case .wide(let numbers): numbers[place]
            }
        }
        nonmutating set {
            switch self {
            case .narrow(let numbers): numbers[place] = Int32(truncatingIfNeeded: newValue)
            case .wide(let numbers): numbers[place] = newValue
            }
        }
    }
}
