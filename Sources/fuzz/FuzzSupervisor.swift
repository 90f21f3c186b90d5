import Glibc

/// Fuzzes one reader in a process of its own, and makes what it finds as small as can be.
struct FuzzSupervisor {
    let name: String
    let target: any FuzzTarget
    let project: String
    let keep: String
    let seed: UInt64

    private static let program = "/proc/self/exe"

    /// - Returns: whether every promise held.
    func run(inputs: Int, seconds: Double) throws(FuzzFailure) -> Bool {
        let scratch = try FuzzFiles.scratch()
        defer { FuzzFiles.remove(scratch) }
        let progress = scratch + "/progress"
        let program = try FuzzSupervisor.path
        let worker = FuzzProcess(
            arguments: [
                program, name, "--seed", "\(seed)", "--seconds", "\(seconds)", "--inputs", "\(inputs)", "--project", project, "--worker", progress,
            ], scratch: scratch)
        let end = try worker.run { FuzzProgress.read(progress) }
        let last = FuzzProgress.read(progress)
        guard end != .held else {
            print("\(name): seed \(seed): \((last ?? -1) + 1) inputs, every promise held")
            return true
        }
        guard let last else { throw FuzzFailure(description: "\(name): \(end.inWords)") }
        print("\(name): seed \(seed), input \(last): \(end.inWords)")
        var numbers = FuzzNumbers(seed: seed, index: last)
        let found = target.input(&numbers)
        let smallest = try Shrinker(seconds: 60).smallest(found) { input throws(FuzzFailure) in
            try replay(input, program, scratch) != .held
        }
        let folder = "\(keep)/fuzz-\(name)-\(seed)-\(last)"
        try smallest.write(to: folder)
        print("made smaller, from \(found.byteCount) bytes to \(smallest.byteCount): \(try replay(smallest, program, scratch).inWords)")
        for file in smallest.files { print("--- \(file.name)\n\(FuzzSupervisor.shown(file.bytes))") }
        print("kept in `\(folder)`: run it again with `fuzz \(name) --input \(folder)`")
        return false
    }

    private func replay(_ input: FuzzInput, _ program: String, _ scratch: String) throws(FuzzFailure) -> FuzzProcess.End {
        let folder = scratch + "/input"
        FuzzFiles.remove(folder)
        try input.write(to: folder)
        return try FuzzProcess(arguments: [program, name, "--project", project, "--input", folder], scratch: scratch).run()
    }

    private static var path: String {
        get throws(FuzzFailure) {
            guard let path = realpath(program, nil) else { throw FuzzFailure(description: "cannot find the fuzzer's own file") }
            defer { free(path) }
            return String(cString: path)
        }
    }

    /// Text with what is no text made visible, the first 4,000 bytes of it.
    static func shown(_ bytes: [UInt8]) -> String {
        bytes.prefix(4000).map { byte in
            switch byte {
            case 0x0A, 0x20..<0x7F: String(UnicodeScalar(byte))
            default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined() + (bytes.count > 4000 ? "…" : "")
    }
}
