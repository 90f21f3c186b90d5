import Cohorts

/// Cohort files in CSV: no row is lost, and the same people written in CSV and in NDJSON come out the same.
struct CSVTarget: FuzzTarget {
    private static let mutation = Mutation(
        pieces: ["\"", "\"\"", ",", ",,", "\n", "\r\n", "\r", "\"\n\"", "id", "N-0001", "offences.csv", "none", "yes", ";", "\t", String(repeating: ",", count: 500), String(repeating: "x", count: 5000)],
        others: [])

    func input(_ numbers: inout FuzzNumbers) -> FuzzInput {
        let people = PeopleText.make(&numbers)
        if numbers.once(in: 2) { return FuzzInput("people", Array(people.utf8)) }
        var files = PeopleText(Array(people.utf8)).csv
        for _ in 0...numbers.below(2) {
            let place = numbers.below(files.count)
            files[place].bytes = CSVTarget.mutation.changed(files[place].bytes, &numbers)
        }
        return FuzzInput(files)
    }

    func broken(_ input: FuzzInput) throws -> String? {
        let folder = try FuzzFiles.scratch()
        defer { FuzzFiles.remove(folder) }
        guard input.files.contains(where: { $0.name == "people" }) else {
            try input.write(to: folder)
            return try brokenRows(input["cohort.csv"], folder + "/cohort.csv")
        }
        let people = PeopleText(input["people"])
        guard people.hasIDs else { return nil }
        try FuzzInput(people.csv + [FuzzInput.File(name: "cohort.ndjson", bytes: Array(people.ndjson.utf8))]).write(to: folder)
        let csv = try reading(folder + "/cohort.csv")
        let ndjson = try reading(folder + "/cohort.ndjson")
        if let broken = csv.broken ?? ndjson.broken { return broken }
        guard csv.outcomes.count == ndjson.outcomes.count else { return "\(csv.outcomes.count) people came from CSV, and \(ndjson.outcomes.count) from NDJSON" }
        for (a, b) in zip(csv.outcomes, ndjson.outcomes) where !Self.isSame(a.outcome, b.outcome) {
            return "line \(b.line) of the NDJSON comes from CSV as \(a.outcome)\nand from NDJSON as \(b.outcome)"
        }
        return nil
    }

    private static func isSame(_ a: CohortReading.Outcome, _ b: CohortReading.Outcome) -> Bool {
        switch (a, b) {
        case (.row(let a), .row(let b)): a == b
        case (.rejected(let a), .rejected(let b)): (a.path, a.id, a.expected) == (b.path, b.id, b.expected)
        // Bytes that are no text cost the row where CSV has them, and a value where NDJSON has them.
        case (.refused, .rejected): true
        default: false
        }
    }

    private func reading(_ path: String) throws -> CohortReading {
        try CohortReading(openCohort(path: path, layout: CohortReading.layout, rewindable: false))
    }

    private func brokenRows(_ bytes: [UInt8], _ path: String) throws -> String? {
        let source: any CohortSource
        let reading: CohortReading
        do throws(CohortError) {
            source = try openCohort(path: path, layout: CohortReading.layout, rewindable: false)
            reading = try CohortReading(source)
        } catch {
            if error.message.utf8.count > 2000 { return "an error of \(error.message.utf8.count) bytes: \(error.message.prefix(200))" }
            return error.message.contains("`") ? nil : "an error names no file: \(error.message)"
        }
        if let broken = reading.broken { return broken }
        // Where nothing is quoted, a row is a line.
        if !bytes.contains(0x22) {
            let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
            let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
                .filter { !$0.element.allSatisfy { $0 == 0x0D } }.map { $0.offset + 1 }.dropFirst()
            let rows = reading.outcomes.filter { row in
                // The row of a list that belongs to nobody names its list, and one that spoils its nominal the item in it.
                if case .refused(let reject) = row.outcome { return reject.path.isEmpty || reject.path.contains("[") }
                return true
            }
            if !rows.map(\.line).elementsEqual(lines) { return "rows \(Array(lines)) went in, and \(rows.map(\.line)) came out" }
        }
        try source.rewind()
        return try CohortReading(source) == reading ? nil : "the files read otherwise the second time"
    }
}
