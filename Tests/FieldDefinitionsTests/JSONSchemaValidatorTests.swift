import Foundation
import TestSupport
import Testing

@Suite("The schema validator of the tests")
struct JSONSchemaValidatorTests {
    private func faults(_ instance: String, _ schema: String, others: [String: Data] = [:]) -> [String] {
        JSONSchemaValidator.validate(instance: Data(instance.utf8), schema: Data(schema.utf8), others: others)
    }

    @Test(
        "accepts what a schema allows and finds what it does not",
        arguments: [
            (#"{"type":"integer"}"#, ["3", "3.0", "-1"], ["3.5", "\"3\"", "true", "null", "[]"]),
            (#"{"type":"number"}"#, ["3.5", "0"], ["\"3\"", "false", "{}"]),
            (#"{"type":"boolean"}"#, ["true"], ["1", "0", "null"]),
            (#"{"type":"null"}"#, ["null"], ["0", "false", "\"\""]),
            (#"{"type":["string","null"]}"#, ["\"a\"", "null"], ["1", "[]", "{}"]),
            (#"{"type":"object"}"#, ["{}"], ["[]", "\"{}\""]),
            (#"{"enum":["a",1,null]}"#, ["\"a\"", "1", "null"], ["\"b\"", "2", "false"]),
            (#"{"const":{"a":[1]}}"#, [#"{"a":[1]}"#], [#"{"a":[2]}"#, "1"]),
            (#"{"minimum":0,"maximum":2}"#, ["0", "2", "\"x\""], ["-1", "2.5"]),
            (#"{"minLength":2}"#, ["\"ab\"", "\"éé\"", "1"], ["\"é\"", "\"\""]),
            (#"{"pattern":"^a+$"}"#, ["\"aa\"", "7"], ["\"ab\"", "\"\""]),
            (#"{"required":["a"]}"#, [#"{"a":null}"#, "[]"], ["{}", #"{"b":1}"#]),
            (#"{"properties":{"a":{"type":"null"}}}"#, [#"{"a":null,"b":1}"#, "{}"], [#"{"a":1}"#]),
            (#"{"properties":{"a":true},"additionalProperties":false}"#, [#"{"a":1}"#], [#"{"b":1}"#]),
            (#"{"additionalProperties":{"type":"integer"}}"#, [#"{"b":1}"#], [#"{"b":"1"}"#]),
            (#"{"items":{"type":"integer"}}"#, ["[]", "[1,2]"], [#"[1,"2"]"#]),
            (#"{"anyOf":[{"type":"null"},{"minimum":3}]}"#, ["null", "3"], ["2"]),
            (#"{"oneOf":[{"minimum":0},{"maximum":2}]}"#, ["-1", "3"], ["1"]),
            (##"{"$defs":{"n":{"type":"null"}},"items":{"$ref":"#/$defs/n"}}"##, ["[null]"], ["[1]"]),
            ("false", [], ["1"]),
        ])
    func keyword(schema: String, valid: [String], invalid: [String]) {
        for instance in valid { #expect(faults(instance, schema) == [], "\(instance)") }
        for instance in invalid { #expect(faults(instance, schema).count == 1, "\(instance)") }
    }

    @Test("names the place of each fault")
    func places() {
        let schema = #"{"properties":{"rows":{"items":{"required":["id"],"properties":{"n":{"minimum":1}}}}}}"#
        #expect(
            faults(#"{"rows":[{"id":1},{"n":0}]}"#, schema) == [
                "$.rows[1].n: 0 is under 1", "$.rows[1]: `id` is missing",
            ])
    }

    @Test("follows a reference to another schema and back")
    func otherSchema() {
        let other = Data(##"{"$ref":"#/$defs/x","$defs":{"x":{"type":"null"}}}"##.utf8)
        let schema = ##"{"properties":{"a":{"$ref":"o.json"},"b":{"$ref":"#/$defs/x"}},"$defs":{"x":{"type":"string"}}}"##
        #expect(faults(#"{"a":null,"b":"t"}"#, schema, others: ["o.json": other]) == [])
        #expect(faults(#"{"a":"t","b":null}"#, schema, others: ["o.json": other]).count == 2)
    }

    @Test(
        "passes nothing that it does not understand",
        arguments: [
            #"{"multipleOf":2}"#, #"{"enum":"a"}"#, #"{"minimum":"1"}"#, ##"{"$ref":"#/$defs/none"}"##,
            #"{"$ref":"elsewhere.json"}"#, "3", "{",
        ])
    func notUnderstood(schema: String) {
        #expect(faults("4", schema).count == 1)
    }

    @Test("passes no instance that is not JSON", 
        arguments: [
            "", "{", "{'a':1}", "[1,]", #"{"a":1,}"#, #"{"a":1,"a":1}"#, "nul", "01", "1.", "+1", "NaN", "1 2", "\"a",
            "\"\t\"", #""\x""#, #"{"a" 1}"#, "[1 2]", "tru",
        ])
    func notJSON(instance: String) {
        #expect(faults(instance, "true").count == 1)
    }

    @Test(
        "reads JSON as it is written",
        arguments: [
            (#" { "a" : [ 1 , -2.5e1 , true , null ] } "#, #"{"a":[1,-25,true,null]}"#), ("[]", "[]"), ("{}", "{}"),
            (#""\u00e9\"\\\n""#, #""é\"\\\u000a""#), ("\"🙂\"", "\"🙂\""),
        ])
    func reads(text: String, plain: String) throws {
        #expect(try JSONValue(Data(text.utf8)).description == plain)
    }
}
