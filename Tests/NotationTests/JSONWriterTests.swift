import Testing

@testable import Notation

@Suite("JSON as bytes")
struct JSONWriterTests {
    @Test("numbers come in their shortest form that reads back the same", arguments: [
        (0.0, "0"), (-0.0, "0"), (82.0, "82"), (-5.0, "-5"), (0.5, "0.5"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
        (9007199254740992, "9007199254740992"), (1e300, "1e+300"), (123456.789, "123456.789"),
    ])
    func numbers(value: Double, text: String) {
        var json = JSONWriter()
        json.number(value)
        #expect(json.text == text)
        #expect(Double(json.text) == value)
    }

    @Test("what JSON has no number for is null", arguments: [Double.nan, .infinity, -.infinity])
    func noNumber(value: Double) {
        var json = JSONWriter()
        json.number(value)
        #expect(json.text == "null")
    }

    @Test("only what must be escaped is", arguments: [
        ("plain", #""plain""#), ("say \"so\"", #""say \"so\"""#), ("a\\b", #""a\\b""#), ("line\nnext\ttab\r", #""line\nnext\ttab\r""#),
        ("\u{1}\u{1F}", #""\u0001\u001f""#), ("£ – “é” 😀", "\"£ – “é” 😀\""), ("", #""""#),
    ])
    func strings(text: String, written: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(json.text == written)
    }

    @Test("whole numbers of every size", arguments: [Int.min, -10, -1, 0, 9, 10, 99, 100, Int.max])
    func ints(value: Int) {
        var json = JSONWriter()
        json.int(value)
        #expect(json.text == String(value))
    }

    @Test("objects and arrays nest, with commas where they belong")
    func nests() {
        var json = JSONWriter()
        json.beginObject()
        json.key("a"); json.beginArray(); json.int(1); json.beginObject(); json.endObject(); json.strings(["x", "y"]); json.endArray()
        json.key("b"); json.null()
        json.key(String("c")); json.bool(true)
        json.endObject()
        json.newline()
        json.beginArray(); json.endArray()
        #expect(json.text == "{\"a\":[1,{},[\"x\",\"y\"]],\"b\":null,\"c\":true}\n[]")
    }
}

@Suite("Names that were meant")
struct NearestNameTests {
    @Test("the nearest name is found", arguments: [
        ("ogsr2", "ogrs2"), ("orgs2", "ogrs2"), ("ofences", "offences"), ("Borough", "borough"), ("needz", "needs"),
    ])
    func finds(typed: String, meant: String) {
        #expect(nearestName(to: typed, in: ["age", "borough", "needs", "offences", "ogrs2", "ogrs3"]) == meant)
    }

    @Test("nothing far away is offered", arguments: ["zebra", "x", "custody_status", ""])
    func refuses(typed: String) {
        #expect(nearestName(to: typed, in: ["age", "borough", "needs", "offences", "ogrs2"]) == nil)
    }

    @Test(
        "a name is put in another's place only where it alone is nearest",
        arguments: [("ogsr2", "ogrs2"), ("ogrs", nil), ("ogrs4", nil), ("needz", "needs"), ("zebra", nil)] as [(String, String?)])
    func only(typed: String, meant: String?) {
        #expect(onlyNearestName(to: typed, in: ["age", "borough", "needs", "ogrs2", "ogrs3"]) == meant)
    }
}
