import FieldDefinitions
import Testing

@testable import Cohorts

@Suite("A made-up nominal as Lua")
struct DraftLuaTests {
    private let catalogue = FieldCatalogue.standard

    private func draft(_ change: (inout NominalDraft) -> Void) -> String {
        var draft = NominalDraft.neutral(catalogue, borough: "Camden")
        change(&draft)
        return draft.lua(catalogue, borough: "Camden")
    }

    @Test("somebody neutral is an empty nominal")
    func neutral() { #expect(draft { _ in } == "nominal {}") }

    @Test("an age stands for the date of birth")
    func age() { #expect(draft { $0["age"] = .int(17) } == "nominal { age = 17 }") }

    @Test("of a record only the parts that differ are written")
    func parts() { #expect(draft { $0["needs.drugs"] = .int(2) } == "nominal { needs = { drugs = 2 } }") }

    @Test("a field that is left out is unknown, and so is a part of a record")
    func unknown() {
        #expect(draft { $0["ogrs2"] = nil } == "nominal { ogrs2 = unknown }")
        #expect(draft { $0["needs.drugs"] = nil } == "nominal { needs = { drugs = unknown } }")
        #expect(draft { $0["ogrs3"] = .null } == "nominal { ogrs3 = unknown }")
    }

    @Test("a record where the neutral nominal has none is written whole")
    func whole() {
        #expect(
            draft { $0["gang"] = .record(["name": .text("Reds"), "role": .text("member")]) }
                == #"nominal { gang = { name = "Reds", role = "member" } }"#)
    }

    @Test("keys that are words of Lua stand in brackets, and texts are escaped")
    func escapes() {
        #expect(draft { $0["local"] = .record(["note": .text("a \"b\"\\\n\u{7}")]) } == #"nominal { ["local"] = { note = "a \"b\"\\\n\u{7}" } }"#)
        #expect(draft { $0["orders"] = .list([.record(["end": .text("today")])]) } == #"nominal { orders = { { ["end"] = "today" } } }"#)
    }

    @Test("a long nominal has a line for each field and item")
    func wrapped() {
        let offence = DraftValue.record(["type": .text("burglary_dwelling"), "date": .text("-2 months"), "outcome": .text("convicted")])
        let text = draft {
            $0["ogrs2"] = .int(74)
            $0["offences"] = .list([offence, offence])
        }
        #expect(
            text == """
                nominal {
                  ogrs2 = 74,
                  offences = {
                    { type = "burglary_dwelling", date = "-2 months", outcome = "convicted" },
                    { type = "burglary_dwelling", date = "-2 months", outcome = "convicted" },
                  },
                }
                """)
    }
}
