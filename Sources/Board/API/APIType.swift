import DecisionStore
import Decisions
import FieldDefinitions
import Governance

/// The objects that the API takes and gives.
enum APIType: String, CaseIterable, Sendable {
    case problem = "Problem"
    case nominalLine = "NominalLine"
    case pushed = "Pushed"
    case reject = "Reject"
    case standing = "Standing"
    case unknown = "UnknownField"
    case recommendation = "Recommendation"
    case recommendations = "Recommendations"
    case task = "Task"
    case tasks = "Tasks"
    case words = "Words"
    case nominal = "Nominal"
    case decision = "Decision"
    case pack = "Pack"
    case packs = "Packs"

    /// The members of `waymark schema`, without the line that says which JSON Schema it is.
    static let cohortLine: [UInt8] = {
        let text = CohortSchema.json(.standard).utf8
        guard let comma = text.firstIndex(of: 0x2C), let end = text.lastIndex(of: 0x7D) else { return [] }
        return Array(text[text.index(after: comma)..<end])
    }()

    private static let actions = Recommendation.Action.allCases.map(\.rawValue)
    static let recommendationStates = StoredRecommendation.State.allCases.map(\.rawValue)

    var schema: APISchema {
        switch self {
        case .problem:
            .object([
                .init("type", .text(), "`urn:waymark:problem:` and a word by which programs tell what it is."), .init("title", .text()),
                .init("status", .whole(400...599)), .init("detail", .text(), "What is wrong and what to do, for people."),
            ])
        case .nominalLine: .cohortLine
        case .pushed:
            .object([
                .init("read", .whole(nil), "Lines that were read."), .init("accepted", .whole(nil), "Lines that were taken: added, changed and unchanged."),
                .init("added", .whole(nil)), .init("changed", .whole(nil)), .init("unchanged", .whole(nil)), .init("rejected", .whole(nil)),
                .init("standing", .whole(nil), "Lines that would have somebody stand otherwise than the store has it: the store's stays, which only a panel changes."),
                .init("digest", .text(.digest), "SHA-256 of the lines, each with a newline."), .init("rejects", .list(.named(.reject)), "The first 1,000 of them."),
            ])
        case .reject:
            .object([
                .init("line", .whole(nil), "Counted from 1; the place in the array where one was sent."), .init("id", .optional(.text())),
                .init("path", .text(), "`offences[3].date`, places counted from 0; empty where the line as a whole is wrong."), .init("got", .text()),
                .init("expected", .text()), .init("message", .text(), "What is wrong and what to do."),
            ])
        case .standing:
            .object([
                .init("standing", .choice(NominalStanding.Kind.allCases.map(\.rawValue))), .init("category", .optional(.text()), "Null unless a member."),
                .init("since", .optional(.text(.day))), .init("lead_agency", .optional(.text())),
            ])
        case .unknown:
            .object([.init("field", .text(), "A dotted path, such as `needs.drugs`."), .init("title", .text()), .init("settle", .optional(.text()), "What would settle it.")])
        case .recommendation:
            .object([
                .init("id", .text(.recommendation)), .init("nominal", .text()), .init("borough", .text()),
                .init("decision", .text(.decision), "The run and the place in it: see `/api/v1/decisions/{id}`."), .init("state", .choice(APIType.recommendationStates)),
                .init("action", .choice(APIType.actions)), .init("category", .optional(.text())), .init("rule", .optional(.text()), "Null where no rule decided."),
                .init("title", .optional(.text())), .init("words", .text(), "The action in words."), .init("made", .text(.day)), .init("decide_by", .text(.day)),
                .init("overdue_days", .whole(nil)), .init("closed", .optional(.text(.day))), .init("because", .list(.text()), "The reasons."),
                .init("unknown", .list(.named(.unknown)), "The data for want of which it is as it is."),
                .init("standing", .named(.standing), "Where the nominal stands meanwhile."), .init("pack", .text()), .init("version", .text()),
            ])
        case .recommendations: APIType.page("recommendations", .named(.recommendation), .recommendation)
        case .task:
            .object([
                .init("id", .text(.task)), .init("nominal", .text()), .init("borough", .text()), .init("decision", .text(.decision)), .init("kind", .text()),
                .init("title", .text()), .init("owner", .text(), "The role that it was given to."), .init("priority", .optional(.text())), .init("opened", .text(.day)),
                .init("due", .optional(.text(.day))), .init("overdue_days", .whole(nil)), .init("because", .optional(.text())),
                .init("status", .choice(KeptTasking.Status.allCases.map(\.rawValue))), .init("closed", .optional(.text(.day))),
                .init("by", .optional(.text()), "Who closed it; `client:` and its name where a client did."), .init("words", .optional(.text()), "What became of it."),
            ])
        case .tasks: APIType.page("tasks", .named(.task), .task)
        case .words: .object([.init("words", .text(), "What came of it, or why it will not be done.")])
        case .nominal:
            .object([
                .init("as_of", .text(.day)), .init("id", .text()), .init("borough", .text()), .init("standing", .named(.standing)),
                .init("recommendation", .optional(.named(.recommendation)), "The one that waits for the panel."), .init("tasks", .list(.named(.task)), "Those that are open."),
            ])
        case .decision:
            .object([
                .init("decision", .text(.decision)), .init("nominal", .text()), .init("borough", .text()), .init("as_of", .text(.day)), .init("pack", .text()),
                .init("version", .text()), .init("digest", .text(.digest), "Of the pack."), .init("approval", .text(.digest), "Of the approval pack under which the run was made."),
                .init("record", .optional(.anyObject), "The decision record as it was written; null where it says the same as an earlier one, apart from dates, and was not kept."),
                .init("same_as", .optional(.text(.decision)), "Where the record was not kept: the decision whose record says the same."),
            ])
        case .pack:
            .object([
                .init("id", .text()), .init("version", .text()), .init("borough", .text()), .init("state", .choice(PackStanding.State.allCases.map(\.rawValue))),
                .init("from", .text(.day)), .init("review_by", .text(.day)), .init("until", .text(.day)), .init("signatures", .whole(nil)), .init("needed", .whole(nil)),
                .init("digest", .text(.digest)), .init("approval", .text(.digest)),
            ])
        case .packs: .object([.init("as_of", .text(.day)), .init("packs", .list(.named(.pack)))])
        }
    }

    private static func page(_ name: String, _ item: APISchema, _ form: APISchema.Form) -> APISchema {
        .object([
            .init("as_of", .text(.day)), .init(name, .list(item)), .init("next", .optional(.text(form)), "Where to go on: send it as `after`, for the next part and the next time."),
            .init("more", .flag, "Whether there may be more behind it."),
        ])
    }
}
