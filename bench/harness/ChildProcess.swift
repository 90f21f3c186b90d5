import Glibc

/// This program again, as a process of its own.
enum ChildProcess {
    /// - Returns: seconds of processor time of the process, and what it printed.
    static func run(_ arguments: [String]) throws(BenchFailure) -> (seconds: Double, out: String) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw BenchFailure(description: "cannot make a pipe") }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        // The child's copies, so that the end of its output is seen.
        for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
        var words = (["bench"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var surroundings: [UnsafeMutablePointer<CChar>?] = [nil]
        var child: pid_t = 0
        let code = posix_spawn(&child, "/proc/self/exe", &actions, nil, &words, &surroundings)
        close(ends[1])
        guard code == 0 else { throw BenchFailure(description: "cannot start another process") }
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            text += chunk[..<count]
        }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        guard status == 0 else { throw BenchFailure(description: "the process ended with status \(status >> 8 & 0xFF)") }
        let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        return (seconds, String(decoding: text, as: UTF8.self).split(separator: "\n").joined(separator: "; "))
    }
}
