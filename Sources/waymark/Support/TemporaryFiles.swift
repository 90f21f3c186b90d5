import Glibc
import Notation

/// The files being written that have not got their own names yet: none of them outlives the program where it is told to
/// stop.
enum TemporaryFiles {
    private static let paths = Locked<Set<String>>([])
    /// The terminal that shows nothing while a passphrase is typed, and how it was before; nil where there is none.
    private static let silenced = Locked<(terminal: Int32, before: termios)?>(nil)
    private static let signals = [SIGHUP, SIGINT, SIGTERM]

    /// Makes an empty file whose name begins with the path given.
    /// - Returns: its descriptor and name; nil where it cannot be made, and `errno` says why.
    static func make(beside path: String) -> (descriptor: Int32, path: String)? {
        let made = paths.withLock { paths -> (descriptor: Int32, path: String, code: Int32) in
            var template = Array("\(path).XXXXXX".utf8CString)
            let descriptor = mkstemp(&template)
            guard descriptor >= 0 else { return (descriptor, "", errno) }
            let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            paths.insert(name)
            return (descriptor, name, 0)
        }
        errno = made.code
        return made.descriptor < 0 ? nil : (made.descriptor, made.path)
    }

    /// - Parameter change: gives the file its own name, or takes it away.
    /// - Returns: what `change` returns: 0 where it was done.
    static func settle(_ path: String, _ change: () -> Int32) -> Int32 {
        paths.withLock { paths in
            let code = change()
            if code == 0 { paths.remove(path) }
            return code
        }
    }

    /// Keeps signals to stop from every thread that begins after this, for `waitForSignal`. To be called before there is a
    /// second thread.
    static func holdSignals() {
        var watched = watched
        pthread_sigmask(SIG_BLOCK, &watched, nil)
    }

    private static var watched: sigset_t {
        var watched = sigset_t()
        sigemptyset(&watched)
        for signal in signals where !isIgnored(signal) { sigaddset(&watched, signal) }
        return watched
    }

    /// As by `nohup`, which must stay in force.
    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        sigaction(signal, nil, &action)
        return action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Has a terminal put back as it was where the program is told to stop.
    /// - Parameter terminal: nil as soon as it is back.
    static func silence(_ terminal: Int32?, _ before: termios) { silenced.withLock { $0 = terminal.map { ($0, before) } } }

    /// Takes the files away as soon as a signal tells the program to stop, and ends it by that signal.
    static func waitForSignal() {
        var watched = watched
        var signal: Int32 = 0
        while sigwait(&watched, &signal) != 0 {}
        paths.withLock { paths in
            // A database brings files of its own.
            for path in paths { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) } }
            silenced.withLock { silenced in
                if let terminal = silenced?.terminal, var before = silenced?.before { tcsetattr(terminal, TCSANOW, &before) }
            }
            // With the lock kept, so that no file appears behind this.
            pthread_sigmask(SIG_UNBLOCK, &watched, nil)
            kill(getpid(), signal)
            while true { pause() }
        }
    }
}
