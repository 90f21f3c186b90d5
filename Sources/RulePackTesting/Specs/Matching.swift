import LuaRuntime
import Notation

/// An expectation that did not hold.
struct Mismatch: Error {
    let message: String
    init(_ message: String) { self.message = message }

    static func expected(_ expected: String, _ was: SpecValue) -> Mismatch { Mismatch("expected \(expected), was \(was.words)") }
}

/// How a comparison ended.
enum Verdict {
    case holds
    case fails(Mismatch)
    /// The comparison itself is not written as it must be.
    case misuse(String)
}

/// Compares one value with what a test expects of it.
struct Matching {
    let matcher: Matcher
    let value: SpecValue
    let arguments: [SpecValue]

    func verdict() -> Verdict {
        let wanted = wantedArguments
        guard wanted.contains(arguments.count) else {
            return .misuse(
                "`\(matcher.rawValue)` wants \(wanted.upperBound == 0 ? "nothing in its brackets" : "something to compare with"): write `\(matcher.usage)`")
        }
        // What is unknown is neither this nor that.
        switch matcher {
        case .isUnknown, .isUnknownFor, .isUnknownBetween: break
        case .is where arguments[0].isUnknown: break
        case .isNot where arguments[0].isUnknown: break
        default: if value.isUnknown { return fails(words) }
        }
        return compared
    }

    private var wantedArguments: ClosedRange<Int> {
        switch matcher {
        case .isUnknown, .isTrue, .isFalse, .isNothing: 0...0
        case .isBetween: 2...2
        case .isOneOf, .isUnknownFor: 1...50
        case .isUnknownBetween: 1...2
        default: 1...1
        }
    }

    private func fails(_ expected: String) -> Verdict { .fails(.expected(expected, value)) }
    private func holds(_ condition: Bool) -> Verdict { condition ? .holds : fails(words) }

    /// What is expected, for a message.
    private var words: String {
        switch matcher {
        case .is: arguments[0].words
        case .isNot: "anything but \(arguments[0].words)"
        case .isOneOf: "one of \(choices.map(\.words).joined(separator: ", "))"
        case .isBetween: "\(arguments[0].words) to \(arguments[1].words)"
        case .isAtLeast: "\(arguments[0].words) or more"
        case .isAtMost: "\(arguments[0].words) or less"
        case .isUnknown: "unknown"
        case .isUnknownFor: "unknown for want of \(arguments.map(\.words).joined(separator: ", "))"
        case .isTrue: "true"
        case .isFalse: "false"
        case .isNothing: "nothing"
        case .contains: "something that contains \(arguments[0].words)"
        default: ""
        }
    }

    private var choices: [SpecValue] {
        if arguments.count == 1, case .list(let items) = arguments[0] { return items }
        return arguments
    }

    private var compared: Verdict {
        switch matcher {
        case .is: return holds(value.equals(arguments[0]))
        case .isNot: return holds(!value.equals(arguments[0]))
        case .isOneOf: return holds(choices.contains { value.equals($0) })
        case .isUnknown: return holds(value.isUnknown)
        case .isTrue: return holds(value.equals(.bool(true)))
        case .isFalse: return holds(value.equals(.bool(false)))
        case .isNothing: return holds(value.equals(.nothing))
        case .isUnknownFor:
            guard case .unknown(let fields, _) = value else { return fails(words) }
            return holds(arguments.allSatisfy { argument in fields.contains { argument.equals(.text($0)) } })
        case .isUnknownBetween: return unknownRange
        case .isBetween: return ordered(arguments[0], value).both(ordered(value, arguments[1]), else: fails(words))
        case .isAtLeast: return ordered(arguments[0], value).both(.yes, else: fails(words))
        case .isAtMost: return ordered(value, arguments[0]).both(.yes, else: fails(words))
        case .contains:
            switch (value, arguments[0]) {
            case (.list(let items), let wanted): return holds(items.contains { $0.equals(wanted) })
            case (.text(let text), .text(let part)): return holds(text.contains(part))
            default: return .misuse("`contains` asks about a list or a text, and this is \(value.words)")
            }
        default: return .misuse("`\(matcher.rawValue)` asks about a decision, as in `expect(d).\(matcher.usage)`")
        }
    }

    private var unknownRange: Verdict {
        var ends: [Double] = []
        for argument in arguments {
            guard case .number(let end) = argument else {
                return .misuse("`\(matcher.rawValue)` wants one or two numbers, and \(argument.words) is none: write `\(matcher.usage)`")
            }
            ends.append(end)
        }
        let wanted = SpecRange(low: ends[0], high: ends.count > 1 ? ends[1] : nil)
        switch value {
        case .unknown(_, let range?):
            return range == wanted ? .holds : .fails(Mismatch("expected unknown, \(wanted.words), was \(range.words), \(value.words)"))
        case .unknown: return .misuse("`\(matcher.rawValue)` asks about a score or the points of a row; ask here with `is_unknown()`")
        default: return fails("unknown, \(wanted.words)")
        }
    }

    private enum Order {
        case yes, no
        case incomparable(String)

        func both(_ other: Order, else fails: Verdict) -> Verdict {
            switch (self, other) {
            case (.incomparable(let why), _), (_, .incomparable(let why)): .misuse(why)
            case (.yes, .yes): .holds
            default: fails
            }
        }
    }

    private func ordered(_ low: SpecValue, _ high: SpecValue) -> Order {
        switch (low, high) {
        case (.number(let a), .number(let b)): return a <= b ? .yes : .no
        case (.date(let a), .date(let b)): return a <= b ? .yes : .no
        case (.date(let a), .text(let text)): if let b = Day(iso: text) { return a <= b ? .yes : .no }
        case (.text(let text), .date(let b)): if let a = Day(iso: text) { return a <= b ? .yes : .no }
        default: break
        }
        return .incomparable("`\(matcher.rawValue)` compares numbers with numbers and dates with dates, not \(low.words) with \(high.words)")
    }
}
