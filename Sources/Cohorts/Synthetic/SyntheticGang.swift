import Notation

/// A link with a gang, for some of the young and few of the others. The names are made up.
struct SyntheticGang {
    let name: String
    let role: String
    /// nil: not recorded.
    let since: Day?
    let lastConfirmed: Day?

    /// Whether the person is recorded only as harmed or used by the gang.
    var isHarmed: Bool { role == "victim" || role == "exploited" }

    /// nil where there is no link.
    init?(_ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson) {
        var numbers = cohort.numbers(index, .gang)
        guard numbers.chance(person.age <= 25 ? 200 : person.age <= 34 ? 80 : 10) else { return nil }
        name = numbers.pick(SyntheticGang.names[person.borough] ?? ["Harbour Wrens"])
        role = numbers.pick(person.age <= 20 ? SyntheticGang.rolesOfTheYoungest : SyntheticGang.roles)
        let daysAgo = numbers.chance(120) ? numbers.within(550...1100) : numbers.low(0...500)
        let confirmed = cohort.asOf.adding(days: -daysAgo)
        since = numbers.chance(100) ? nil : max(person.birthday(12), confirmed.adding(days: -numbers.low(0...2200)))
        lastConfirmed = numbers.chance(40) ? nil : confirmed
    }

    private static let names = [
        "Camden": ["Copper Kites", "Lantern Nine"], "Enfield": ["Tin Swans", "Orchard Static"],
        "Hackney": ["Velvet Herons", "Clockwork Row"], "Haringey": ["Salt Foxes", "Paper Lions"],
        "Islington": ["Amber Magpies", "Quiet Thunder"], "Newham": ["Marble Otters", "Ninth Lighthouse"],
        "Tower Hamlets": ["Glass Badgers", "Wicker Moon"], "Waltham Forest": ["Moss Pilots", "Silver Acorns"],
    ]
    private static let roles = WeightedTable<String>([
        ("core", 14), ("member", 34), ("peripheral", 24), ("associate", 18), ("exploited", 6), ("victim", 4),
    ])
    private static let rolesOfTheYoungest = WeightedTable<String>([
        ("core", 4), ("member", 28), ("peripheral", 28), ("associate", 14), ("exploited", 18), ("victim", 8),
    ])

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("name", name)
        json.field("role", role)
        json.field("since", since)
        json.field("last_confirmed", lastConfirmed)
        json.endObject()
    }
}
