import Testing

@testable import LuaSyntax

@Suite("Lua tokens")
struct LuaLexerTests {
    private func kinds(_ source: String) throws -> [LuaToken.Kind] { try LuaLexer.tokens(of: Array(source.utf8)).map(\.kind) }

    static let numbers: [(source: String, kind: LuaToken.Kind)] = [
        ("0", .integer(0)), ("007", .integer(7)), ("9223372036854775807", .integer(.max)),
        ("9223372036854775808", .float(9223372036854775808)), ("3.", .float(3)), (".5", .float(0.5)), ("3.25", .float(3.25)),
        ("1e3", .float(1000)), ("1E+3", .float(1000)), ("5e-1", .float(0.5)), ("1e999", .float(.infinity)), ("0x1F", .integer(31)),
        ("0Xff", .integer(255)), ("0xffffffffffffffff", .integer(-1)), ("0x1ffffffffffffffff", .integer(-1)),
        ("0x.8", .float(0.5)), ("0xA.", .float(10)), ("0x1p4", .float(16)), ("0x1.8P-1", .float(0.75)), ("0xep1", .float(28)),
        ("0x1e2", .integer(0x1e2)), ("0.1", .float(0.1)), ("1e-7", .float(1e-7)),
    ]

    @Test("numbers are what Lua makes of them", arguments: numbers)
    func numberTokens(source: String, kind: LuaToken.Kind) throws {
        #expect(try kinds(source) == [kind])
    }

    @Test("bad numbers are one token that is none", arguments: ["3x", "0x", "0xg", "1..2", "1e", "1e+", "3.4.5", "0x1p", "1p4", "08_1", "0x.p1"])
    func badNumbers(source: String) {
        let error = #expect(throws: LuaSourceError.self) { try kinds("x = \(source)") }
        #expect(error?.message.contains("`\(source)` is not a number") == true)
        #expect(error?.position == LuaPosition(line: 1, column: 5))
    }

    @Test("a number ends where an operator starts")
    func numberEnds() throws {
        #expect(try kinds("1 ..2") == [.integer(1), .symbol(.concatenate), .integer(2)])
        #expect(try kinds("3-2") == [.integer(3), .symbol(.minus), .integer(2)])
        #expect(try kinds("0xe+1") == [.integer(14), .symbol(.plus), .integer(1)])
        #expect(try kinds("5//2") == [.integer(5), .symbol(.floorDivide), .integer(2)])
    }

    static let texts: [(source: String, content: String)] = [
        (#""a'b""#, "a'b"), (#"'a"b'"#, #"a"b"#), (#""""#, ""), (#""\a\b\f\n\r\t\v\\\"\'""#, "\u{7}\u{8}\u{C}\n\r\t\u{B}\\\"'"),
        (#""\65\066\0""#, "AB\0"), (#""\1234""#, "{4"), (#""\x41\x7a""#, "Az"), (#""\u{48}\u{E9}\u{20AC}\u{1F600}""#, "Hé€😀"),
        ("'a\\z  \n\t b'", "ab"), ("'a\\\nb'", "a\nb"), ("'a\\\r\nb'", "a\nb"),
        ("[[a]]", "a"), ("[[\na\n]]", "a\n"), ("[[\r\na\r\nb]]", "a\nb"), ("[==[a]]b]=]c]==]", "a]]b]=]c"), (#"[[a\n"]]"#, #"a\n""#),
        ("[=[]]=]", "]"), ("[[[a]]", "[a"), ("\"é\"", "é"), ("'--[[no comment]]'", "--[[no comment]]"),
    ]

    @Test("texts are what Lua makes of them", arguments: texts)
    func textTokens(source: String, content: String) throws {
        #expect(try kinds(source) == [.string(Array(content.utf8))])
    }

    @Test("texts need not be UTF-8")
    func bytes() throws {
        #expect(try kinds(#""\xff\200""#) == [.string([0xFF, 200])])
        #expect(try kinds(#""\u{7FFFFFFF}\u{200000}""#) == [.string([0xFD, 0xBF, 0xBF, 0xBF, 0xBF, 0xBF, 0xF8, 0x88, 0x80, 0x80, 0x80])])
    }

    static let faults: [(source: String, line: Int, column: Int, says: String)] = [
        ("x = 'a", 1, 5, "not closed on its line"), ("x = 'a\n'", 1, 5, "not closed on its line"), ("x = 'a\\", 1, 5, "not closed"),
        ("\nx = [[a", 2, 5, "the text that starts here is not closed: end it with `]]`"),
        ("-- a\n--[==[ b ]=]", 2, 3, "the comment that starts here is not closed: end it with `]==]`"),
        (#"x = "a\qb""#, 1, 7, "starts no escape"), (#""\256""#, 1, 2, #"`\256` is beyond a byte"#), (#""\xg1""#, 1, 2, "two hexadecimal digits"),
        (#""\u41}""#, 1, 2, "in braces"), (#""\u{}""#, 1, 2, "in braces"), (#""\u{80000000}""#, 1, 2, "in braces"), (#""\u{41""#, 1, 2, "in braces"),
        ("x = 1\n  y = 2 ! 3", 2, 9, "`!` has no meaning"), ("é = 1", 1, 1, "`é` has no meaning"), ("x = “a”", 1, 5, "`“` has no meaning"),
        ("x = \u{1}", 1, 5, "the control character 1"), ("x = @", 1, 5, "`@`"), ("\u{FEFF}x = 1", 1, 1, "byte order mark"),
    ]

    @Test("what is no Lua is refused with its place", arguments: faults)
    func refuses(source: String, line: Int, column: Int, says: String) {
        let error = #expect(throws: LuaSourceError.self) { try kinds(source) }
        #expect(error?.line == line && error?.column == column, "\(error.map { "\($0.position)" } ?? "")")
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    }

    @Test("every operator is read, the longest first")
    func symbols() throws {
        let all = LuaSymbol.allCases
        #expect(try kinds(all.map(\.rawValue).joined(separator: " ")) == all.map { .symbol($0) })
        #expect(try kinds("a...b....c") == [.name("a"), .symbol(.varargs), .name("b"), .symbol(.varargs), .symbol(.dot), .name("c")])
        #expect(try kinds("<<=>>=~==//::") == [.shiftLeft, .assign, .shiftRight, .assign, .notEqual, .assign, .floorDivide, .label].map { .symbol($0) })
        #expect(try kinds("a[b[1]]") == [
            .name("a"), .symbol(.leftBracket), .name("b"), .symbol(.leftBracket), .integer(1), .symbol(.rightBracket), .symbol(.rightBracket),
        ])
    }

    @Test("every keyword is one, and names that contain one are names")
    func keywords() throws {
        let all = LuaKeyword.allCases
        #expect(all.count == 22)
        #expect(try kinds(all.map(\.rawValue).joined(separator: " ")) == all.map { .keyword($0) })
        #expect(try kinds("ending End _end end_ n2") == ["ending", "End", "_end", "end_", "n2"].map { .name($0) })
    }

    @Test("comments are no tokens", arguments: [
        "--", "-- a", "--a\n", "--[[a]]", "--[[\n]]--", "--[==[ ]] ]=] ]==]", "--[ a", "--[=a", "  \t\r\n\u{B}\u{C}", "",
    ])
    func comments(source: String) throws {
        #expect(try kinds(source).isEmpty)
        #expect(try kinds("x\(source)\ny") == [.name("x"), .name("y")])
    }

    @Test("lines end with any of Lua's four line ends, and columns are bytes")
    func places() throws {
        let source = "a\n\tb\r\nc\r d\n\re é"
        let tokens = try LuaLexer.tokens(of: Array(source.dropLast(2).utf8))
        let expected = [(1, 1), (2, 2), (3, 1), (4, 2), (5, 1)].map { LuaPosition(line: $0.0, column: $0.1) }
        #expect(tokens.map(\.position) == expected)
        let wide = try LuaLexer.tokens(of: Array("'é' x [[\n\n]] y --[[\n]] z".utf8))
        #expect(wide.map(\.position.description) == ["1:1", "1:6", "1:8", "3:4", "4:4"])
        #expect(wide.map(\.bytes) == [0..<4, 5..<6, 7..<13, 14..<15, 24..<25])
    }

    @Test("no bytes make it stumble")
    func anyBytes() {
        var state: UInt32 = 1
        let alphabet = Array("[[]]==--\"'\\\n\r 0x1e.+p9auz{}()nd;:~<>#é\u{1}".utf8)
        for _ in 0..<3000 {
            let bytes = (0..<40).map { _ in
                state = state &* 1_664_525 &+ 1_013_904_223
                return alphabet[Int(state >> 16) % alphabet.count]
            }
            guard let tokens = try? LuaLexer.tokens(of: bytes) else { continue }
            #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.bytes.upperBound <= $1.bytes.lowerBound && $0.position < $1.position })
            #expect(tokens.allSatisfy { !$0.bytes.isEmpty && $0.bytes.upperBound <= bytes.count })
        }
    }
}
