import TestSupport
import Testing

@Suite("a pack that is too much as a whole")
struct PackTogetherTests {
    private func check(_ place: BadPlace, _ pack: String) throws -> (lines: [String], said: String) {
        let result = try place.shell("timeout 60 \"$WAYMARK\" check rules/\(pack)")
        #expect(result.status == 1, "\(result.err)")
        let said = result.out.replacing("\n    ", with: " ")
        return (said.split(separator: "\n").map(String.init), said)
    }

    @Test("is refused after a few files, however many of them loop", arguments: ["while true do end", "pcall(function() while true do end end)"])
    func loops(source: String) throws {
        let place = try BadPlace()
        try place.pack("loops", files: (1...1000).map { "\"\($0).lua\"," }.joined())
        #expect(try place.shell("cd rules/loops; for i in $(seq 1000); do echo '\(source)' > $i.lua; done").status == 0)
        let (lines, said) = try check(place, "loops")
        // Five files that each reach the limit of one, that five are enough, and the count.
        #expect(lines.count == 7, "\(said.prefix(2000))")
        #expect(lines.count { $0.contains(".lua:1: error WM021: it runs for longer than one nominal may take") } == 5, "\(said.prefix(2000))")
        #expect(lines.count { $0.hasPrefix("5.lua: error WM021: the files of the pack take more than 10000000 instructions together to load") } == 1, "\(said.prefix(2000))")
    }

    @Test("loads with files that each take long, as long as they do not together", arguments: [(8, true), (9, false)])
    func long(files: Int, loads: Bool) throws {
        let place = try BadPlace()
        try place.pack("long", files: "\"rules.lua\"," + (1...files).map { "\"\($0).lua\"," }.joined())
        for file in 1...files { try place.write("rules/long/\(file).lua", "local x = 0 for i = 1, 400000 do x = x + i + i end\n") }
        let result = try place.run("check", "rules/long")
        #expect(result.status == (loads ? 0 : 1), "\(result.out)")
        #expect(result.out.replacing("\n    ", with: " ").contains("10000000 instructions together") == !loads, "\(result.out)")
    }

    @Test("is refused where its baselines take too long together")
    func baselines() throws {
        let place = try BadPlace()
        for number in 1...12 {
            let manifest = BadPlace.manifest("p\(number)").replacing("return {", with: "for i = 1, 1900000 do end\nreturn {")
            try place.pack("p\(number)", manifest: number == 12 ? manifest : manifest.replacing("waymark = 1,", with: "waymark = 1, extends = \"p\(number + 1)\","))
        }
        let (_, said) = try check(place, "p1")
        #expect(said.contains("/pack.lua: error WM021: the files of the pack take more than 10000000 instructions"), "\(said)")
    }

    @Test("is refused where its files are larger than 1 MiB together, and said once", arguments: [16, 18])
    func size(files: Int) throws {
        let place = try BadPlace()
        try place.pack("wide", files: "\"rules.lua\"," + (1...files).map { "\"\($0).lua\"," }.joined())
        #expect(try place.shell("cd rules/wide; for i in $(seq \(files)); do yes ' -- nothing' | head -c 65000 > $i.lua; done").status == 0)
        let result = try place.run("check", "rules/wide")
        #expect(result.status == (files == 16 ? 0 : 1), "\(result.out)")
        #expect(result.out.split(separator: "WM021").count - 1 == (files == 16 ? 0 : 1), "\(result.out)")
    }

    static let nested: [(what: String, source: String)] = [
        ("brackets", "local a = 1\nlocal x = " + String(repeating: "(\n", count: 400) + "1" + String(repeating: ")", count: 400)),
        ("tables", "local a = 1\nlocal x = " + String(repeating: "{\n", count: 400) + String(repeating: "}", count: 400)),
        ("functions", "local a = 1\nlocal x = " + String(repeating: "function() return\n", count: 400) + " 1 " + String(repeating: "end ", count: 400)),
        ("blocks", "local a = 1\nlocal b = 2 " + String(repeating: "do\n", count: 400) + String(repeating: "end ", count: 400)),
        ("signs", "local a = 1\nlocal x = " + String(repeating: "- \n", count: 400) + "1"),
    ]

    @Test("and code that nests too deeply is said in plain words, at its line", arguments: nested)
    func tooDeep(what: String, source: String) throws {
        let place = try BadPlace()
        try place.pack("deep", rules: source)
        let (_, said) = try check(place, "deep")
        let line = try #require(said.firstMatch(of: #/^rules\.lua:(\d+): error WM002: the code nests too deeply here/#).flatMap { Int($0.1) }, "\(said)")
        // The first level is on the second line.
        #expect((what == "functions" ? 95...105 : 185...205).contains(line), "\(what): \(line)")
        #expect(!said.contains("stack"))
    }

    @Test("and names of any length are cut in what is said of them", arguments: [
        "matrix(('x'):rep(60000)) { title = 'P' }", "selection { { ('x'):rep(60000), 'T', when = 1 } }", "matrix 'm' { [('x'):rep(60000)] = 1 }",
        "matrix 'm' { [('`'):rep(60000)] = 1 }", "require(('x'):rep(60000))", "criteria 'c' { title = 'C', all = { { ('x'):rep(60000), 'T', 5 } } }",
        "matrix(('x\\u{301}\\u{302}'):rep(9000)) { title = 'P' }",
    ])
    func names(rules: String) throws {
        let place = try BadPlace()
        try place.pack("names", rules: rules)
        let (lines, said) = try check(place, "names")
        #expect(lines.count >= 2)
        #expect(!said.contains(String(repeating: "x", count: 61)))
        #expect(lines.allSatisfy { $0.unicodeScalars.count < 5000 }, "\(lines.map(\.count))")
    }
}
