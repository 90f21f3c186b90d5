import Foundation
import TestSupport
import Testing

@Suite("The schemas of output")
struct OutputSchemaTests {
    private func schema(_ name: String) throws -> Data {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: tests.deletingLastPathComponent().appending(path: "docs/schema/\(name)"))
    }

    private func faults(_ instance: String, _ name: String) throws -> [String] {
        try JSONSchemaValidator.validate(
            instance: Data(instance.utf8), schema: schema(name),
            others: ["decision.schema.json": schema("decision.schema.json")])
    }

    @Test("accept each shape of the contract", arguments: outputs)
    func accept(output: Output) throws {
        #expect(try faults(output.instance, output.schema) == [])
    }

    @Test("accept a field that is added later", arguments: outputs)
    func added(output: Output) throws {
        #expect(try faults(#"{"added":[1],"# + output.instance.dropFirst(), output.schema) == [])
    }

    @Test("find a key that was renamed", arguments: outputs)
    func renamed(output: Output) throws {
        guard case .array(let required) = try JSONValue(schema(output.schema))["required"] else {
            Issue.record("nothing is required")
            return
        }
        for case .string(let key) in required {
            let changed = try rename(key, in: output.instance)
            #expect(try faults(changed, output.schema) == ["$: `\(key)` is missing"])
        }
    }

    @Test(
        "find a value that is wrong",
        arguments: [
            ("decision.schema.json", #""action":"select""#, #""action":"choose""#),
            ("decision.schema.json", #""met":"yes""#, #""met":true"#),
            ("decision.schema.json", #""as_of":"2026-11-01""#, #""as_of":"1 November 2026""#),
            ("decision.schema.json", #""error":null"#, #""error":{"code":"x"}"#),
            ("decision.schema.json", #""outcome":"placed""#, #""outcome":"first""#),
            ("decision.schema.json", #""points":40"#, #""points":"40""#),
            ("decision.schema.json", #""digest":"sha256:0"#, #""digest":"md5:0"#),
            ("check.schema.json", #""code":"WM014""#, #""code":"14""#),
            ("check.schema.json", #""severity":"error""#, #""severity":"fatal""#),
            ("check.schema.json", #""line":12"#, #""line":0"#),
            ("evaluate-summary.schema.json", #""select":12"#, #""selected":12"#),
            ("evaluate-summary.schema.json", #""ogrs2":4"#, #""ogrs2":"4""#),
            ("reject.schema.json", #""line":12"#, #""line":"12""#),
            ("explain.schema.json", #""action":"select""#, #""action":"choose""#),
            ("explain.schema.json", #""missing":["#, #""missing":[1,"#),
        ])
    func wrong(name: String, was: String, now: String) throws {
        let instance = try #require(outputs.first { $0.schema == name }).instance
        try #require(instance.contains(was))
        #expect(try faults(instance.replacing(was, with: now, maxReplacements: 1), name).count == 1)
    }

    private func rename(_ key: String, in instance: String) throws -> String {
        guard case .object(var members) = try JSONValue(Data(instance.utf8)) else { return instance }
        members["renamed"] = members.removeValue(forKey: key)
        return JSONValue.object(members).description
    }
}

/// Output of one shape, as the contract shows it.
struct Output: Sendable, CustomTestStringConvertible {
    let schema: String
    let instance: String

    var testDescription: String { schema }
}

private let digest = "sha256:" + String(repeating: "0", count: 64)

private let decision = """
    {"nominal":"N-0001","as_of":"2026-11-01","pack":"stoke-on-trent","version":"1.2.0","digest":"\(digest)","input":"\(digest)",\
    "recommendation":{"action":"select","category":"ppo","rule":"ppo","title":"Select as PPO","because":["a"],"unknown":[]},\
    "criteria":{"gto_scope":{"met":"yes","rows":[{"id":"convicted","met":"yes"},{"id":"ogrs_high","met":"unknown","unknown":["ogrs2"]}]}},\
    "matrices":{"sac":{"score":92,"to":92,"band":"ppo","rows":[{"id":"burglary","points":40,"because":"4 since 2025-11-01"}]},\
    "risk":{"score":4,"to":null,"band":null,"rows":[{"id":"harm","points":0,"to":4,"unknown":["risk_of_harm"]}]}},\
    "tables":{"tier":{"output":"A","rows":[1]},"none":{"output":null,"rows":[]}},"classes":{"readiness":"last_chance","any":["a","b"]},\
    "groups":{"gang":{"key":"x","size":7}},\
    "taskings":[{"kind":"intel_plan","title":"t","owner":"research_hub","priority":"high","due":"2026-11-06",\
    "because":"rated red at 48","key":"N-0001/intel_plan/2026-11"}],\
    "allocation":{"rank":12,"outcome":"placed"},\
    "reads":["age","ogrs2","offences.type"],"warnings":[{"code":"stale","field":"ogrs2","text":"t"}],"trace":["t"],"error":null}
    """

private let outputs = [
    Output(schema: "decision.schema.json", instance: decision),
    Output(
        schema: "check.schema.json",
        instance: """
            {"pack":"p","version":"1.0.0","digest":"\(digest)","findings":[{"code":"WM014","severity":"error","message":"m",\
            "file":"scoring.lua","line":12,"column":7,"hint":"did you mean `ogrs2`?","witness":"nominal { age = 17 }"}],"summary":{"errors":1,"warnings":0,"notes":0}}
            """),
    Output(
        schema: "evaluate-summary.schema.json",
        instance: """
            {"read":1000,"rejected":2,"evaluated":998,"errors":0,"actions":{"select":12,"none":986},"unknown":{"ogrs2":4},"seconds":0.8}
            """),
    Output(
        schema: "reject.schema.json",
        instance: """
            {"line":12,"id":"N-0012","path":"offences[3].date","got":"2026-13-01","expected":"date","message":"m"}
            """),
    Output(
        schema: "explain.schema.json",
        instance: """
            {"decision":\(decision),"sentences":["s"],"exit":{"rules":[{"rule":"settled","missing":["m"]}],\
            "if_nothing_new":{"date":"2027-05-03","rule":"settled"}}}
            """),
]
