/// The tests of a pack that stands alone.
extension NewPack {
    var spec: String {
        """
        -- Each test makes somebody up, lets the rules decide, and says what the decision must be. Whoever is not described is
        -- thirty, has no convictions, and nothing about them is unknown. `waymark test` runs the tests.
        local function convicted(kind, months_ago)
          return { type = kind, outcome = "convicted", date = "-" .. months_ago .. " months" }
        end

        local three_burglaries = {
          convicted("burglary_dwelling", 1), convicted("burglary_dwelling", 4), convicted("burglary_other", 11),
        }

        describe("Who is in scope", function()
          it("takes an adult of the area with enough convictions", function()
            local d = evaluate(nominal { borough = "\(place)", age = 18, convictions_total = 2 })
            expect(d.met.scope).is_true()
          end)

          it("leaves out a child", function()
            local d = evaluate(nominal { borough = "\(place)", age = 17, convictions_total = 2 })
            expect(d.met.scope).is_false()
          end)

          it("leaves out somebody from elsewhere", function()
            local d = evaluate(nominal { borough = "Elsewhere", age = 30, convictions_total = 2 })
            expect(d.met.scope).is_false()
          end)

          it("leaves out somebody with one conviction", function()
            local d = evaluate(nominal { borough = "\(place)", age = 30, convictions_total = 1 })
            expect(d.met.scope).is_false()
          end)
        end)

        describe("The score", function()
          it("counts convictions of the last twelve months only", function()
            local d = evaluate(nominal { offences = { convicted("robbery", 12), convicted("robbery", 13) } })
            expect(d.row.acquisitive.robbery).is(15)
          end)

          it("gives no more than the most for a row", function()
            local many = {}
            for i = 1, 6 do many[i] = convicted("burglary_dwelling", i) end
            local d = evaluate(nominal { offences = many })
            expect(d.row.acquisitive.burglary).is(40)
          end)

          it("is not known where it turns on an OGRS2 that is not known", function()
            local d = evaluate(nominal { ogrs2 = unknown, offences = three_burglaries })
            expect(d.score.acquisitive).is_unknown_for("ogrs2")
          end)
        end)

        describe("Recommendations", function()
          it("selects a high score, and sends the first visit", function()
            local d = evaluate(nominal {
              borough = "\(place)", convictions_total = 9, ogrs2 = 82, needs = { drugs = 2 }, offences = three_burglaries,
            })
            expect(d.score.acquisitive).is(60)
            expect(d.recommendation.action).is("select")
            expect(d.recommendation.category).is("high")
            expect(d).has_reason("high")
            expect(d).has_tasking("first_visit")
          end)

          it("asks people where the data does not decide", function()
            local d = evaluate(nominal {
              borough = "\(place)", convictions_total = 9, ogrs2 = unknown, needs = { drugs = 2 }, offences = three_burglaries,
            })
            expect(d.recommendation.action).is("refer")
          end)

          it("lets go of somebody who moved away", function()
            local d = evaluate(nominal { borough = "Elsewhere", cohort = { category = "high", since = "-8 months" } })
            expect(d.recommendation.action).is("deselect")
            expect(d).has_reason("moved")
          end)

          it("moves somebody to monitoring after six months of low scores", function()
            local low = {}
            for i = 1, 3 do low[i] = { matrix = "acquisitive", score = 10, band = "low", date = "-" .. i .. " months" } end
            local d = evaluate(nominal { borough = "\(place)", cohort = { category = "high", since = "-8 months" }, scores = low })
            expect(d.recommendation.action).is("deselect")
            expect(d.recommendation.category).is("monitor")
            expect(d).has_reason("settled")
          end)

          it("keeps somebody with too few low scores", function()
            local low = {}
            for i = 1, 2 do low[i] = { matrix = "acquisitive", score = 10, band = "low", date = "-" .. i .. " months" } end
            local d = evaluate(nominal { borough = "\(place)", cohort = { category = "high", since = "-8 months" }, scores = low })
            expect(d.recommendation.action).is("retain")
          end)
        end)

        property "another burglary never lowers the score" {
          raises = "offences",
          add = { type = "burglary_dwelling", outcome = "convicted", date = "-1 months" },
          never_lowers = "acquisitive",
        }

        """
    }

    /// One person a line, on either side of each threshold.
    var cases: String {
        let burglaries = "-1 months burglary_dwelling convicted; -2 months burglary_dwelling convicted; -3 months burglary_other convicted"
        let robberies = "-1 months robbery convicted; -2 months robbery convicted"
        let columns = [
            "name", "borough", "convictions_total", "ogrs2", "needs.drugs", "offences", "expect.score.acquisitive", "expect.band.acquisitive",
            "expect.action", "expect.tasking",
        ]
        let rows = [
            ["high exactly", place, "5", "75", "2", burglaries, "60", "high", "select", "first_visit"],
            ["OGRS2 just under high", place, "5", "74", "2", burglaries, "50", "medium", "monitor", "-"],
            ["medium exactly", place, "5", "0", "0", burglaries, "30", "medium", "monitor", "-"],
            ["OGRS2 just under middling", place, "5", "49", "1", robberies, "30", "medium", "monitor", "-"],
            ["middling OGRS2", place, "5", "50", "1", "", "10", "low", "none", "-"],
            ["nothing recent", place, "5", "0", "0", "", "0", "low", "none", "-"],
            ["high but from elsewhere", "Elsewhere", "5", "75", "2", burglaries, "60", "high", "none", "-"],
            ["OGRS2 not known", place, "5", "unknown", "2", burglaries, "unknown", "unknown", "refer", "-"],
        ]
        return ([columns] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    }
}
