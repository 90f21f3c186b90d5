import Glibc
import TestSupport

/// What the process has used so far.
enum ProcessFacts {
    /// Seconds of processor time of this thread, so that other tests do not count.
    static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// How many seconds of processor time one load, or one evaluation, may take. A sanitizer takes many times as long.
    static var patience: Double { Sanitizer.isPresent ? 60 : 5 }

    /// Bytes that a process may grow by where nothing should stay behind: the allocator's own rounding.
    static let slack = 32 << 20

    /// Bytes of the process that are in memory.
    static var residentBytes: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var pages = (0, 0)
        guard withUnsafeMutablePointer(to: &pages.0, { all in
            withUnsafeMutablePointer(to: &pages.1) { resident in withVaList([all, resident]) { vfscanf(file, "%ld %ld", $0) } }
        }) == 2 else { return 0 }
        return pages.1 * sysconf(Int32(_SC_PAGESIZE))
    }
}
