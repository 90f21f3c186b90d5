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
    ], [false, true])
    func lines(expected: (text: String, lines: [String], numbers: [Int]), inBlocks: Bool) throws {
        let (text, lines, numbers) = expected
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.ndjson", text)
        let read = try ReadCohort(openCohort(path: path, layout: standardLayout, rewindable: false), inBlocks: inBlocks)
        #expect(read.lines == lines)
        #expect(read.numbers == numbers)
        #expect(read.rejects.isEmpty)
    }

    @Test("how many bytes a read gives makes no difference", arguments: [1, 2, 3, 7, 64, 100, 4096], [false, true])
    func chunks(size: Int, inBlocks: Bool) throws {
        let folder = try TemporaryFolder()
        let text = "\u{FEFF}\(validLine)\r\n\n\(String(repeating: "x", count: 3000))\n\(validLine)"
        let path = try folder.write("cohort.ndjson", text)
        let file = try InputFile(path: path, rewindable: false)
        let read = try ReadCohort(NDJSONSource(file, chunk: size), inBlocks: inBlocks)
        #expect(read.lines == [validLine, String(repeating: "x", count: 3000), validLine])
        #expect(read.numbers == [1, 3, 4])
    }

    @Test("a pipe that gives a byte at a time is read to its end", arguments: [false, true])
    func pipe(inBlocks: Bool) async throws {
        let pipe = Pipe()
        let text = "\(validLine)\n\(validLine)\n"
        let writer = Thread {
            for byte in text.utf8 { try? pipe.fileHandleForWriting.write(contentsOf: [byte]) }
            try? pipe.fileHandleForWriting.close()
        }
        writer.start()
        let file = InputFile(descriptor: pipe.fileHandleForReading.fileDescriptor, name: "pipe")
        #expect(try ReadCohort(NDJSONSource(file), inBlocks: inBlocks).lines == [validLine, validLine])
    }

    @Test("a line of 50 MB is rejected in bounded memory, and the next line is read", arguments: [false, true])
    func longLine(inBlocks: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.ndjson", validLine + "\n")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        let megabyte = Data(repeating: 0x78, count: 1 << 20)
        for _ in 0..<50 { try handle.write(contentsOf: megabyte) }
        try handle.write(contentsOf: Data("\n\(validLine)\n".utf8))
        try handle.close()
        let source = NDJSONSource(try InputFile(path: path, rewindable: false))
        let read = try ReadCohort(source, inBlocks: inBlocks)
        #expect(read.lines == [validLine, validLine])
        #expect(read.numbers == [1, 3])
        #expect(read.rejects.map(\.line) == [2])
        #expect(read.rejects.first?.got == "\(50 << 20) bytes")
        #expect(source.feed.capacity <= 4 * NominalDecoder.longestLine)
    }

    @Test("a line just over 8 MiB is rejected, one of 8 MiB is not", arguments: [false, true], [false, true])
    func limit(hasNewline: Bool, inBlocks: Bool) throws {
        let folder = try TemporaryFolder()
        let most = String(repeating: "x", count: NominalDecoder.longestLine)
        let path = try folder.write("cohort.ndjson", most + "\n" + most + "x" + (hasNewline ? "\n" : ""))
        let read = try ReadCohort(openCohort(path: path, layout: standardLayout, rewindable: false), inBlocks: inBlocks)
        #expect(read.lines.map(\.utf8.count) == [NominalDecoder.longestLine])
        #expect(read.rejects.map(\.line) == [2])
    }

    @Test("many lines are given at once as they are one by one, whatever their lengths", arguments: 0..<6)
    func blocks(seed: Int) throws {
        var numbers = Numbers(seed: UInt64(seed) &* 97 &+ 3)
        let folder = try TemporaryFolder()
        var text = numbers.below(2) == 0 ? "\u{FEFF}" : ""
        for _ in 0..<numbers.below(1500) {
            let length = numbers.below(60) == 0 ? numbers.below(400_000) : numbers.below(4000)
            text += String(repeating: "x", count: numbers.below(9) == 0 ? 0 : length) + numbers.pick(["\n", "\n", "\r\n", "\n \t\n"])
        }
        text += numbers.pick(["", "y", "  "])
        let path = try folder.write("cohort.ndjson", text)
        for (count, chunk) in [(1, 1 << 17), (2, 5000), (1, 1 << 20)] {
            let source = NDJSONSource(try InputFile(path: path, rewindable: true), chunk: chunk)
            let expected = try ReadCohort(source)
            for _ in 0..<count {
                try source.rewind()
                #expect(try ReadCohort(blocksOf: source) == expected)
            }
        }
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
