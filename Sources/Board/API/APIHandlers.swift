import Cohorts
import DecisionStore
import Decisions
import FieldDefinitions
import Governance
import Notation
import RulePacks
import TaskingProcess

/// What each address of the API does: the same as the verb of the command line, by the same functions.
enum APIHandlers {
    /// Rejects that an answer lists.
    private static let mostRejects = 1000

    private static func json(_ write: (inout JSONWriter) -> Void) -> Answer {
        var json = JSONWriter()
        json.beginObject()
        write(&json)
        json.endObject()
        return Answer(type: "application/json", body: json.bytes)
    }

    // MARK: Nominals

    static func push(_ site: Site, _ call: APICall) throws -> Answer {
        let source = try BytesSource(call.body)
        if source.isEmpty { throw APIProblem(.brokenBody, call.words[.apiNothingPushed]) }
        let layout = RowLayout(try call["pack"].map { try fields(ofPack: $0, site, call) } ?? .standard)
        var rejects: [Reject] = []
        let result = try call.exchange(site).take(source, layout: layout, why: call.purpose) { if rejects.count < mostRejects { rejects.append($0) } }
        return json { json in
            json.key("read"); json.int(result.read)
            json.key("accepted"); json.int(result.read - result.rejected)
            json.key("added"); json.int(result.added)
            json.key("changed"); json.int(result.changed)
            json.key("unchanged"); json.int(result.unchanged)
            json.key("rejected"); json.int(result.rejected)
            json.key("standing"); json.int(result.standing)
            json.key("digest"); json.string(result.digest)
            json.key("rejects"); json.array(rejects) { $0.write(to: &$1) }
        }
    }

    /// The fields of the boroughs of a pack that is in force.
    private static func fields(ofPack id: String, _ site: Site, _ call: APICall) throws -> FieldCatalogue {
        let found = try site.book(call.people, call.today).standings.first { $0.state == .inForce && $0.approval?.pack.id == id }
        guard let source = found?.examination.source else { throw APIProblem(.notFound, call.words(.apiNoSuchPack, ["pack": id])) }
        return source.catalogue
    }

    static func nominal(_ site: Site, _ call: APICall) throws -> Answer {
        let (nominal, recommendation, taskings) = try call.exchange(site).nominal(call["id"] ?? "", why: call.purpose)
        return json { json in
            json.key("as_of"); json.string(call.today.description)
            json.key("id"); json.string(nominal.id)
            json.key("borough"); json.string(nominal.borough)
            json.key("standing"); json.standing(nominal.standing)
            json.key("recommendation")
            if let recommendation { json.recommendation(recommendation, today: call.today) } else { json.null() }
            json.key("tasks"); json.array(taskings) { $1.tasking($0, today: call.today) }
        }
    }

    // MARK: Recommendations

    static func recommendations(_ site: Site, _ call: APICall) throws -> Answer {
        let state = call["state"] ?? Endpoint.waiting
        let most = limit(call), after = call["after"].flatMap { Panel.number($0, after: "R") } ?? 0
        let found = try call.exchange(site).recommendations(
            borough: try call.borough(), state: state == Endpoint.waiting ? .open : StoredRecommendation.State(rawValue: state), after: after, most: most, why: call.purpose)
        return json { json in
            json.key("as_of"); json.string(call.today.description)
            json.key("recommendations"); json.array(found) { $1.recommendation($0, today: call.today) }
            json.key("next"); json.optional(found.last.map { "R\($0.kept.id)" } ?? call["after"])
            json.key("more"); json.bool(found.count == most)
        }
    }

    private static func limit(_ call: APICall) -> Int { call["limit"].flatMap { Int($0) } ?? 100 }

    static func decision(_ site: Site, _ call: APICall) throws -> Answer {
        guard let number = DecisionNumber(call["id"] ?? "") else { throw Missing() }
        let found = try call.exchange(site).decision(run: number.run, place: number.place, why: call.purpose)
        return json { json in
            json.key("decision"); json.string(found.decision.name)
            json.key("nominal"); json.string(found.nominal.id)
            json.key("borough"); json.string(found.nominal.borough)
            json.key("as_of"); json.string(found.run.asOf.description)
            json.key("pack"); json.string(found.run.packID)
            json.key("version"); json.string(found.run.version)
            json.key("digest"); json.string(found.run.pack)
            json.key("approval"); json.string(found.run.approval)
            json.key("record")
            if let record = found.decision.record { json.raw(record) } else { json.null() }
            json.key("same_as"); json.optional(found.same)
        }
    }

    // MARK: Work

    static func tasks(_ site: Site, _ call: APICall) throws -> Answer {
        let status = call["status"] ?? KeptTasking.Status.open.rawValue
        let most = limit(call), after = call["after"].flatMap { Panel.number($0, after: "T") } ?? 0
        let found = try call.exchange(site).taskings(
            borough: try call.borough(), status: KeptTasking.Status(rawValue: status), owner: call["owner"], overdueOnly: call["overdue"] == "true", after: after, most: most,
            why: call.purpose)
        return json { json in
            json.key("as_of"); json.string(call.today.description)
            json.key("tasks"); json.array(found) { $1.tasking($0, today: call.today) }
            json.key("next"); json.optional(found.last.map { "T\($0.id)" } ?? call["after"])
            json.key("more"); json.bool(found.count == most)
        }
    }

    static func finish(_ site: Site, _ call: APICall) throws -> Answer {
        let words = call.body.isEmpty ? "" : try self.words(call)
        return task(try call.tasks(site).finish(try number(call), words: words, by: call.client?.client.who ?? "", why: call.purpose), call)
    }

    static func cancel(_ site: Site, _ call: APICall) throws -> Answer {
        task(try call.tasks(site).cancel(try number(call), words: try words(call), by: call.client?.client.who ?? "", why: call.purpose), call)
    }

    private static func number(_ call: APICall) throws -> Int {
        guard let number = Panel.number(call["id"] ?? "", after: "T") else { throw Missing() }
        return number
    }

    private static func task(_ task: KeptTasking, _ call: APICall) -> Answer {
        var json = JSONWriter()
        json.tasking(task, today: call.today)
        return Answer(type: "application/json", body: json.bytes)
    }

    /// The `words` of a body that has nothing else in it.
    private static func words(_ call: APICall) throws(APIProblem) -> String {
        var words: String?
        var isOther = String(validating: call.body, as: UTF8.self) == nil
        call.body.withUnsafeBytes { bytes in
            var scan = JSONScan(bytes)
            do throws(JSONScan.Fault) {
                try scan.object { key, scan throws(JSONScan.Fault) in
                    if key != "words" || words != nil { isOther = true }
                    if let text = try scan.text() { words = text } else { isOther = true }
                }
                try scan.end()
            } catch {
                isOther = true
            }
        }
        guard let words, !isOther else { throw APIProblem(.brokenBody, call.words[.apiWordsWanted]) }
        return words
    }

    // MARK: Packs

    static func packs(_ site: Site, _ call: APICall) throws -> Answer {
        let boroughs = call.client?.boroughs ?? []
        let standings = try site.book(call.people, call.today).standings.filter { standing in
            [.inForce, .approved, .submitted].contains(standing.state) && standing.approval.map { boroughs.contains($0.borough) } == true
        }
        var json = JSONWriter()
        json.beginObject()
        json.key("as_of"); json.string(call.today.description)
        json.key("packs")
        json.array(standings) { standing, json in
            guard let approval = standing.approval else { return }
            json.beginObject()
            json.key("id"); json.string(approval.pack.id)
            json.key("version"); json.string(approval.pack.version)
            json.key("borough"); json.string(approval.borough)
            json.key("state"); json.string(standing.state.rawValue)
            json.key("from"); json.string(approval.from.description)
            json.key("review_by"); json.string(approval.reviewBy.description)
            json.key("until"); json.string(approval.until.description)
            json.key("signatures"); json.int(standing.examination.signers.count)
            json.key("needed"); json.int(approval.quorum.signatures)
            json.key("digest"); json.string(approval.pack.digest)
            json.key("approval"); json.string(standing.examination.digest)
            json.endObject()
        }
        json.endObject()
        return call.lasting(json.bytes)
    }
}
