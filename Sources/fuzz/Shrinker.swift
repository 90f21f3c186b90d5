import Glibc

/// Makes input that fails smaller by leaving parts out, as long as it goes on failing.
struct Shrinker {
    /// How long it may take.
    let seconds: Double

    func smallest(
        _ input: FuzzInput, fails: (FuzzInput) throws(FuzzFailure) -> Bool
    ) throws(FuzzFailure) -> FuzzInput {
        let end = FuzzClock.seconds(CLOCK_MONOTONIC) + seconds
        var best = input
        var size = Int.max
        while best.byteCount < size, FuzzClock.seconds(CLOCK_MONOTONIC) < end {
            size = best.byteCount
            for place in best.files.indices.reversed() {
                var without = best
                without.files.remove(at: place)
                if !without.files.isEmpty, try fails(without) {
                    best = without
                    continue
                }
                try shrink(&best, place, until: end, fails)
            }
        }
        return best
    }

    /// Leaves out ever smaller pieces of one file.
    private func shrink(
        _ best: inout FuzzInput, _ place: Int, until end: Double, _ fails: (FuzzInput) throws(FuzzFailure) -> Bool
    ) throws(FuzzFailure) {
        var piece = best.files[place].bytes.count
        while piece > 0 {
            var start = 0
            while start < best.files[place].bytes.count {
                guard FuzzClock.seconds(CLOCK_MONOTONIC) < end else { return }
                var shorter = best
                shorter.files[place].bytes.removeSubrange(start..<min(start + piece, shorter.files[place].bytes.count))
                if try fails(shorter) { best = shorter } else { start += piece }
            }
            piece /= 2
        }
    }
}
