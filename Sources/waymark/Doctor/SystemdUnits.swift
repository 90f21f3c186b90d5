import Glibc

/// What systemd says of units.
struct SystemdUnits {
    private var properties: [String: [String: String]] = [:]

    /// nil where there is no `systemctl`, or it has no systemd to ask.
    init?(_ units: [String]) {
        guard let text = SystemdUnits.output(["systemctl", "show", "--property=Id,LoadState,ActiveState,UnitFileState"] + units) else { return nil }
        var unit: [String: String] = [:]
        let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
        for line in lines {
            if let equals = line.firstIndex(of: "=") {
                unit[String(line[..<equals])] = String(line[line.index(after: equals)...])
            } else if let id = unit["Id"] {
                properties[id] = unit
                unit = [:]
            }
        }
        guard !properties.isEmpty else { return nil }
    }

    subscript(_ unit: String) -> [String: String] { properties[unit] ?? [:] }

    /// What a program writes on standard output; nil where it cannot be started or fails.
    private static func output(_ arguments: [String]) -> String? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // In C's own language, whatever the user's.
        var surroundings: [UnsafeMutablePointer<CChar>?] = [nil]
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, arguments[0], &actions, nil, &words, &surroundings)
        close(ends[1])
        guard code == 0 else { return nil }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status == 0 ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
