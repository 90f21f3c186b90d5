/// A pack of ordinary rules, evaluated before and after an attack: its records must not differ.
enum BenignPack {
    static let rules = """
        local weights = { robbery = 3, burglary_dwelling = 2, theft_shop = 1 }
        local recent = filter { within = months(12), outcome = "convicted" }
        criteria "area" { title = "Area", all = { { "area", "Lives in the area", function(n) return param.areas[n.borough] end } } }
        matrix "probe" {
          title = "Probe", range = { 0, 100 },
          rows = {
            { "kinds", "Kinds of offence", max = 50, points = function(n)
                local seen, names, total = {}, {}, 0
                for _, o in ipairs(n.offences) do seen[o.type] = (seen[o.type] or 0) + 1 end
                for name, count in pairs(seen) do
                  names[#names + 1] = ("%s ×%d"):format(name:gsub("_", " "), count)
                  total = total + count * (weights[name] or 0)
                end
                table.sort(names, function(a, b) return #a < #b end)
                print(#names, tostring(names), string.upper("kinds"), math.exp(1))
                return total, table.concat(names, "; ")
              end },
            { "recent", "Recent", max = 20, points = function(n) return 5 * n.offences:count(recent) end },
          },
          bands = { { "high", "High", from = param.limit }, { "low", "Low" } },
        }
        selection { { "high", "High", when = function(n, d) return d.met.area and d.band.probe == "high" end } }
        deselection { { "low", "Low", when = function(n, d) return d.band.probe == "low" end } }
        """

    static func load() throws -> Decider { try Decider(SmallPack(["rules.lua": rules, "../common/tools.lua": "return {}"], limits: SmallPack.unchanged).load()) }
}
