/// A mistake that somebody could make in a shipped pack, put into a copy of it.
struct SeededFault: Sendable, CustomStringConvertible {
    let pack: String
    let file: String
    /// What the mistake is, in a few words.
    let words: String
    /// Stands in the file once.
    let was: String
    let now: String

    var description: String { "\(pack): \(words)" }

    init(_ pack: String, _ file: String, _ words: String, _ was: String, _ now: String) {
        self.pack = pack
        self.file = file
        self.words = words
        self.was = was
        self.now = now
    }

    static let all: [SeededFault] = [
        // Thresholds off by one, and wrong ones.
        SeededFault("staffordshire", "pack.lua", "a PPO from 71 points", "ppo_threshold = {\n      70,", "ppo_threshold = {\n      71,"),
        SeededFault("staffordshire", "pack.lua", "red from 40 points", "red_from = { 39,", "red_from = { 40,"),
        SeededFault("staffordshire", "pack.lua", "six appointments to judge by", "enough_offered = { 4,", "enough_offered = { 6,"),
        SeededFault("stoke-on-trent", "pack.lua", "the county's threshold for a PPO", "ppo_threshold = { 90 }", "ppo_threshold = { 80 }"),
        SeededFault("gripping-the-offender", "scope.lua", "over 18 instead of 18 or over", "return n.age >= param.adult_age", "return n.age > param.adult_age"),
        SeededFault("gripping-the-offender", "pack.lua", "a drug user only from a need of 2", "drug_user_need = {\n      1,", "drug_user_need = {\n      2,"),
        SeededFault("staffordshire", "selection.lua", "more than three green scores", "n.scores:count(green) - n.scores:count(green_in_prison) >=",
        "n.scores:count(green) - n.scores:count(green_in_prison) >"),
        // Wrong windows.
        SeededFault("gripping-the-offender", "scope.lua", "years for months", "within = months(param.offence_months)", "within = years(param.offence_months)"),
        SeededFault("staffordshire", "acquisitive_crime.lua", "a fresh crime in twelve months", "within = months(param.fresh_months)", "within = crime_months"),
        SeededFault("staffordshire", "risk.lua", "days for months of intelligence", "local recent_report = filter { within = months(",
        "local recent_report = filter { within = days("),
        SeededFault("staffordshire", "pack.lua", "an OGRS2 score good for two years", "ogrs2 = \"12 months\"", "ogrs2 = \"24 months\""),
        // Wrong values of data.
        SeededFault("staffordshire", "acquisitive_crime.lua", "only convictions count",
            "local brought_to_court = { \"convicted\", \"charged\" }", "local brought_to_court = { \"convicted\" }"),
        SeededFault("staffordshire", "acquisitive_crime.lua", "thefts from vehicles forgotten",
        "type = { \"theft_vehicle\", \"theft_from_vehicle\" }", "type = { \"theft_vehicle\" }"),
        SeededFault("staffordshire", "risk.lua", "a value misspelt in a filter", "outcome = \"arrested\"", "outcome = \"arested\""),
        SeededFault("staffordshire", "tasking.lua", "a value misspelt in a comparison", "n.gang.role == \"exploited\"", "n.gang.role == \"expolited\""),
        SeededFault("gripping-the-offender", "pack.lua", "a wrong borough", "\"Enfield\"", "\"Ealing\""),
        SeededFault("stoke-on-trent", "pack.lua", "the city's name without its hyphens",
        "area = { { \"Stoke-on-Trent\" } }", "area = { { \"Stoke on Trent\" } }"),
        SeededFault("gripping-the-offender", "tasking.lua", "amber for red", "return last ~= nil and last.band == \"red\"",
        "return last ~= nil and last.band == \"amber\""),
        // Misspelt names.
        SeededFault("staffordshire", "risk.lua", "a field misspelt", "if n.ogrs2 >=", "if n.ogsr2 >="),
        SeededFault("gripping-the-offender", "tasking.lua", "a criteria's name misspelt", "d.met.personalised_budget", "d.met.personal_budget"),
        SeededFault("staffordshire", "selection.lua", "a band misspelt", "d.band.sac == \"target\"", "d.band.sac == \"targets\""),
        SeededFault("staffordshire", "readiness.lua", "a parameter misspelt", "param.many_sentences", "param.many_sentence"),
        SeededFault("staffordshire", "pack.lua", "a field left out of `reads`", "\"custody_status\", \"release_date\",", "\"custody_status\","),
        // Logic.
        SeededFault("staffordshire", "acquisitive_crime.lua", "bands swapped",
            "from = param.ppo_threshold },\n    { \"target\", \"Target\", from = param.target_threshold }",
            "from = param.target_threshold },\n    { \"target\", \"Target\", from = param.ppo_threshold }"),
        SeededFault("staffordshire", "risk.lua", "a row dropped",
        "    { \"series\", \"Linked crime series\", max = 4, points = function(n)\n        return up_to_four(n.linked_series:count(open_series), \"open series\", \"open series\") end },\n", ""),
        SeededFault("staffordshire", "risk.lua", "prison the wrong way round", "return custody.now(n) and 0 or 1", "return custody.now(n) and 1 or 0"),
        SeededFault("staffordshire", "selection.lua", "a PPO whether under an order or not",
        "n.statutory and accepted(n, d, \"adult\") and d.band.sac == \"ppo\"", "accepted(n, d, \"adult\") and d.band.sac == \"ppo\""),
        SeededFault("staffordshire", "selection.lua", "amber scores forgotten",
        "return not custody.now(n) and not n.scores:any(raised)\n", "return not custody.now(n)\n"),
        SeededFault("gripping-the-offender", "services.lua", "an age range the wrong way round",
        "n.age >= param.young_from and n.age <= param.young_to", "n.age < param.young_from and n.age > param.young_to"),
        SeededFault("gripping-the-offender", "scope.lua", "`all` for `any`", "    any = {\n      { \"ogrs_high\"", "    all = {\n      { \"ogrs_high\""),
        SeededFault("stoke-on-trent", "gangs.lua", "green for not green", "d.band.risk ~= \"green\"", "d.band.risk == \"green\""),
        SeededFault("staffordshire", "selection.lua", "missing appointments taken for none kept",
        "local engagement = n.engagement\n  return engagement.offered >= param.enough_offered\n    and engagement.attended * 100 <",
        "if not n:has \"engagement\" then return true end\n  local engagement = n.engagement\n  return engagement.offered >= param.enough_offered\n    and engagement.attended * 100 <"),
        // Taskings.
        SeededFault("staffordshire", "tasking.lua", "an arrest that is no longer marked as enforcement",
            "    enforcement = true, owner = \"field_officer\"", "    owner = \"field_officer\""),
        SeededFault("staffordshire", "tasking.lua", "ten days to find somebody",
        "owner = \"field_officer\", due = days(param.wanted_days)", "owner = \"field_officer\", due = days(param.wanted_days + 9)"),
        SeededFault("gripping-the-offender", "tasking.lua", "the daily meetings once a year",
        "due = days(param.pacesetter_days), priority = \"high\", every = months(param.again_months)",
        "due = days(param.pacesetter_days), priority = \"high\", every = months(12)"),
        SeededFault("staffordshire", "pack.lua", "plans for release only four weeks before", "release_days = { 84,", "release_days = { 28,"),
    ]
}
