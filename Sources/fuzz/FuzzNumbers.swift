/// Random numbers (SplitMix64) that are the same on every machine for one seed.
struct FuzzNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, index: Int = 0) {
        state = seed
        state = next() ^ UInt64(bitPattern: Int64(index))
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// From 0 to just below the bound; 0 for a bound below 2.
    mutating func below(_ bound: Int) -> Int { bound < 2 ? 0 : Int(next() % UInt64(bound)) }

    mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

    /// True once in so many times.
    mutating func once(in times: Int) -> Bool { below(times) == 0 }
}
