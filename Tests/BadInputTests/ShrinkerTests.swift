import Testing

@testable import fuzz

@Suite("what the fuzzer finds")
struct ShrinkerTests {
    @Test("is made as small as can be, whole files first")
    func smallest() throws {
        let noise = Array("some text that means nothing\n".utf8)
        let input = FuzzInput([
            .init(name: "a", bytes: noise), .init(name: "b", bytes: noise + Array("x".utf8) + noise + Array("y".utf8) + noise), .init(name: "c", bytes: noise),
        ])
        var tries = 0
        let smallest = try Shrinker(seconds: 10).smallest(input) { candidate in
            tries += 1
            let bytes = candidate["b"]
            return bytes.contains(UInt8(ascii: "x")) && bytes.contains(UInt8(ascii: "y"))
        }
        #expect(smallest.files.map(\.name) == ["b"])
        #expect(smallest["b"].sorted() == Array("xy".utf8))
        #expect(tries < 500)
    }
}
