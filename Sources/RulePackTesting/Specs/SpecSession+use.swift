import Cohorts
import Decisions
import LuaRuntime
import Notation
import RulePacks

extension SpecSession {
    func use(_ use: LuaObjectUse, of number: Int, file: String, line: Int) throws(LuaHostRefusal) -> LuaReply {
        tick += 1
        guard objects.indices.contains(number) else { throw LuaHostRefusal("this is a result of another test: each test makes its own") }
        let object = objects[number]
        switch (object, use) {
        case (.function(let function), .call(let arguments)):
            return try call(function, arguments, file: file, line: line)
        case (.matcher(let expectation, let matcher), .call(var arguments)):
            // Written with a colon, the expectation itself comes first.
            if case .object(let first)? = arguments.first, objects.indices.contains(first), case .expectation = objects[first] { arguments.removeFirst() }
            try match(expectation, matcher, arguments, file: file, line: line)
            return .nothing
        case (.expectation(let expectation), .part(let key)):
            let name = key.text ?? key.noun
            guard let matcher = Matcher(rawValue: name) else {
                let near = nearestName(to: name, in: Matcher.allCases.map(\.rawValue))
                throw LuaHostRefusal(
                    "there is no matcher `\(name)`" + (near.map { ": did you mean `\($0)`?" } ?? ": see `docs/testing.md` for those that there are"))
            }
            return .object(try add(.matcher(expectation, matcher)))
        case (.decision(let view), .part(let key)):
            return try part(.record(view.tree), key, SpecOrigin(view: view, path: []))
        case (.part(let value, let origin), .part(let key)):
            return try part(value, key, origin)
        case (.part(.list(let items), _), .length):
            return .number(Double(items.count))
        case (.cohort(let cohort), .part(let key)):
            return try member(of: cohort, key)
        case (.cohort(let cohort), .length):
            return .number(Double(cohort.drafts.count))
        default: throw LuaHostRefusal(refusal(object, use))
        }
    }

    private func refusal(_ object: SpecObject, _ use: LuaObjectUse) -> String {
        switch use {
        case .call: "\(object.noun) is not a function"
        case .part(let key): "\(object.noun) has no `\(key.text ?? key.noun)`"
        case .length: "\(object.noun) has no length"
        }
    }

    // MARK: Parts

    /// A part of a value, as Lua sees it.
    private func part(_ value: SpecValue, _ key: LuaData, _ origin: SpecOrigin) throws(LuaHostRefusal) -> LuaReply {
        switch value {
        case .record(let record):
            guard let name = key.text else { throw LuaHostRefusal("\(record.phrase) \(key.noun): ask for a name") }
            if origin.path.isEmpty, let error = origin.view.decision.error {
                guard DecisionView.partsBesideError.contains(name) else { throw LuaHostRefusal(DecisionView.words(error)) }
                if name == "error" { origin.view.errorIsExpected = true }
            }
            guard let part = record[name] else { throw LuaHostRefusal(record.refusal(name)) }
            return try reply(part, SpecOrigin(view: origin.view, path: origin.path + [name]))
        case .list(let items):
            guard let place = key.int else { throw LuaHostRefusal("a list has places, from 1 to \(items.count), and no `\(key.text ?? key.noun)`") }
            guard items.indices.contains(place - 1) else { return .nothing }
            return try reply(items[place - 1], SpecOrigin(view: origin.view, path: origin.path + [String(place)]))
        default:
            throw LuaHostRefusal("`\(origin.path.joined(separator: "."))` is \(value.words), which has no parts")
        }
    }

    private func reply(_ value: SpecValue, _ origin: SpecOrigin) throws(LuaHostRefusal) -> LuaReply {
        lastRead = (value, origin, tick)
        return switch value {
        case .nothing: .nothing
        case .bool(let value): .bool(value)
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .date(let day): .date(day)
        case .unknown, .list, .record: .object(try add(.part(value, origin)))
        }
    }

    /// What a test wrote, or an earlier result, as a value.
    func value(_ data: LuaData) throws(LuaHostRefusal) -> SpecValue {
        switch data {
        case .nothing: return .nothing
        case .bool(let value): return .bool(value)
        case .int(let value): return .number(Double(value))
        case .number(let value): return .number(value)
        case .text(let text): return .text(text)
        case .date(let day): return .date(day)
        case .table(let table):
            var items: [SpecValue] = []
            for item in table.items { items.append(try value(item)) }
            if table.named.isEmpty { return .list(items) }
            var parts: [(name: String, value: SpecValue)] = []
            for (name, data) in table.named { parts.append((name, try value(data))) }
            return .record(SpecRecord("the table has no", parts))
        case .object(let number) where objects.indices.contains(number):
            switch objects[number] {
            case .unknown: return .unknown([])
            case .part(let value, _): return value
            default: throw LuaHostRefusal("\(objects[number].noun) is no value to compare")
            }
        default: throw LuaHostRefusal("\(data.noun) is no value to compare")
        }
    }

    // MARK: Expecting

    func expect(_ data: LuaData, file: String, line: Int) throws(LuaHostRefusal) -> LuaReply {
        var expectation = Expectation(subject: .nothing, file: file, line: line)
        switch data {
        case .object(let number) where objects.indices.contains(number):
            switch objects[number] {
            case .decision(let view): expectation.decision = view
            case .part(let value, let origin):
                expectation.subject = value
                expectation.origin = origin
            case .cohort: throw LuaHostRefusal("`expect` wants one decision of the cohort, as in `expect(c[1])`")
            default: expectation.subject = try value(data)
            }
        default:
            expectation.subject = try value(data)
            if let lastRead, lastRead.tick == tick - 1, lastRead.value.equals(expectation.subject) { expectation.origin = lastRead.origin }
        }
        expectations.append(expectation)
        return .object(try add(.expectation(expectations.count - 1)))
    }

    private func match(_ number: Int, _ matcher: Matcher, _ arguments: [LuaData], file: String, line: Int) throws(LuaHostRefusal) {
        var values: [SpecValue] = []
        for argument in arguments { values.append(try value(argument)) }
        let expectation = expectations[number]
        expectations[number].isMet = true
        let verdict = expectation.decision.map {
            DecisionMatching(matcher: matcher, view: $0, catalogue: pack.catalogue, arguments: values).verdict()
        } ?? Matching(matcher: matcher, value: expectation.subject, arguments: values).verdict()
        switch verdict {
        case .holds: return
        case .misuse(let why): throw LuaHostRefusal(why)
        case .fails(let mismatch):
            let origin = expectation.origin ?? expectation.decision.map { SpecOrigin(view: $0, path: []) }
            let details = origin.map { SpecReasons($0.view).lines(for: $0.path) } ?? []
            failure = Failure(message: mismatch.message, details: details, file: file, line: line)
            throw LuaHostRefusal(mismatch.message)
        }
    }
}
