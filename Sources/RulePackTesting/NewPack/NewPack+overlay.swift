/// A pack that extends another, with one number of its own.
extension NewPack {
    func overlayManifest(_ base: BaseFacts) -> String {
        """
        -- All that `\(base.id)` says holds here too, but for what stands below.
        return {
          waymark = 1,
          id = "\(name)",
          title = "\(place) integrated offender management",
          version = "0.1.0",
          owner = { borough = "\(place)", contact = "iom@\(name).example.org" },
          purpose = "Choose who is offered intensive joint management in \(place), by the thresholds of its own board.",
          lawful_basis = "For the board to confirm.",
          valid = \(valid),
          extends = "\(base.id)",
          files = {},
          reads = {},
        \(base.changed.map { "  parameters = { \($0.name) = { \($0.value), source = \"For the board to confirm\", note = \"illustrative\" } },\n" } ?? "")}

        """
    }

    func overlaySpec(_ base: BaseFacts) -> String {
        """
        -- Each test makes somebody up, lets the rules decide, and says what the decision must be. `waymark test` runs the tests.
        describe("\(place)", function()
          it("decides on somebody of whom everything is known", function()
            local d = evaluate(nominal { borough = "\(place)" })
            expect(d.error).is_nothing()
            expect(d.recommendation.action).is_not("refer")
          end)
        end)

        """
    }
}
