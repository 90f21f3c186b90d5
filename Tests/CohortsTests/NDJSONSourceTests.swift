@testable import Cohorts
import Foundation
import Testing

@Suite("Reading NDJSON")
struct NDJSONSourceTests {
    @Test("lines come one by one with their numbers, blank lines are passed over", arguments: [
        ("a\nb\n", ["a", "b"], [1, 2]),
        ("a\nb", ["a", "b"], [1, 2]),
        ("a\r\nb\r\n", ["a", "b"], [1, 2]),
        ("a\r\nb\r", ["a", "b"], [1, 2]),
        ("\n\na\n \t\n\nb\n\n", ["a", "b"], [3, 6]),
        ("\u{FEFF}a\nb", ["a", "b"], [1, 2]),
        ("\u{FEFF}", [], []),
        ("a\n\u{FEFF}b", ["a", "\u{FEFF}b"], [1, 2]),
        ("", [], []),
        ("\n", [], []),
        ("\r\n  ", [], []),
        ("x", ["x"], [1]),
    ])
    func lines(text: String, lines: [String], numbers: [Int]) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.ndjson", text)
        let read = try ReadCohort(path: path)
        #expect(read.lines == lines)
        #expect(read.numbers == numbers)
        #expect(read.rejects.isEmpty)
    }

    @Test("how many bytes a read gives makes no difference", arguments: [1, 2, 3, 7, 64, 100, 4096])
    func chunks(size: Int) throws {
        let folder = try TemporaryFolder()
        let text = "\u{FEFF}\(validLine)\r\n\n\(String(repeating: "x", count: 3000))\n\(validLine)"
        let path = try folder.write("cohort.ndjson", text)
        let file = try InputFile(path: path, rewindable: false)
        let read = try ReadCohort(NDJSONSource(file, chunk: size))
        #expect(read.lines == [validLine, String(repeating: "x", count: 3000), validLine])
        #expect(read.numbers == [1, 3, 4])
    }

    @Test("a pipe that gives a byte at a time is read to its end")
    func pipe() async throws {
        let pipe = Pipe()
        let text = "\(validLine)\n\(validLine)\n"
        let writer = Thread {
            for byte in text.utf8 { try? pipe.fileHandleForWriting.write(contentsOf: [byte]) }
            try? pipe.fileHandleForWriting.close()
        }
        writer.start()
        let file = InputFile(descriptor: pipe.fileHandleForReading.fileDescriptor, name: "pipe")
        #expect(try ReadCohort(NDJSONSource(file)).lines == [validLine, validLine])
    }

    @Test("a line of 50 MB is rejected in bounded memory, and the next line is read")
    func longLine() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.ndjson", validLine + "\n")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        let megabyte = Data(repeating: 0x78, count: 1 << 20)
        for _ in 0..<50 { try handle.write(contentsOf: megabyte) }
        try handle.write(contentsOf: Data("\n\(validLine)\n".utf8))
        try handle.close()
        let source = NDJSONSource(try InputFile(path: path, rewindable: false))
        let read = try ReadCohort(source)
        #expect(read.lines == [validLine, validLine])
        #expect(read.numbers == [1, 3])
        #expect(read.rejects.map(\.line) == [2])
        #expect(read.rejects.first?.got == "\(50 << 20) bytes")
        #expect(source.feed.capacity <= 4 * NominalDecoder.longestLine)
    }

    @Test("a line just over 8 MiB is rejected, one of 8 MiB is not", arguments: [false, true])
    func limit(hasNewline: Bool) throws {
        let folder = try TemporaryFolder()
        let most = String(repeating: "x", count: NominalDecoder.longestLine)
        let path = try folder.write("cohort.ndjson", most + "\n" + most + "x" + (hasNewline ? "\n" : ""))
        let read = try ReadCohort(path: path)
        #expect(read.lines.map(\.utf8.count) == [NominalDecoder.longestLine])
        #expect(read.rejects.map(\.line) == [2])
    }

    @Test("a file is read again from the start after rewinding")
    func rewind() throws {
        let folder = try TemporaryFolder()
        let source = try openCohort(
            path: folder.write("cohort.ndjson", "\u{FEFF}a\nb\n"), layout: standardLayout, rewindable: true)
        let first = try ReadCohort(source)
        try source.rewind()
        #expect(try ReadCohort(source) == first)
        #expect(first.lines == ["a", "b"])
    }

    @Test("a pipe is kept in a temporary file where it is to be read twice")
    func spool() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("a\nb\n".utf8))
        try pipe.fileHandleForWriting.close()
        let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
        let source = try openCohort(path: path, layout: standardLayout, rewindable: true)
        let first = try ReadCohort(source)
        try source.rewind()
        #expect(try ReadCohort(source) == first)
        #expect(first.lines == ["a", "b"])
    }

    @Test("what cannot be opened or read is named in one sentence")
    func errors() throws {
        let folder = try TemporaryFolder()
        #expect(failure(reading: folder.path + "/none.ndjson") == "cannot open `\(folder.path)/none.ndjson`: no such file or directory")
        #expect(failure(reading: folder.path)?.hasSuffix("it is a folder; name a cohort file in it") == true)
        #expect(failure(reading: folder.path + "/none.csv")?.hasPrefix("cannot open") == true)
    }

    @Test("a file cut off in the middle of a line loses that line alone")
    func truncated() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.ndjson", validLine + "\n" + validLine.dropLast(20))
        let read = try ReadCohort(path: path)
        #expect(Decoded(read.lines[0]).reject == nil)
        #expect(Decoded(read.lines[1], number: read.numbers[1]).reject?.line == 2)
    }
}
