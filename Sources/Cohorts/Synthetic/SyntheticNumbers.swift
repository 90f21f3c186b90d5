/// Random whole numbers (SplitMix64), one stream for each seed, nominal and part of the nominal.
///
/// Parts have streams of their own so that one part can be drawn again without drawing the others before it.
package struct SyntheticNumbers {
    package enum Stream: UInt64 {
        case person = 1, record, supervision, needs, offences, intelligence, gang, associates, series
        case referrals, membership, scores, taskings, safeguarding
        /// Drafts of nominals aimed at a pack's own rules.
        case drafts
    }

    private var state: UInt64

    package init(seed: UInt64, index: Int, stream: Stream) {
        let nominal = SyntheticNumbers.mixed(
            SyntheticNumbers.mixed(seed) ^ UInt64(bitPattern: Int64(index)) &* 0xD1B5_4A32_D192_ED03)
        state = SyntheticNumbers.mixed(nominal ^ stream.rawValue &* 0x632B_E59B_D9B4_E019)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    package mutating func next() -> UInt64 {
        let value = SyntheticNumbers.mixed(state)
        state &+= 0x9E37_79B9_7F4A_7C15
        return value
    }

    /// From 0 up to but not including `bound`, which is 1 or more.
    package mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    package mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// The lower of two draws: small values are the likeliest.
    mutating func low(_ range: ClosedRange<Int>) -> Int { min(within(range), within(range)) }

    /// True so many times in a thousand.
    package mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

    package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    mutating func pick<Value>(_ table: WeightedTable<Value>) -> Value { table.value(at: below(table.total)) }
}
