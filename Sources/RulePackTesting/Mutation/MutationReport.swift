package import Notation

/// What became of every mutant of a pack.
package struct MutationReport: Sendable {
    package enum Fate: Sendable, Equatable {
        /// The test that failed first.
        case killed(by: String)
        /// The pack does not load with it; why, in words.
        case killedByLoad(String)
        /// No test failed.
        case survived(Survivor)
    }

    /// What would help to write the test that is missing.
    package struct Survivor: Sendable, Equatable {
        /// How many tests come to the place at all.
        package var reachedBy: Int
        /// The line as the mutant leaves it.
        package var editedLine: String
        /// A nominal of which the decision changes, as a ready-made test; nil where none of those tried tells the two apart.
        package var spec: String?
        /// What changes for that nominal, or how many nominals were tried in vain.
        package var words: String
    }

    package let outcomes: [(mutant: Mutant, fate: Fate)]
    /// Files that the pack loads and that are not its own: baselines and modules, which were left as they are.
    package let untouched: [String]

    package var of: Int { outcomes.count }
    package var killed: Int { outcomes.count { if case .survived = $0.fate { false } else { true } } }
    package var killedByLoad: [(mutant: Mutant, why: String)] {
        outcomes.compactMap { if case .killedByLoad(let why) = $0.fate { ($0.mutant, why) } else { nil } }
    }
    package var survivors: [(mutant: Mutant, survivor: Survivor)] {
        outcomes.compactMap { if case .survived(let survivor) = $0.fate { ($0.mutant, survivor) } else { nil } }
    }

    /// Of a hundred mutants so many are killed, rounded down; nil where the pack has nothing to change.
    package var percent: Int? { of == 0 ? nil : killed * 100 / of }

    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("killed"); json.int(killed)
        json.key("of"); json.int(of)
        json.key("killed_by_load"); json.int(killedByLoad.count)
        json.key("survived")
        json.beginArray()
        for (mutant, survivor) in survivors {
            json.beginObject()
            json.key("file"); json.string(mutant.file)
            json.key("line"); json.int(mutant.line)
            json.key("column"); json.int(mutant.column)
            json.key("was"); json.string(mutant.was)
            json.key("now"); json.string(mutant.now)
            json.key("rule"); json.optional(mutant.rule)
            json.key("reached_by"); json.int(survivor.reachedBy)
            json.key("edited"); json.string(survivor.editedLine)
            json.key("told_apart_by"); json.optional(survivor.spec)
            json.key("message"); json.string(survivor.words)
            json.endObject()
        }
        json.endArray()
        json.key("loads_not")
        json.beginArray()
        for (mutant, why) in killedByLoad {
            json.beginObject()
            json.key("file"); json.string(mutant.file)
            json.key("line"); json.int(mutant.line)
            json.key("was"); json.string(mutant.was)
            json.key("now"); json.string(mutant.now)
            json.key("message"); json.string(why)
            json.endObject()
        }
        json.endArray()
        json.key("untouched"); json.strings(untouched)
        json.endObject()
    }
}
