import DecisionStore
import HTTPTypes

extension Endpoint {
    /// Every address of the API. None confirms, signs, approves or runs anything.
    static let all: [Endpoint] = [openAPI, push(.put, "putNominals"), push(.post, "postNominals"), nominal, recommendations, decision, tasks, done, cancel, packs]

    private static let base = "/api/v1"
    /// Bytes that a push may have.
    static let mostPushed = 16 << 20
    private static let lines = ["application/x-ndjson", "application/json"]

    private static let borough = Parameter(name: "borough", place: .query, schema: .text(), summary: "Only people who live in this one of the client's boroughs.")
    private static let limit = Parameter(name: "limit", place: .query, schema: .whole(1...500), summary: "At most so many.", usual: "100")

    private static func after(_ form: APISchema.Form) -> Parameter {
        Parameter(name: "after", place: .query, schema: .text(form), summary: "Only those behind this one: what `next` said.")
    }

    private static let openAPI = Endpoint(
        method: .get, path: "\(base)/openapi.json", name: "getOpenAPI", summary: "This document.", scope: nil, needsPurpose: false, gives: .anyObject,
        handle: { _, call in call.lasting(OpenAPI.document) })

    private static func push(_ method: HTTPRequest.Method, _ name: String) -> Endpoint {
        Endpoint(
            method: method, path: "\(base)/nominals", name: name,
            summary: "Bring nominals, as lines of a cohort file or one array of them. Every good line is taken in one transaction, or nothing is; the same once more changes nothing.",
            scope: .push,
            parameters: [Parameter(name: "pack", place: .query, schema: .text(), summary: "Know the fields of the boroughs of this pack, which is in force.")],
            body: Body(schema: .list(.named(.nominalLine)), types: lines, mostBytes: mostPushed), gives: .named(.pushed), problems: [.notFound, .refused], handle: APIHandlers.push)
    }

    private static let nominal = Endpoint(
        method: .get, path: "\(base)/nominals/:id", name: "getNominal", summary: "Where somebody stands, what waits for the panel about them, and the work that is open.",
        scope: .recommendations, parameters: [Parameter(name: "id", place: .path, schema: .text(), summary: "The nominal's id.", isRequired: true)],
        gives: .named(.nominal), problems: [.notFound], handle: APIHandlers.nominal)

    static let waiting = "waiting"
    static let everything = "all"
    private static let states = [waiting] + APIType.recommendationStates.filter { $0 != StoredRecommendation.State.open.rawValue } + [everything]

    private static let recommendations = Endpoint(
        method: .get, path: "\(base)/recommendations", name: "listRecommendations",
        summary: "Recommendations by number, the oldest first. Each is what the rules say and no decision: panels decide, on the site.", scope: .recommendations,
        parameters: [
            borough, Parameter(name: "state", place: .query, schema: .choice(states), summary: "Only those that wait, or were closed so.", usual: waiting), after(.recommendation), limit,
        ], gives: .named(.recommendations), problems: [.wrongBorough], handle: APIHandlers.recommendations)

    private static let decision = Endpoint(
        method: .get, path: "\(base)/decisions/:id", name: "getDecision", summary: "The record of a decision of the rules, where it was kept.", scope: .recommendations,
        parameters: [Parameter(name: "id", place: .path, schema: .text(.decision), summary: "The run and the place in it.", isRequired: true)],
        gives: .named(.decision), problems: [.notFound], handle: APIHandlers.decision)

    private static let tasks = Endpoint(
        method: .get, path: "\(base)/tasks", name: "listTasks", summary: "Work that runs have given to people, by number, the oldest first.", scope: .tasks,
        parameters: [
            borough, Parameter(name: "owner", place: .query, schema: .text(), summary: "Only what was given to this role."),
            Parameter(name: "status", place: .query, schema: .choice(KeptTasking.Status.allCases.map(\.rawValue) + [everything]), summary: "Only what stands so.", usual: KeptTasking.Status.open.rawValue),
            Parameter(name: "overdue", place: .query, schema: .flag, summary: "Only what was due before today.", usual: "false"), after(.task), limit,
        ], gives: .named(.tasks), problems: [.wrongBorough], handle: APIHandlers.tasks)

    private static let task = Parameter(name: "id", place: .path, schema: .text(.task), summary: "The task's number.", isRequired: true)
    private static func words(isRequired: Bool) -> Body { Body(schema: .named(.words), types: ["application/json"], mostBytes: Site.mostBytes, isRequired: isRequired) }

    private static let done = Endpoint(
        method: .post, path: "\(base)/tasks/:id/done", name: "finishTask", summary: "Say that a task is done, with words where there is something to say.", scope: .tasks,
        parameters: [task], body: words(isRequired: false), gives: .named(.task), problems: [.notFound, .refused], handle: APIHandlers.finish)

    private static let cancel = Endpoint(
        method: .post, path: "\(base)/tasks/:id/cancel", name: "cancelTask", summary: "Say that a task will not be done, and why.", scope: .tasks,
        parameters: [task], body: words(isRequired: true), gives: .named(.task), problems: [.notFound, .refused, .notTaken], handle: APIHandlers.cancel)

    private static let packs = Endpoint(
        method: .get, path: "\(base)/packs", name: "listPacks", summary: "The packs of the client's boroughs that are in force, and those that wait.", scope: .packs, needsPurpose: false,
        gives: .named(.packs), problems: [.refused], handle: APIHandlers.packs)
}
