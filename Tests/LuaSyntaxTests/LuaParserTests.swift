import Foundation
import Testing

@testable import LuaSyntax

/// The project's own folder, found from where this file stands.
let projectFolder: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite("The Lua parser")
struct LuaParserTests {
    static let folder = projectFolder

    static let ownFiles: [String] = {
        let files = FileManager.default.enumerator(atPath: projectFolder)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".lua") && !$0.hasPrefix(".build") && ($0.hasPrefix("rules") || $0.hasPrefix("examples")) }.sorted()
    }()

    @Test("every rule file of the project is Lua", arguments: ownFiles)
    func ownFile(_ path: String) throws {
        let source = try Data(contentsOf: URL(fileURLWithPath: projectFolder + "/" + path))
        let block = try LuaParser.parse(Array(source))
        #expect(!block.statements.isEmpty)
    }

    static let shapes: [(source: String, shape: String)] = [
        ("1 + 2 * 3", "(1 + (2 * 3))"), ("1 - 2 - 3", "((1 - 2) - 3)"), ("a .. b .. c", "(a .. (b .. c))"),
        ("not a == b", "((not a) == b)"), ("-x ^ 2", "(- (x ^ 2))"), ("2 ^ -3 ^ 2", "(2 ^ (- (3 ^ 2)))"),
        ("a or b and c", "(a or (b and c))"), ("a < b == c", "((a < b) == c)"), ("a and not b or c", "((a and (not b)) or c)"),
        ("#t + 1", "((# t) + 1)"), ("1 .. 2 + 3", "(1 .. (2 + 3))"), ("a | b ~ c & d << 1", "(a | (b ~ (c & (d << 1))))"),
        ("(a or b) and c", "((a or b) and c)"), ("a.b.c", "a[b][c]"), ("n.offences:count(f) >= 2", "(n[offences]:count(f) >= 2)"),
        ("f 'x' {1} (2)", "f(x)({})(2)"), ("x // 2 % 3", "((x // 2) % 3)"),
    ]

    private func shape(_ expression: LuaExpression) -> String {
        switch expression.kind {
        case .nil: "nil"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .float(let value): "\(value)"
        case .string(let bytes): String(decoding: bytes, as: UTF8.self)
        case .varargs: "..."
        case .name(let name): name
        case .index(let of, let key): "\(shape(of))[\(shape(key))]"
        case .call(let function, let arguments): "\(shape(function))(\(arguments.map(shape).joined(separator: ", ")))"
        case .method(let of, let name, let arguments): "\(shape(of)):\(name.text)(\(arguments.map(shape).joined(separator: ", ")))"
        case .function: "function"
        case .table: "{}"
        case .unary(let written, let operand): "(\(written.kind.rawValue) \(shape(operand)))"
        case .binary(let written, let left, let right): "(\(shape(left)) \(written.kind.rawValue) \(shape(right)))"
        case .parentheses(let inner): shape(inner)
        }
    }

    @Test("operators bind as in Lua", arguments: shapes)
    func binding(_ source: String, _ expected: String) throws {
        let block = try LuaParser.parse(Array("return \(source)".utf8))
        guard case .return(let values)? = block.statements.first?.kind else {
            Issue.record("no return")
            return
        }
        #expect(values.map(shape) == [expected])
        #expect(values.first?.bytes == 7..<(7 + source.utf8.count))
    }

    static let wrong: [(source: String, place: String, says: String)] = [
        ("x = ", "1:5", "a value is wanted here, but the file ends"),
        ("if x then y()", "1:14", "`end` is wanted here, to close `if` at line 1"),
        ("local t = { 1, 2", "1:17", "`}` is wanted here, to close `{` at line 1"),
        ("if x = 1 then end", "1:6", "`then` is wanted here, but found `=`"),
        ("x + 1", "1:1", "on its own does nothing"), ("n.age", "1:1", "on its own does nothing"), ("f(", "1:3", "a value is wanted"),
        ("end", "1:1", "`end` does not belong here"), ("local 3 = x", "1:7", "a name is wanted here, but found a number"),
        ("f() = 1", "1:1", "only a name or a field can be given a value"),
        ("for i in x do\n  y()\n", "3:1", "to close `for` at line 1"),
    ]

    @Test("what is not Lua is refused in plain words at its place", arguments: wrong)
    func refusal(_ source: String, _ place: String, _ says: String) {
        let error = #expect(throws: LuaSourceError.self) { try LuaParser.parse(Array(source.utf8)) }
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
        #expect(error?.position.description == place, "\(error?.message ?? "")")
    }

    @Test("nesting and chains have an end", arguments: ["(", "{", "f(", "not ", "function() return ", "- "])
    func nesting(_ part: String) {
        let source = "return " + String(repeating: part, count: 20_000)
        #expect(throws: LuaSourceError.self) { try LuaParser.parse(Array(source.utf8)) }
    }

    @Test("a long chain is refused before it is too deep to walk", arguments: [".a", " + 1", "()"])
    func chains(_ part: String) throws {
        _ = try LuaParser.parse(Array(("x = y" + String(repeating: part, count: 900)).utf8))
        #expect(throws: LuaSourceError.self) { try LuaParser.parse(Array(("x = y" + String(repeating: part, count: 1_100)).utf8)) }
    }
}
