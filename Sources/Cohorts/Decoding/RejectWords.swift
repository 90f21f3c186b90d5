import FieldDefinitions
import Notation

/// Says in words what is wrong with a line. Runs only for lines that are rejected, so it may take its time.
struct RejectWords {
    let plan: DecodePlan
    let fault: Fault
    let line: UnsafeBufferPointer<UInt8>

    func reject(lineNumber: Int) -> Reject {
        let (got, expected, message) = words
        return Reject(
            line: lineNumber, id: RawJSON(line).id, path: path, got: got, expected: expected, message: message)
    }

    /// The field that the fault is about; nil for a whole nominal or item.
    private var field: LaidOutField? {
        fault.key >= 0 ? plan.layout.fields[Int(plan.keys[Int(fault.key)].field)] : nil
    }

    private var container: LaidOutField? {
        fault.container >= 0 && fault.container < plan.root ? plan.layout.fields[Int(fault.container)] : nil
    }

    /// The path as the input has it: `offences[3].date`.
    var path: String {
        if fault.key >= 0, let field {
            let name = plan.keyNames[Int(fault.key)]
            let whole = field.parent.map { plan.layout.fields[$0].path + "." + name } ?? name
            return placed(whole, in: field.list)
        }
        switch fault.kind {
        case .unknownField(let name):
            let name = RawJSON.shortened(name)
            guard let container else { return name }
            return placed(container.path + "." + name, in: container.stride > 0 ? container.id : container.list)
        case .disagree(let what): return pathOf(what)
        default:
            guard let container else { return "" }
            return placed(container.path, in: container.stride > 0 ? container.id : container.list)
        }
    }

    /// A path with the item's place put behind the list's name.
    private func placed(_ path: String, in list: Int?) -> String {
        guard let list else { return path }
        let name = plan.layout.fields[list].path
        return name + "[\(fault.item)]" + path.dropFirst(name.count)
    }

    private func pathOf(_ what: Disagreement) -> String {
        switch what {
        case .convictedBeforeOffence: "offences[\(fault.item)].convicted_on"
        case .offenceBeforeBirth: "offences[\(fault.item)].date"
        case .orderEndsBeforeStart: "orders[\(fault.item)].end"
        case .dueBeforeOpened: "taskings[\(fault.item)].due"
        case .releaseBeforeCustody: "release_date"
        case .attendedMoreThanOffered: "engagement.attended"
        }
    }

    private var words: (got: String, expected: String, message: String) {
        switch fault.kind {
        case .disagree(let what): disagreement(what)
        case .notUTF8, .nulByte, .tooLong, .notAnObject, .afterTheEnd, .syntax: ofTheLine
        case .unknownField(let name): unknown(name)
        default: ofTheField
        }
    }

    private var ofTheLine: (String, String, String) {
        let column = fault.offset + 1
        let near = RawJSON(line).excerpt(from: fault.offset)
        switch fault.kind {
        case .notUTF8:
            return (near, "UTF-8 text", "the line is not valid UTF-8 from byte \(column) on: save the file as UTF-8")
        case .nulByte:
            return (near, "text", "a NUL byte stands at byte \(column): the file is damaged, or is not text")
        case .tooLong:
            return (
                "\(line.count) bytes", "at most \(NominalDecoder.longestLine) bytes",
                "the line is \(line.count) bytes long, and \(NominalDecoder.longestLine) are the most: "
                    + "put each nominal on a line of its own"
            )
        case .notAnObject:
            return (near, "object", "each line must be one JSON object, `{…}`, and this one begins with `\(near)`")
        case .afterTheEnd:
            return (
                near, "end of line",
                "`\(near)` follows the nominal's closing brace: put each nominal on a line of its own"
            )
        case .syntax(let expected):
            if expected == Fault.closingQuote, !near.isEmpty {
                return (
                    near, expected,
                    "not valid JSON at byte \(column)\(path.isEmpty ? "" : ", in `\(path)`"): the text that begins with `\(near)` has no "
                        + "closing quote; the line may have been cut off"
                )
            }
            let there = fault.offset >= line.count ? "the line ends" : "there is `\(near)`"
            return (
                fault.offset >= line.count ? "end of line" : near, expected,
                "not valid JSON at byte \(column)\(path.isEmpty ? "" : ", in `\(path)`"): "
                    + "\(there) where \(expected) belongs"
            )
        default: return (near, "a nominal", "the line cannot be read")
        }
    }

    private func unknown(_ name: String) -> (String, String, String) {
        let parent = fault.container < plan.root && fault.container >= 0 ? Int(fault.container) : nil
        let plan = plan.fields[Int(fault.container)]
        let names = (plan.firstKey..<plan.firstKey + plan.keyCount).lazy
            .filter { self.plan.fields[Int(self.plan.keys[Int($0)].field)].kind != .yearsSince }
            .map { self.plan.keyNames[Int($0)] }
        let near = nearestName(to: name, in: names)
        let name = RawJSON.shortened(name)
        if let near {
            return (name, near, "unknown field `\(name)`: did you mean `\(near)`?")
        }
        if parent.map({ self.plan.layout.fields[$0].path }) == "local" {
            return (
                name, "declared field",
                "unknown field `local.\(name)`: declare it in the pack's fields.lua, or take it out"
            )
        }
        return (name, "known field", "unknown field `\(name)`: take it out; the field guide lists all that there are")
    }
}
