import Cohorts
import DecisionStore
import Governance
import Notation
import TaskingProcess

/// What a run came to, for people and for programs.
enum RunSummary {
    static func exit(_ results: [BoroughResult]) -> ExitKind? {
        let codes = results.compactMap { result -> ExitKind? in
            switch result.outcome {
            case .refused: .notPermitted
            case .failed: .failedCheck
            case .done(let run), .already(let run): run.errors + run.rejected > 0 ? .partly : nil
            }
        }
        return [.notPermitted, .failedCheck, .partly].first(where: codes.contains)
    }

    // MARK: For people

    static func text(_ results: [BoroughResult]) -> String {
        guard !results.isEmpty else { return "there is nobody in the store: `waymark cohort import` takes a cohort in\n" }
        return results.flatMap(lines).joined(separator: "\n") + "\n"
    }

    private static func lines(_ result: BoroughResult) -> [String] {
        func line(_ text: String) -> String { Terminal.wrapped("  \(text)", indent: 4) }
        let name = "\(result.borough), as of \(result.day)"
        switch result.outcome {
        case .done(let run):
            var lines = [Terminal.wrapped("\(name): run \(run.id) with \(run.packID) \(run.version)", indent: 4)]
            lines.append(line(people(run)))
            lines.append(line("\(Numbers.count(run.recommended, "new recommendation")), \(Numbers.count(run.tasked, "new tasking")); \(Numbers.count(result.waiting, "recommendation waits", "recommendations wait")) for a panel"))
            if run.refused > 0 {
                lines.append(line("\(Numbers.count(run.refused, "tasking")) for enforcement refused: the people are known only as victims of a gang, or as exploited by one"))
            }
            if run.errors > 0 { lines.append(line("a rule failed for \(people(run.errors)): each is referred to the panel")) }
            lines += result.rejects.map { line("not evaluated: \($0.id.map { "\($0): " } ?? "")\($0.message)") }
            if run.rejected > result.rejects.count { lines.append(line("and \(Numbers.grouped(run.rejected - result.rejects.count)) more not evaluated")) }
            if result.isReviewDue { lines.append(line("the pack was to be reviewed before this day: have the board look at it")) }
            return lines
        case .already(let run): return [Terminal.wrapped("\(name): already done as run \(run.id); nothing was written", indent: 4)]
        case .refused(let refusals):
            return [Terminal.wrapped("\(name): not run, because no pack is in force", indent: 4)] + refusals.map { line($0.message) }
        case .failed(let why): return [Terminal.wrapped("\(name): not run", indent: 4), line(why)]
        }
    }

    private static func people(_ count: Int) -> String { Numbers.count(count, "person", "people") }

    private static func people(_ run: StoredRun) -> String {
        var text = "\(people(run.evaluated)) evaluated"
        if run.restricted > 0 { text += ", \(Numbers.grouped(run.restricted)) restricted and left out" }
        if run.rejected > 0 { text += ", \(Numbers.grouped(run.rejected)) rejected" }
        return text
    }

    // MARK: For programs

    static func json(_ results: [BoroughResult]) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.key("runs")
        json.array(results, write)
        json.endObject()
        return json.text + "\n"
    }

    private static func write(_ result: BoroughResult, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("borough"); json.string(result.borough)
        json.key("as_of"); json.string(result.day.description)
        switch result.outcome {
        case .done(let run):
            json.key("outcome"); json.string("done")
            write(run, &json)
            json.key("waiting"); json.int(result.waiting)
            json.key("review_due"); json.bool(result.isReviewDue)
            json.key("rejects")
            json.array(result.rejects) { $0.write(to: &$1) }
        case .already(let run):
            json.key("outcome"); json.string("already")
            write(run, &json)
        case .refused(let refusals):
            json.key("outcome"); json.string("refused")
            json.key("reasons"); json.strings(refusals.map(\.message))
        case .failed(let why):
            json.key("outcome"); json.string("failed")
            json.key("reasons"); json.strings([why])
        }
        json.endObject()
    }

    private static func write(_ run: StoredRun, _ json: inout JSONWriter) {
        json.key("run"); json.int(run.id)
        json.key("pack"); json.string(run.packID)
        json.key("version"); json.string(run.version)
        json.key("digest"); json.string(run.pack)
        json.key("evaluated"); json.int(run.evaluated)
        json.key("restricted"); json.int(run.restricted)
        json.key("rejected"); json.int(run.rejected)
        json.key("errors"); json.int(run.errors)
        json.key("recommended"); json.int(run.recommended)
        json.key("tasked"); json.int(run.tasked)
        json.key("refused"); json.int(run.refused)
        json.key("decisions"); json.string("sha256:\(hexadecimal(run.digest))")
    }
}
