import Notation

/// Counts what may not be done too often, by whom or from where: so many at once, and as many again in each window of time.
final class Attempts: Sendable {
    enum Outcome: Sendable, Hashable {
        /// Let through; so many more would be now.
        case allowed(left: Int)
        /// Not before so many seconds.
        case wait(Int)
    }

    private struct Bucket {
        var left: Double
        var at: Int
    }

    private let most: Double
    private let window: Double
    private let buckets = Locked<[String: Bucket]>([:])
    private static let mostKeys = 50_000

    /// - Parameters:
    ///   - most: so many are let through.
    ///   - window: in so many milliseconds.
    init(most: Int, window: Int) {
        self.most = Double(most)
        self.window = Double(window)
    }

    /// Counts one more.
    func take(_ key: String, now: Int) -> Outcome {
        buckets.withLock { buckets in
            if buckets.count >= Attempts.mostKeys { buckets = buckets.filter { level($0.value, now) < most } }
            var bucket = Bucket(left: buckets[key].map { level($0, now) } ?? most, at: now)
            guard bucket.left >= 1 else {
                buckets[key] = bucket
                return .wait(max(1, Int(((1 - bucket.left) * window / most / 1000).rounded(.up))))
            }
            bucket.left -= 1
            buckets[key] = bucket
            return .allowed(left: Int(bucket.left))
        }
    }

    /// Takes the last one back: it was no failure.
    func giveBack(_ key: String) {
        buckets.withLock { buckets in
            if let left = buckets[key]?.left { buckets[key]?.left = min(most, left + 1) }
        }
    }

    private func level(_ bucket: Bucket, _ now: Int) -> Double { min(most, bucket.left + Double(max(0, now - bucket.at)) * most / window) }
}
