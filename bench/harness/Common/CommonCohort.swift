package import Notation

/// People for the common rule set, as lines of NDJSON: the same for a seed, however many are made. Nobody is real.
package struct CommonCohort {
    package static let asOf = Day(year: 2017, month: 6, day: 30) ?? .earliest

    private let seed: UInt64

    package init(seed: UInt64) { self.seed = seed }

    /// Writes the nominal of a place, counted from 0, with its newline.
    package func write(_ place: Int, to line: inout ByteText) {
        var numbers = SplitMix(seed: seed, stream: UInt64(place))
        let person = CommonPerson(&numbers)
        line.put("{\"id\":\"N")
        line.put(place + 1, width: 7)
        line.put("\"")
        person.write(to: &line)
        let events = CommonEvents(&numbers, person: person)
        events.write(person, to: &line)
        line.put("}\n")
    }
}

/// SplitMix64, a stream for each nominal.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64, stream: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ stream &* 0xD1B5_4A32_D192_ED03 &+ 0x632B_E59B_D9B4_E019
        _ = next()
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z &>> 31)
    }

    /// From 0 to one less than `end`.
    mutating func below(_ end: Int) -> Int { Int(((next() >> 32) * UInt64(end)) >> 32) }

    /// True so many times in a thousand.
    mutating func perMille(_ p: Int) -> Bool { below(1000) < p }

    mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

    /// One of the words, each as often in a hundred as its weight says.
    mutating func pick(_ words: [String], weights: [Int]) -> String {
        var rest = below(100)
        for (word, weight) in zip(words, weights) {
            if rest < weight { return word }
            rest -= weight
        }
        return words[words.count - 1]
    }
}
