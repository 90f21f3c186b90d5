import Notation

/// What the doctor says.
struct DoctorReport {
    let examined: [Examined]

    private func count(_ state: Examined.State) -> Int { examined.count { $0.state == state } }

    /// `2 things are wrong; 1 note`
    var summary: String {
        let wrong = count(.wrong), unmade = Set(examined.filter { $0.state == .unmade }.map(\.check)).count, notes = count(.note)
        var parts: [String] = []
        if wrong > 0 { parts.append(wrong == 1 ? "1 thing is wrong" : "\(wrong) things are wrong") }
        if unmade > 0 { parts.append("\(Numbers.count(unmade, "check")) could not be made") }
        if parts.isEmpty { parts.append("all is well") }
        if notes > 0 { parts.append(Numbers.count(notes, "note")) }
        return parts.joined(separator: "; ")
    }

    var text: String {
        var lines: [String] = []
        var rest = examined[...]
        while let first = rest.first {
            let group = rest.prefix { $0.part == first.part && $0.place == first.place }
            rest = rest.dropFirst(group.count)
            lines += self.lines(group, first)
        }
        return (lines + [summary]).map { $0 + "\n" }.joined()
    }

    private func lines(_ group: ArraySlice<Examined>, _ first: Examined) -> [String] {
        func wrapped(_ line: String) -> String { Terminal.wrapped("  " + line, indent: 6) }
        var lines = [first.part == .setUp ? "set-up" : "\(first.part.rawValue) `\(first.place ?? "")`"]
        for (state, word) in [(Examined.State.wrong, "wrong: "), (.note, "note: ")] {
            for found in group where found.state == state {
                lines.append(wrapped("\(word)\(found.says)"))
                if let mend = found.mend { lines.append(Terminal.wrapped("      to mend it: \(mend)", indent: 6)) }
            }
        }
        var reasons: [String] = []
        for found in group where found.state == .unmade && !reasons.contains(found.says) { reasons.append(found.says) }
        for reason in reasons {
            let names = group.filter { $0.state == .unmade && $0.says == reason }.map(\.check)
            lines.append(wrapped("unmade: \(names.joined(separator: ", ")): \(reason)"))
        }
        let well = group.filter { $0.state == .well }
        if first.part == .setUp {
            lines += well.map { wrapped("well: \($0.says)") }
        } else if !well.isEmpty {
            lines.append(wrapped("well: " + well.map(\.check).joined(separator: ", ")))
        }
        return lines
    }

    var json: String {
        var json = JSONWriter()
        json.beginObject()
        json.key("well"); json.bool(count(.wrong) + count(.unmade) == 0)
        json.key("wrong"); json.int(count(.wrong))
        json.key("unmade"); json.int(count(.unmade))
        json.key("notes"); json.int(count(.note))
        json.key("checks")
        json.beginArray()
        for found in examined { found.write(to: &json) }
        json.endArray()
        json.endObject()
        return json.text + "\n"
    }
}
