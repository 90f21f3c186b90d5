import DecisionStore
import Governance
import HTTPTypes
import Notation

/// One request, with whoever makes it.
struct Visit: Sendable {
    var method: HTTPRequest.Method = .get
    /// Percent-encoded, without the query.
    var path = "/"
    /// What stands in the path at the route's names, decoded.
    var parameters: [String: String] = [:]
    var query = FormFields()
    var form = FormFields()
    var files: [String: [UInt8]] = [:]
    /// Where it comes from, for limits.
    var address = ""
    /// What `waymark.lua` says now.
    var people: People
    /// nil where nobody is signed in.
    var person: Person?
    /// The session's key; nil where nobody is signed in.
    var session: String?
    /// What every form must send back.
    var token = ""
    /// What the browser keeps while nobody is signed in; empty where it keeps nothing.
    var visitor = ""
    /// What the last act came to, to be shown once.
    var notice: String?
    var words = Words.english
    var today: Day

    init(people: People, today: Day) {
        self.people = people
        self.today = today
    }

    /// Signed in as.
    var who: String { person?.id ?? "" }

    func has(_ role: Role) -> Bool { person?.roles.contains(role) == true }

    subscript(_ parameter: String) -> String { parameters[parameter] ?? "" }
}
