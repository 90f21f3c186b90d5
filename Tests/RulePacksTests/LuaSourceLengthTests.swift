import Testing

@testable import RulePacks

@Suite("The length operator")
struct LuaSourceLengthTests {
    @Test("becomes a function around its operand and nothing else", arguments: [
        ("return #t", "return _waymark_length(t)"),
        ("t[#t + 1] = x", "t[_waymark_length(t) + 1] = x"),
        ("return #a.b[#c]:d(1) .. 'x'", "return _waymark_length(a.b[_waymark_length(c)]:d(1)) .. 'x'"),
        ("for i = 1, #n.offences do end", "for i = 1, _waymark_length(n.offences) do end"),
        ("local x = #{1, 2} * 2", "local x = _waymark_length({1, 2}) * 2"),
        ("local x = #\"text\" + #'more'", "local x = _waymark_length(\"text\") + _waymark_length('more')"),
        ("return #(f or g)(x) == 0", "return _waymark_length((f or g)(x)) == 0"),
        ("return ##t", "return _waymark_length(_waymark_length(t))"),
        ("return #f {a} 'b' [[c]]", "return _waymark_length(f {a} 'b' [[c]])"),
        ("return - #t, not #u", "return - _waymark_length(t), not _waymark_length(u)"),
        ("return select('#', ...) -- #t", "return select('#', ...) -- #t"),
        ("return #t -- two\n  .x", "return _waymark_length(t -- two\n  .x)"),
    ])
    func replaced(source: String, result: String) throws {
        let bytes = Array(source.utf8)
        let map = try LuaSourceMap(parsing: bytes)
        #expect(String(decoding: LengthOperator.replaced(in: bytes, tokens: map.tokens), as: UTF8.self) == result)
    }

    @Test("a source without it stays as it is, byte for byte")
    func same() throws {
        let bytes = Array("local a = b .. '#'\n".utf8)
        #expect(LengthOperator.replaced(in: bytes, tokens: try LuaSourceMap(parsing: bytes).tokens) == bytes)
    }
}
