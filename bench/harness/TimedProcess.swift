import Glibc

/// Another program, run to its end with its output in a file.
enum TimedProcess {
    struct Cost {
        /// By the clock, in seconds.
        var wall: Double
        /// Of the processor, in seconds.
        var processor: Double
        /// The most memory that it held, in bytes.
        var peak: Int
    }

    /// - Parameters:
    ///   - cores: as `taskset` wants them: `0` or `0,1`.
    ///   - output: where standard output goes; standard error is thrown away.
    static func run(_ words: [String], cores: String, output: String) throws(BenchFailure) -> Cost {
        // Taking away what the program before wrote, which may be hundreds of megabytes, is no work of this one.
        unlink(output)
        let start = nanoseconds()
        return try end(self.start(words, cores: cores, output: output), words, since: start)
    }

    /// The same program twice at once, each on a core of its own with an output of its own: what the machine gives two that share nothing.
    /// - Returns: the time until both have ended, the processor's for both, and the larger peak.
    static func runTwice(_ words: [String], output: String) throws(BenchFailure) -> Cost {
        let outputs = [output + ".0", output + ".1"]
        for output in outputs { unlink(output) }
        let start = nanoseconds()
        let first = try self.start(words, cores: "0", output: outputs[0])
        let second = try self.start(words, cores: "1", output: outputs[1])
        let (a, b) = (try end(first, words, since: start), try end(second, words, since: start))
        return Cost(wall: max(a.wall, b.wall), processor: a.processor + b.processor, peak: max(a.peak, b.peak))
    }

    private static func start(_ words: [String], cores: String, output: String) throws(BenchFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        let all = ["taskset", "-c", cores] + words
        var arguments = all.map { strdup($0) } + [nil]
        defer { for word in arguments { free(word) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, "taskset", &actions, nil, &arguments, environ) == 0 else {
            throw BenchFailure(description: "cannot start `taskset`")
        }
        return child
    }

    private static func end(_ child: pid_t, _ words: [String], since start: Int) throws(BenchFailure) -> Cost {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        let wall = Double(nanoseconds() - start) / 1e9
        guard status == 0 else { throw BenchFailure(description: "`\(words.joined(separator: " "))` ended with status \(status >> 8 & 0xFF)") }
        let processor = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        return Cost(wall: wall, processor: processor, peak: usage.ru_maxrss << 10)
    }

    /// The folder in which this program lies, and `waymark` beside it.
    static func folder() throws(BenchFailure) -> String {
        var path = [CChar](repeating: 0, count: 4096)
        let length = readlink("/proc/self/exe", &path, path.count - 1)
        guard length > 0 else { throw BenchFailure(description: "cannot tell where this program lies") }
        let whole = String(decoding: path[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return whole.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
}

/// Small files, whole.
enum WholeFile {
    static func write(_ text: String, to path: String) throws(BenchFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw BenchFailure(description: "cannot write `\(path)`") }
        defer { close(descriptor) }
        let utf8 = Array(text.utf8)
        guard Glibc.write(descriptor, utf8, utf8.count) == utf8.count else { throw BenchFailure(description: "cannot write `\(path)`") }
    }

    static func read(_ path: String) throws(BenchFailure) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BenchFailure(description: "cannot read `\(path)`") }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    }
}
