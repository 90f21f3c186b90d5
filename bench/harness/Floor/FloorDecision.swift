/// The common rule set in plain Swift, over what the parser counted.
struct FloorDecision {
    var reasons: UInt8 = 0
    var points: (Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    var score: Int64 = 0
    var recent: Int64 = 0
    var intel: Int64 = 0
    var series: Int64 = 0
    var mult: Int64 = 1
    var total: Int64 = 0
    var taskings: UInt8 = 0

    var isEligible: Bool { reasons == 0 }

    /// What somebody else decided is filled in.
    init() {}

    init(_ person: FloorPerson) {
        func steps(_ value: Int64, _ first: Int64, _ a: Int64, _ second: Int64, _ b: Int64, _ third: Int64, _ c: Int64) -> Int64 {
            value >= first ? a : value >= second ? b : value >= third ? c : 0
        }
        if person.age < 18 { reasons |= 1 }
        if person.convictions < 1 { reasons |= 2 }
        if !person.isPilot { reasons |= 4 }
        if !(person.ogrs2 >= 75 || person.ogrs2 >= 50 && person.robberyOrBurglaryConvicted12 > 0) { reasons |= 8 }

        points.0 = steps(person.acquisitive12, 4, 18, 2, 12, 1, 6)
        points.1 = person.robbery24 >= 2 ? 12 : person.robbery24 >= 1 ? 6 : 0
        points.2 = person.burglary24 >= 2 ? 12 : person.burglary24 >= 1 ? 6 : 0
        points.3 = person.violence24 >= 2 ? 8 : person.violence24 >= 1 ? 4 : 0
        points.4 = steps(person.arrests6, 6, 10, 3, 6, 1, 3)
        points.5 = person.court1 > 0 ? 10 : person.court3 > 0 ? 7 : person.court6 > 0 ? 4 : 0
        points.6 = steps(person.convictions, 30, 8, 15, 5, 5, 2)
        points.7 = person.firstConviction < 0 || person.firstConviction > 17 ? 0 : person.firstConviction <= 13 ? 5 : 3
        points.8 = steps(person.weighedReports6, 6, 10, 3, 6, 1, 3)
        points.9 = steps(person.ogrs2, 90, 10, 75, 7, 50, 3)
        points.10 = steps(person.needs, 15, 8, 10, 5, 6, 2)
        switch person.custody {
        case .none: points.11 = 0
        case .licence: points.11 = 6
        case .community: points.11 = 4
        case .custody: points.11 = -8
        }
        score = points.0 &+ points.1 &+ points.2 &+ points.3 &+ points.4 &+ points.5 &+ points.6 &+ points.7 &+ points.8 &+ points.9
            &+ points.10 &+ points.11

        recent = min(4, person.court6)
        intel = min(4, (person.reports3 &+ person.notCourt3) / 2)
        series = min(4, max(0, person.series.max() &- 1))
        if person.custody != .custody { mult &+= 1 }
        if person.isInGang || person.drugs == 2 { mult &+= 1 }
        if person.violentConvicted12 > 0 { mult &+= 1 }
        total = (recent &+ person.harm &+ intel &+ series) &* mult

        guard isEligible else { return }
        let isRed = total >= 39
        let isGreen = total < 20
        if isRed, person.custody == .community || person.custody == .licence { taskings |= 1 }
        if person.drugs == 2, person.custody != .custody, person.acquisitiveCourt6 > 0 { taskings |= 2 }
        if person.custody == .custody, person.endsSoon { taskings |= 4 }
        if person.breach3 > 0, person.hasCurrentOrder { taskings |= 8 }
        if person.isInGang, score >= 90 || !isGreen { taskings |= 16 }
    }

    /// One line of JSON, of the form that every program in the comparison writes.
    func write(_ person: FloorPerson, to line: inout ByteText) {
        line.reserve(1024)
        line.put("{\"id\":\"")
        if let id = person.id.baseAddress { line.put(id, person.id.count) }
        line.put(isEligible ? "\",\"eligible\":true,\"reasons\":[" : "\",\"eligible\":false,\"reasons\":[")
        var comma = false
        @inline(__always) func item(_ isThere: Bool, _ text: StaticString, _ line: inout ByteText) {
            guard isThere else { return }
            if comma { line.put(",") }
            comma = true
            line.put(text)
        }
        item(reasons & 1 != 0, "\"age\"", &line)
        item(reasons & 2 != 0, "\"no_conviction\"", &line)
        item(reasons & 4 != 0, "\"borough\"", &line)
        item(reasons & 8 != 0, "\"ogrs2\"", &line)
        line.number("],\"age\":", person.age)
        line.number(",\"score\":", score)
        line.put(",\"category\":")
        line.put(!isEligible ? "\"ineligible\"" : score >= 90 ? "\"PPO\"" : score >= 50 ? "\"target\"" : "\"monitor\"")
        line.put(",\"rows\":[")
        comma = false
        @inline(__always) func row(_ points: Int64, _ text: StaticString, _ line: inout ByteText) {
            guard points != 0 else { return }
            if comma { line.put(",") }
            comma = true
            line.put(text)
            line.put(Int(points))
            line.put("}")
        }
        row(points.0, "{\"row\":\"acquisitive_12m\",\"points\":", &line)
        row(points.1, "{\"row\":\"robbery_24m\",\"points\":", &line)
        row(points.2, "{\"row\":\"burglary_dwelling_24m\",\"points\":", &line)
        row(points.3, "{\"row\":\"violence_24m\",\"points\":", &line)
        row(points.4, "{\"row\":\"arrests_6m\",\"points\":", &line)
        row(points.5, "{\"row\":\"recency\",\"points\":", &line)
        row(points.6, "{\"row\":\"prolific\",\"points\":", &line)
        row(points.7, "{\"row\":\"early_onset\",\"points\":", &line)
        row(points.8, "{\"row\":\"intelligence_6m\",\"points\":", &line)
        row(points.9, "{\"row\":\"ogrs2\",\"points\":", &line)
        row(points.10, "{\"row\":\"needs\",\"points\":", &line)
        row(points.11, "{\"row\":\"custody\",\"points\":", &line)
        line.number("],\"risk\":{\"recent\":", recent)
        line.number(",\"harm\":", person.harm)
        line.number(",\"intel\":", intel)
        line.number(",\"series\":", series)
        line.number(",\"mult\":", mult)
        line.number(",\"total\":", total)
        line.put(total >= 39 ? "},\"rag\":\"red\",\"taskings\":[" : total >= 20 ? "},\"rag\":\"amber\",\"taskings\":[" : "},\"rag\":\"green\",\"taskings\":[")
        comma = false
        item(taskings & 1 != 0, "\"home_visit\"", &line)
        item(taskings & 2 != 0, "\"drug_test\"", &line)
        item(taskings & 4 != 0, "\"prison_visit\"", &line)
        item(taskings & 8 != 0, "\"breach_action\"", &line)
        item(taskings & 16 != 0, "\"gang_referral\"", &line)
        line.put("]}\n")
    }
}
