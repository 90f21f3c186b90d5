import Decisions
import FieldDefinitions
import Governance
import HTTPTypes
import Logging
import LuaRuntime
import Notation
import RulePackTesting
import RulePacks

/// What the script of the editor asks for, and the page without one: findings, tests, and the impact of an edit. Each says something and
/// changes nothing, but for saving a file of the draft.
enum EditorAnswers {
    /// A piece of the page, and its sum in a sentence.
    struct Part {
        var html: HTML
        var said: String
        /// Something newer was asked for, and this counts no more.
        var isStale = false
        /// It was not done, as there is too much to do: to be asked for again.
        var isBusy = false

        init(_ said: String, _ html: HTML? = nil) {
            self.html = html ?? "<p>\(said)</p>"
            self.said = said
        }
    }

    private static let secondsToCheck = 10
    private static let secondsToTestOne = 5
    /// A rule that takes longer for one nominal ends the work; the count of instructions ends ordinary loops long before.
    static let millisecondsForOne = 1_000

    // MARK: The draft as it stands in the page

    /// The draft with the text that was sent in the place of the file's.
    static func draft(_ site: Site, _ visit: Visit) throws -> (draft: Draft, file: String) {
        var draft = try site.drafts.draft(visit["draft"])
        let file = visit.form["file"]
        guard draft.files[file] != nil else { throw Missing() }
        if let text = visit.form.exactly("text") { draft.files[file] = Draft.lines(text) }
        return (draft, file)
    }

    static func answer(_ part: Part, _ write: (inout JSONWriter) -> Void = { _ in }) -> Answer {
        var json = JSONWriter()
        json.beginObject()
        json.key("said"); json.string(part.said)
        json.key("html"); json.string(part.html.text)
        json.key("stale"); json.bool(part.isStale)
        json.key("busy"); json.bool(part.isBusy)
        write(&json)
        json.endObject()
        return Answer(type: "application/json", body: json.bytes)
    }

    /// Does a piece of work on the bench; what keeps it from being done is said instead.
    static func onBench(_ site: Site, _ visit: Visit, _ kind: Workbench.Kind, seconds: Int, _ body: (Workbench.Work) throws -> Part) -> Part {
        let words = visit.words
        guard case .allowed = site.draftWork.take(visit.who, now: site.now) else { return busy(words) }
        do {
            return try site.workbench.work(visit.who, kind, seconds: seconds, body)
        } catch is PackError {
            return Part(words[kind == .impact ? .impactCannot : .testsCannot])
        } catch let error as GovernanceError {
            return Part(capital(error.message), "<p>\(Inline.text(capital(error.message)))</p>")
        } catch let stopped as RunStopped {
            return Part(capital(stopped.withoutName), "<p>\(Inline.text(capital(stopped.withoutName)))</p>")
        } catch let refusals as Refusals {
            return Part(refusals.all.map(\.message).joined(separator: " "))
        } catch is Workbench.Busy {
            return busy(words)
        } catch is Workbench.Outdated {
            return stale
        } catch {
            site.logger.error("work on a draft failed", metadata: ["error": "\(error)"])
            return Part(words[.failed])
        }
    }

    // MARK: Saving

    static func save(_ site: Site, _ visit: Visit) throws -> Answer {
        let (draft, file) = try draft(site, visit)
        let text = draft.files[file] ?? []
        let isScript = visit.form["for"] == "script"
        switch try site.drafts.save(text, to: file, of: draft.name, replacing: visit.form["mark"]) {
        case .done:
            guard isScript else {
                site.notice(visit.words[.editSaved], visit)
                return .see(DraftPages.path(file, of: draft.name))
            }
            return answer(Part(visit.words[.editSaved])) { json in
                json.key("mark"); json.string(Draft.mark(text))
            }
        case .conflict(let theirs):
            // The script sends the form once more, as a browser without it does: both texts are shown by one page.
            guard !isScript else {
                return answer(Part(visit.words[.editConflict])) { json in
                    json.key("conflict"); json.bool(true)
                }
            }
            return try EditorPage.page(site, visit, draft, file, text: text, mark: Draft.mark(theirs), theirs: theirs)
        }
    }

    // MARK: Findings

    static func findings(_ site: Site, _ visit: Visit, _ draft: Draft) throws -> PlacedFindings {
        try site.workbench.work(visit.who, .check, seconds: secondsToCheck) { _ in PlacedFindings(draft, asOf: visit.today) }
    }

    static func check(_ site: Site, _ visit: Visit) throws -> Answer {
        let (draft, file) = try draft(site, visit)
        var found: PlacedFindings?
        let part = onBench(site, visit, .check, seconds: secondsToCheck) { work in
            if work.isStale { return stale }
            let findings = PlacedFindings(draft, asOf: visit.today)
            found = findings
            return Part(FindingsPart.sum(findings, visit.words), FindingsPart.list(findings, draft, file, visit.words))
        }
        return answer(part) { json in
            guard let found else { return }
            json.key("findings")
            found.write(about: file, to: &json)
        }
    }

    private static func busy(_ words: Words) -> Part {
        var part = Part(words[.workBusy])
        part.isBusy = true
        return part
    }

    static var stale: Part {
        var part = Part("", .empty)
        part.isStale = true
        return part
    }

    // MARK: Tests

    static func test(_ site: Site, _ visit: Visit) throws -> Answer {
        let (draft, file) = try draft(site, visit)
        return answer(tests(site, visit, draft, file))
    }

    static func tests(_ site: Site, _ visit: Visit, _ draft: Draft, _ file: String = "") -> Part {
        onBench(site, visit, .tests, seconds: site.options.secondsToTest) { work in
            var pack = try PackSource.load(draft.pack)
            pack.hostLimits.milliseconds = millisecondsForOne
            let makers = PackTestFiles(draft.tests).makers(seconds: secondsToTestOne) + AutomaticChecks(pack).makers()
            let report = try PackTestRun(pack, makers: makers).run { work.isOver }
            if work.isStale { return stale }
            return Part(TestsPart.sum(report, visit.words), TestsPart.list(report, draft, file, visit.words))
        }
    }

    // MARK: Names

    /// Fields, functions and parameters, to complete and explain them.
    static func catalogue(_ site: Site, _ visit: Visit) throws -> Answer {
        let draft = try site.drafts.draft(visit["draft"])
        let pack = try? PackSource.load(draft.pack)
        var json = JSONWriter()
        json.beginObject()
        json.key("catalogue")
        EditorCatalogue.write(pack?.catalogue ?? .standard, to: &json)
        json.key("parameters")
        json.array(pack?.parameters ?? []) { parameter, json in
            json.beginObject()
            json.key("name"); json.string(parameter.name)
            json.key("about"); json.string(parameter.title)
            json.endObject()
        }
        json.endObject()
        return Answer(type: "application/json", body: json.bytes)
    }
}
