import Conversion
import Testing

@Suite("names of files become names of packs")
struct PackNameTests {
    @Test(
        "a name that people use becomes one that packs can use",
        arguments: [
            ("Applicant Age", "applicant_age"), ("RiskCategory", "risk_category"), ("isAffordable", "is_affordable"), ("Approved/Declined", "approved_declined"),
            ("OGRS3", "ogrs3"), ("age", "age"), ("2nd score", "value_2nd_score"), ("end", "end_value"), ("has", "has_value"), ("“”", "value"), ("", "value"),
            ("Schwere", "schwere"), ("a--b", "a_b"), ("\"] os.execute(\"", "os_execute"),
        ])
    func names(label: String, name: String) {
        #expect(PackName.of(label) == name)
    }
}
