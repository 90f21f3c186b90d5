import Decisions
import Evidence
import Notation

extension Assurance {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("tests")
        json.beginObject()
        json.key("passed"); json.int(tests.passed)
        json.key("failed"); json.int(tests.failed)
        json.key("skipped"); json.int(tests.skipped)
        json.key("remarks"); json.strings(tests.remarks)
        json.endObject()
        json.key("coverage")
        json.array(coverage) { part, json in
            json.beginObject()
            json.key("kind"); json.string(part.kind)
            json.key("hit"); json.int(part.hit)
            json.key("of"); json.int(part.of)
            json.endObject()
        }
        json.key("gaps"); json.strings(gaps)
        json.key("mutation"); if let mutation { mutation.write(to: &json) } else { json.null() }
        json.key("findings")
        json.array(findings) { $0.write(to: &$1) }
        json.key("missing")
        json.beginObject()
        json.key("people"); json.int(missingPeople)
        json.key("fields")
        json.array(missing) { $0.write(to: &$1) }
        json.endObject()
        json.endObject()
    }
}

extension Assurance.Mutation {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("killed"); json.int(killed)
        json.key("of"); json.int(of)
        json.key("rules")
        json.array(rules) { rule, json in
            json.beginObject()
            json.key("rule"); json.optional(rule.rule)
            json.key("title"); json.string(rule.title)
            json.key("killed"); json.int(rule.killed)
            json.key("of"); json.int(rule.of)
            json.endObject()
        }
        json.key("survived")
        json.array(survivors) { survivor, json in
            json.beginObject()
            json.key("file"); json.string(survivor.file)
            json.key("line"); json.int(survivor.line)
            json.key("rule"); json.optional(survivor.rule)
            json.key("was"); json.string(survivor.was)
            json.key("now"); json.string(survivor.now)
            json.key("edited"); json.string(survivor.edited)
            json.key("message"); json.string(survivor.words)
            json.endObject()
        }
        json.key("untouched"); json.strings(untouched)
        json.endObject()
    }
}

extension Assurance.Missing {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("field"); json.string(path)
        json.key("title"); json.string(title)
        json.key("known"); json.int(known)
        json.key("changed"); json.int(changed)
        json.key("unknown"); json.int(unknown)
        json.key("silent"); json.int(silent)
        json.key("failed"); json.int(failed)
        json.endObject()
    }
}
