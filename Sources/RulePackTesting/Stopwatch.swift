import Glibc

/// Time that passes from when it is made, for reports only.
struct Stopwatch {
    private let start = Stopwatch.now

    private static var now: timespec {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now
    }

    var seconds: Double {
        let end = Stopwatch.now
        return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
    }
}
