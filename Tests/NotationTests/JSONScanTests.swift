import Notation
import Testing

@Suite("reading JSON forwards")
struct JSONScanTests {
    /// The texts under the key `x`, everything else passed over; nil where the text cannot be read.
    private func texts(_ json: String) -> [String]? {
        var found: [String] = []
        let isRead = Array(json.utf8).withUnsafeBytes { bytes in
            var scan = JSONScan(bytes)
            do throws(JSONScan.Fault) {
                try scan.object { key, scan throws(JSONScan.Fault) in
                    if key == "x" { found.append(try scan.string()) } else { try scan.skip() }
                }
                return true
            } catch {
                return false
            }
        }
        return isRead ? found : nil
    }

    @Test(
        "passes over what is not asked for, however it is nested",
        arguments: [
            #"{"x":"1"}"#, #"{ "a" : [ ] , "x" : "1" }"#, #"{"a":{"b":[{"c":[[],{}]},"x",1]},"x":"1"}"#, #"{"a":"\"x\":\\","x":"1","b":null}"#,
            #"{"a":-1.5e+3,"b":true,"c":false,"x":"1"}"#, "{\n\t\"a\":[1,\n2],\r\n\"x\":\"1\"}",
        ])
    func skips(json: String) { #expect(texts(json) == ["1"]) }

    @Test(
        "reads escapes",
        arguments: [(#""a\"b""#, "a\"b"), (#""\u00e9\n""#, "é\n"), (#""\ud83d\ude00""#, "😀"), (#""\\u0041""#, "\\u0041"), (#""é""#, "é")])
    func escapes(json: String, text: String) { #expect(texts("{\"x\":\(json)}") == [text]) }

    @Test(
        "says where a text is not JSON, and never reads beyond it",
        arguments: ["", "{", "[", #"{"x""#, #"{"x":"#, #"{"x":"1"#, #"{"x":"1""#, #"{"x":1}"#, #"{"a":[}"#, #"{"a":[1"#, #"{"x":"\u00"}"#, #"{"x":"\q"}"#, #"{"x":"\"#, "{a:1}"])
    func faults(json: String) { #expect(texts(json) == nil) }

    @Test("gives up on what is nested beyond all reason")
    func deep() {
        #expect(texts("{\"a\":" + String(repeating: "[", count: 100_000)) == nil)
        #expect(texts("{\"a\":" + String(repeating: "[", count: 60) + String(repeating: "]", count: 60) + ",\"x\":\"1\"}") == ["1"])
    }

    @Test("reads an array item by item, and knows a null")
    func arrays() throws {
        let items = try Array(#"["a",null,"b"]"#.utf8).withUnsafeBytes { bytes in
            var scan = JSONScan(bytes)
            var items: [String?] = []
            try scan.array { scan throws(JSONScan.Fault) in items.append(try scan.null() ? nil : try scan.string()) }
            return items
        }
        #expect(items == ["a", nil, "b"])
    }
}
