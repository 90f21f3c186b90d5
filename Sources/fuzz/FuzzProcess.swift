import Glibc

/// A process that may crash or hang without harm to this one.
struct FuzzProcess {
    enum End: Equatable {
        case held
        /// What it said.
        case broken(String)
        case crashed(signal: Int32, String)
        case hung

        var inWords: String {
            switch self {
            case .held: "every promise holds"
            case .broken(let what): what
            case .crashed(let signal, let said):
                "it crashes: \(strsignal(signal).map { String(cString: $0).lowercased() } ?? "signal \(signal)")" + (said.isEmpty ? "" : "\n" + said)
            case .hung: "it hangs"
            }
        }
    }

    /// Seconds without progress after which a process is taken to hang.
    static let patience = 20.0

    let arguments: [String]
    let scratch: String

    /// - Parameter isGoing: a value that changes while the process gets on; nil where there is no telling.
    func run(isGoing: () -> Int? = { nil }) throws(FuzzFailure) -> End {
        let said = scratch + "/said"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, said, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var child: pid_t = 0
        var words = arguments.map { strdup($0) } + [nil]
        // A crash is to say where it was and no more: a whole backtrace takes seconds.
        var surroundings = [strdup("SWIFT_BACKTRACE=enable=no"), strdup("PATH=/usr/bin:/bin"), nil]
        defer { for word in words + surroundings { free(word) } }
        guard posix_spawn(&child, arguments[0], &actions, nil, &words, &surroundings) == 0 else {
            throw FuzzFailure(description: "cannot start `\(arguments[0])`")
        }
        var status: Int32 = 0
        var last = isGoing()
        var since = FuzzClock.seconds(CLOCK_MONOTONIC)
        while waitpid(child, &status, WNOHANG) == 0 {
            usleep(2000)
            let now = isGoing()
            if now != last {
                (last, since) = (now, FuzzClock.seconds(CLOCK_MONOTONIC))
            } else if FuzzClock.seconds(CLOCK_MONOTONIC) - since > FuzzProcess.patience {
                kill(child, SIGKILL)
                waitpid(child, &status, 0)
                return .hung
            }
        }
        var text = String(decoding: try FuzzFiles.read(said).prefix(2000), as: UTF8.self)
        if text.last == "\n" { text.removeLast() }
        if status & 0x7F != 0 { return .crashed(signal: status & 0x7F, text) }
        return status >> 8 & 0xFF == 0 ? .held : .broken(text)
    }
}
