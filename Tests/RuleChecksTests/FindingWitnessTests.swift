import Decisions
import Notation
import Testing

@Suite("The witness of a finding")
struct FindingWitnessTests {
    private let finding = Finding(
        .tableGap, "no row takes it", severity: .warning, file: "tier.lua", line: 3, column: 1, hint: "add a row", witness: "nominal { age = 17 }")

    @Test("the witness stands on a line of its own")
    func text() {
        #expect(finding.text == "tier.lua:3:1: warning WM039: no row takes it; add a row\n    nominal { age = 17 }")
    }

    @Test("programs find the witness under its own key, and none where there is none")
    func json() {
        var with = JSONWriter()
        finding.write(to: &with)
        #expect(with.text.hasSuffix(#""hint":"add a row","witness":"nominal { age = 17 }"}"#))
        var plain = finding
        plain.witness = nil
        var without = JSONWriter()
        plain.write(to: &without)
        #expect(without.text.hasSuffix(#""hint":"add a row"}"#))
    }
}
