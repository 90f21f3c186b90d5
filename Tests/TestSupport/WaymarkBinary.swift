package import Foundation

/// The built program, run as people run it.
package enum WaymarkBinary {
    package struct Result: Sendable {
        package var status: Int32
        package var out: String
        package var err: String

        package init(status: Int32, out: String, err: String) {
            self.status = status
            self.out = out
            self.err = err
        }
    }

    /// Runs the program to its end.
    /// - Parameters:
    ///   - arguments: as on a command line, without the program's own name.
    ///   - folder: the working folder.
    ///   - input: standard input; empty where nothing is given.
    /// - Throws: where the program is not beside the tests, or cannot be started.
    package static func run(_ arguments: [String], in folder: String, input: String = "") throws -> Result {
        try start(program, arguments, in: folder, input: input)
    }

    /// Runs a line of shell, in which `$WAYMARK` is the program: for pipes, devices and limits. Nothing asks for plain
    /// text, so that a test can see what comes of it.
    package static func shell(_ line: String, in folder: String, input: String = "") throws -> Result {
        try start(URL(fileURLWithPath: "/bin/sh"), ["-c", "unset NO_COLOR; \(line)"], in: folder, input: input)
    }

    private static func start(_ executable: URL, _ arguments: [String], in folder: String, input: String) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(["NO_COLOR": "1", "WAYMARK": program.path]) { $1 }
        // Files rather than pipes: a pipe that nobody empties would stop the program.
        let scratch = try TemporaryPlace()
        let given = try scratch.file("in", Data(input.utf8))
        let out = try scratch.file("out", Data())
        let err = try scratch.file("err", Data())
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }

    /// It is built into the same folder as the tests.
    package static var program: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("waymark")
    }
}
