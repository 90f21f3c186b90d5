import LuaSyntax

/// For what the host calls a function of a pack.
struct RuleRole: Hashable {
    enum Wanted: Hashable {
        case condition, points, number, rank, key, due, words, value

        /// Classes of values that the host takes; nil where it takes any.
        var accepted: Set<KindClass>? {
            switch self {
            case .condition: [.bool, .record]
            case .points, .number: [.number]
            case .rank: [.number, .bool, .date]
            case .key: [.text, .number, .bool]
            case .due: [.date, .span]
            case .words: [.text, .number]
            case .value: [.text, .number, .date, .bool]
            }
        }

        var words: String {
            switch self {
            case .condition: "true or false is"
            case .points: "a number of points is"
            case .number, .rank: "a number is"
            case .key: "text or a number is"
            case .due: "a date or a length of time is"
            case .words: "text is"
            case .value: "a number, text, a date, true or false is"
            }
        }

        var hint: String {
            switch self {
            case .condition: "compare what it gives, as in `… > 0` or `… == \"high\"`; ask a list something, as in `…:any(f)`"
            case .due: "write it as in `return as_of + days(5)`"
            default: "give back what is wanted"
            }
        }
    }

    var wanted: Wanted
    /// ``the condition of `adult` ``, without its blank at the end.
    var what: String
}

extension LuaBlock {
    /// Some `return` in it gives a value; those of functions within do not count.
    var returnsValue: Bool {
        statements.contains { statement in
            switch statement.kind {
            case .return(let values): !values.isEmpty
            case .do(let block), .while(_, let block), .repeat(let block, until: _),
                .count(_, from: _, to: _, step: _, let block), .iterate(_, over: _, let block):
                block.returnsValue
            case .if(let branches, let otherwise): branches.contains { $0.block.returnsValue } || otherwise?.returnsValue == true
            // It stops with an error of its own, which is an end too.
            case .call(let call): if case .call(let callee, _) = call.kind, case .name("error") = callee.kind { true } else { false }
            default: false
            }
        }
    }
}
