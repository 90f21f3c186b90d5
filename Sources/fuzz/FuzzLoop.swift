import Glibc

/// Runs input after input in this process, until a promise is broken or the time is over.
struct FuzzLoop {
    /// Processor seconds that one piece of input may take.
    static let longest = 2.0

    let target: any FuzzTarget
    let seed: UInt64
    let seconds: Double

    /// - Parameter progress: learns of each piece of input before it is run.
    /// - Returns: which promise was broken; nil where all hold.
    func run(_ range: Range<Int>, progress: FuzzProgress) async throws -> String? {
        let start = FuzzClock.seconds(CLOCK_MONOTONIC)
        for index in range {
            if FuzzClock.seconds(CLOCK_MONOTONIC) - start > seconds { return nil }
            progress.begin(index)
            var numbers = FuzzNumbers(seed: seed, index: index)
            if let broken = try await FuzzLoop.broken(target, target.input(&numbers)) { return broken }
        }
        return nil
    }

    /// The target's own promises, and that none takes too long.
    static func broken(_ target: any FuzzTarget, _ input: FuzzInput) async throws -> String? {
        let start = FuzzClock.seconds(CLOCK_PROCESS_CPUTIME_ID)
        if let broken = try await target.broken(input) { return broken }
        let taken = FuzzClock.seconds(CLOCK_PROCESS_CPUTIME_ID) - start
        return taken > longest ? "it takes over \(longest) s of processor time" : nil
    }
}

enum FuzzClock {
    static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}

/// A file that says which piece of input is being run and how many have been, to be read when the process has crashed.
struct FuzzProgress {
    private let descriptor: Int32

    init(_ path: String) { descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644) }

    func begin(_ index: Int) {
        var index = index
        pwrite(descriptor, &index, MemoryLayout<Int>.size, 0)
    }

    /// nil where none has begun.
    static func read(_ path: String) -> Int? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var index = 0
        return pread(descriptor, &index, MemoryLayout<Int>.size, 0) == MemoryLayout<Int>.size ? index : nil
    }
}
