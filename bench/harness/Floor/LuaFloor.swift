import CLua

/// The common rules in plain Lua, over what Swift counted: one call for each nominal, no limits, no explanations.
final class LuaFloor {
    private let state: OpaquePointer
    private let function: Int32
    private let rowNames: [UnsafePointer<CChar>?]
    private let reasonNames: [UnsafePointer<CChar>?]
    private let taskingNames: [UnsafePointer<CChar>?]

    init() throws(BenchFailure) {
        guard let state = luaL_newstate() else { throw BenchFailure(description: "there is no memory for Lua") }
        self.state = state
        luaL_openlibs(state)
        guard luaL_loadstring(state, LuaFloor.source) == LUA_OK, lua_pcallk(state, 0, 1, 0, 0, nil) == LUA_OK else {
            throw BenchFailure(description: "the rules in Lua do not load")
        }
        function = luaL_ref(state, LuaFloor.registry)
        func kept(_ names: [String]) -> [UnsafePointer<CChar>?] {
            names.map { name in
                let text = lua_pushstring(state, name)
                luaL_ref(state, LuaFloor.registry)
                return text
            }
        }
        rowNames = kept([
            "acquisitive_12m", "robbery_24m", "burglary_dwelling_24m", "violence_24m", "arrests_6m", "recency", "prolific", "early_onset",
            "intelligence_6m", "ogrs2", "needs", "custody",
        ])
        reasonNames = kept(["age", "no_conviction", "borough", "ogrs2"])
        taskingNames = kept(["home_visit", "drug_test", "prison_visit", "breach_action", "gang_referral"])
    }

    deinit { lua_close(state) }

    /// `LUA_REGISTRYINDEX`, which is a macro.
    private static let registry: Int32 = -1_000_000 - 1000

    func decide(_ person: FloorPerson) -> FloorDecision {
        lua_rawgeti(state, LuaFloor.registry, lua_Integer(function))
        push(person.age)
        push(person.convictions)
        lua_pushboolean(state, person.isPilot ? 1 : 0)
        pushKnown(person.ogrs2)
        pushKnown(person.firstConviction)
        push(person.custody.rawValue)
        push(person.harm)
        lua_pushboolean(state, person.isInGang ? 1 : 0)
        push(person.needs)
        push(person.drugs)
        push(person.acquisitive12)
        push(person.robbery24)
        push(person.burglary24)
        push(person.violence24)
        push(person.arrests6)
        push(person.court1)
        push(person.court3)
        push(person.court6)
        push(person.acquisitiveCourt6)
        push(person.notCourt3)
        push(person.breach3)
        push(person.robberyOrBurglaryConvicted12)
        push(person.violentConvicted12)
        push(person.series.max())
        push(person.weighedReports6)
        push(person.reports3)
        lua_pushboolean(state, person.hasCurrentOrder ? 1 : 0)
        lua_pushboolean(state, person.endsSoon ? 1 : 0)
        guard lua_pcallk(state, 28, 1, 0, 0, nil) == LUA_OK else {
            lua_settop(state, 0)
            return FloorDecision()
        }
        let decision = readDecision()
        lua_settop(state, 0)
        return decision
    }

    private func push(_ value: Int64) { lua_pushinteger(state, value) }
    private func pushKnown(_ value: Int64) { if value < 0 { lua_pushnil(state) } else { lua_pushinteger(state, value) } }

    // MARK: What Lua gave back

    private func readDecision() -> FloorDecision {
        var decision = FloorDecision()
        decision.reasons = marks("reasons", reasonNames)
        decision.taskings = marks("taskings", taskingNames)
        decision.score = integer("score")
        lua_getfield(state, 1, "rows")
        let count = lua_rawlen(state, -1)
        var place = 0
        withUnsafeMutableBytes(of: &decision.points) { raw in
            let points = raw.assumingMemoryBound(to: Int64.self)
            for item in 0..<lua_Integer(count) {
                lua_rawgeti(state, -1, item + 1)
                lua_getfield(state, -1, "row")
                let name = lua_tolstring(state, -1, nil)
                while place < rowNames.count, rowNames[place] != name { place += 1 }
                lua_getfield(state, -2, "points")
                if place < rowNames.count { points[place] = lua_tointegerx(state, -1, nil) }
                lua_settop(state, -4)
            }
        }
        lua_settop(state, 1)
        lua_getfield(state, 1, "risk")
        // To the bottom of the stack, where `integer` looks.
        lua_rotate(state, 1, 1)
        decision.recent = integer("recent")
        decision.intel = integer("intel")
        decision.series = integer("series")
        decision.mult = integer("mult")
        decision.total = integer("total")
        return decision
    }

    /// A field of the table at the bottom of the stack.
    private func integer(_ name: StaticString) -> Int64 {
        name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) { _ = lua_getfield(state, 1, $0) }
        defer { lua_settop(state, -2) }
        return lua_tointegerx(state, -1, nil)
    }

    /// Which of the names a list holds.
    private func marks(_ list: String, _ names: [UnsafePointer<CChar>?]) -> UInt8 {
        lua_getfield(state, 1, list)
        var bits: UInt8 = 0
        let count = lua_rawlen(state, -1)
        for item in 0..<lua_Integer(count) {
            lua_rawgeti(state, -1, item + 1)
            if let place = names.firstIndex(of: lua_tolstring(state, -1, nil)) { bits |= 1 << UInt8(place) }
            lua_settop(state, -2)
        }
        lua_settop(state, 1)
        return bits
    }

    private static let source = """
        local min, max = math.min, math.max
        local status_points = { [0] = 0, [1] = 6, [2] = 4, [3] = -8 }

        local function steps(value, first, a, second, b, third, c)
          if value >= first then return a end
          if value >= second then return b end
          return value >= third and c or 0
        end

        return function(age, convictions, pilot, ogrs2, first, custody, harm, gang, needs, drugs, acquisitive12, robbery24, burglary24,
            violence24, arrests6, court1, court3, court6, acquisitive_court6, not_court3, breach3, convicted12, violent12, series, weighed6,
            reports3, has_order, ends_soon)
          local reasons = {}
          if age < 18 then reasons[#reasons + 1] = "age" end
          if convictions < 1 then reasons[#reasons + 1] = "no_conviction" end
          if not pilot then reasons[#reasons + 1] = "borough" end
          if not ogrs2 or not (ogrs2 >= 75 or ogrs2 >= 50 and convicted12 > 0) then reasons[#reasons + 1] = "ogrs2" end
          local eligible = #reasons == 0

          local rows, score, count = {}, 0, 0
          local function row(name, points)
            if points ~= 0 then
              score, count = score + points, count + 1
              rows[count] = { row = name, points = points }
            end
          end
          row("acquisitive_12m", steps(acquisitive12, 4, 18, 2, 12, 1, 6))
          row("robbery_24m", robbery24 >= 2 and 12 or robbery24 >= 1 and 6 or 0)
          row("burglary_dwelling_24m", burglary24 >= 2 and 12 or burglary24 >= 1 and 6 or 0)
          row("violence_24m", violence24 >= 2 and 8 or violence24 >= 1 and 4 or 0)
          row("arrests_6m", steps(arrests6, 6, 10, 3, 6, 1, 3))
          row("recency", court1 > 0 and 10 or court3 > 0 and 7 or court6 > 0 and 4 or 0)
          row("prolific", steps(convictions, 30, 8, 15, 5, 5, 2))
          row("early_onset", (not first or first > 17) and 0 or first <= 13 and 5 or 3)
          row("intelligence_6m", steps(weighed6, 6, 10, 3, 6, 1, 3))
          row("ogrs2", steps(ogrs2 or 0, 90, 10, 75, 7, 50, 3))
          row("needs", steps(needs, 15, 8, 10, 5, 6, 2))
          row("custody", status_points[custody])
          local category = not eligible and "ineligible" or score >= 90 and "PPO" or score >= 50 and "target" or "monitor"

          local risk = {
            recent = min(4, court6), harm = harm, intel = min(4, (reports3 + not_court3) // 2), series = min(4, max(0, series - 1)),
            mult = 1 + (custody ~= 3 and 1 or 0) + ((gang or drugs == 2) and 1 or 0) + (violent12 > 0 and 1 or 0),
          }
          risk.total = (risk.recent + risk.harm + risk.intel + risk.series) * risk.mult
          local rag = risk.total >= 39 and "red" or risk.total >= 20 and "amber" or "green"

          local taskings = {}
          if eligible then
            if rag == "red" and (custody == 1 or custody == 2) then taskings[#taskings + 1] = "home_visit" end
            if drugs == 2 and custody ~= 3 and acquisitive_court6 > 0 then taskings[#taskings + 1] = "drug_test" end
            if custody == 3 and ends_soon then taskings[#taskings + 1] = "prison_visit" end
            if breach3 > 0 and has_order then taskings[#taskings + 1] = "breach_action" end
            if gang and (category == "PPO" or rag ~= "green") then taskings[#taskings + 1] = "gang_referral" end
          end
          return { eligible = eligible, reasons = reasons, age = age, score = score, category = category, rows = rows, risk = risk,
            rag = rag, taskings = taskings }
        end
        """
}
