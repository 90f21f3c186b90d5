import Glibc

/// Asks for a passphrase on the terminal, and shows nothing of what is typed.
enum Passphrase {
    /// - Parameter file: where to take it from instead, its first line; nil for the terminal.
    static func read(_ prompt: String, file: String?, repeated: Bool = false) throws -> [UInt8] {
        if let file {
            let line = try WholeFile.read(file, most: 4 << 10).prefix { $0 != 0x0A && $0 != 0x0D }
            guard !line.isEmpty else { throw Stop(.usage, "the first line of `\(file)` is empty: the passphrase goes there") }
            return Array(line)
        }
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { throw Stop(.usage, "there is no terminal to ask for the passphrase: give `--passphrase-file` a file with it") }
        defer { close(terminal) }
        let first = try ask(prompt, terminal)
        if repeated, try ask("The same again: ", terminal) != first { throw Stop(.usage, "the two passphrases differ: nothing was done") }
        return first
    }

    private static func ask(_ prompt: String, _ terminal: Int32) throws -> [UInt8] {
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else { throw Stop(.usage, "the terminal cannot be kept from showing the passphrase: give `--passphrase-file`") }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        _ = Terminal.write(Array(prompt.utf8)[...], to: terminal)
        TemporaryFiles.silence(terminal, before)
        guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { throw Stop(.usage, "the terminal cannot be kept from showing the passphrase: give `--passphrase-file`") }
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = Glibc.read(terminal, &byte, 1)
            if count < 0, errno == EINTR { continue }
            if count <= 0 || byte == 0x0A { break }
            line.append(byte)
        }
        tcsetattr(terminal, TCSAFLUSH, &before)
        TemporaryFiles.silence(nil, before)
        _ = Terminal.write([0x0A][...], to: terminal)
        return line
    }
}
