import Foundation
import TestSupport
import Testing

/// A letter goes to the person concerned, and others may read it over their shoulder.
@Suite("what a letter does not say")
struct LetterPrivacyTests {
    private static let packs = ["gripping-the-offender", "staffordshire", "stoke-on-trent"]

    /// Words for sex, age, ethnicity, disability, health, gangs and intelligence that a letter has no need of.
    private static let words: Set<String> = [
        "sex", "gender", "male", "female", "man", "men", "woman", "women", "boy", "girl", "he", "she", "his", "her",
        "age", "aged", "born", "birth", "birthday", "young", "younger", "youth", "adult",
        "ethnicity", "ethnic", "white", "black", "asian", "mixed", "caribbean", "african", "indian", "pakistani", "bangladeshi", "chinese", "irish",
        "gypsy", "traveller", "arab", "disability", "disabled", "mental", "physical", "safeguarding", "victim", "exploited",
        "gang", "gangs", "associate", "associates", "intelligence", "informant", "source",
    ]

    /// What of the letter must not be there; the person's own words are in `person`.
    private func leaks(_ letter: String, _ person: JSONValue, _ others: Set<String>) -> [String] {
        let own = person["id"]?.text ?? ""
        let tokens = Set(letter.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
        let spoken = Set(letter.lowercased().split { !$0.isLetter }.map(String.init))
        var found = tokens.intersection(others.subtracting([own])).sorted() + spoken.intersection(Self.words).sorted()
        func forbid(_ text: String?, what: String) {
            if let text, !text.isEmpty, letter.lowercased().contains(text.lowercased()) { found.append("\(what) \(text)") }
        }
        forbid(person.at("gang.name")?.text, what: "gang")
        for associate in person["associates"]?.items ?? [] where tokens.contains(associate["id"]?.text ?? " ") { found.append("associate") }
        // A kind of report that is an ordinary word of the rules (burglary, vehicle) tells nothing.
        for report in person["intelligence"]?.items ?? [] {
            let kind = report["kind"]?.text ?? ""
            if kind.contains("_") || ["drugs", "domestic", "sighting", "weapons", "firearm"].contains(kind), !kind.isEmpty {
                forbid(kind.replacing("_", with: " "), what: "report of")
                forbid(kind == kind.replacing("_", with: " ") ? nil : kind, what: "report of")
            }
        }
        if let code = person["ethnicity"]?.text, tokens.contains(code) { found.append("ethnicity \(code)") }
        if let born = person["date_of_birth"]?.text {
            forbid(born, what: "born")
            if tokens.contains(String(born.prefix(4))) { found.append("year of birth") }
            if letter.contains(/\b(aged?|age of) \d+\b|\b\d+ years old\b/) { found.append("years") }
        }
        return found
    }

    private func letter(_ work: Workplace, _ pack: String, _ cohort: String, _ id: String) throws -> String {
        let result = try work.run("explain", "rules/\(pack)", cohort, id, "--as-of", Workplace.date, "--letter")
        #expect(result.status == 0, "\(id): \(result.err)")
        return result.out
    }

    private func expectComplete(_ letter: String, _ pack: String, _ id: String) {
        let flat = letter.lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        #expect(flat.contains("The rules: \(pack) 1.0.0."))
        #expect(flat.contains("Give this reference: \(id)."))
        #expect(flat.contains("You can ask for what is recorded about you, ask for mistakes to be put right, and ask people to look at this again."))
        #expect(flat.contains(/Write to [a-z.]+@example\.org/))
        #expect(flat.contains("It decides nothing: people decide"))
        #expect(letter.longLines.isEmpty)
    }

    @Test("nothing of anybody else, no intelligence and no protected characteristic, in the examples", arguments: packs)
    func examples(pack: String) throws {
        let work = try Workplace()
        let people = try work.read("examples/nominals.ndjson").lines.map { try JSONValue($0) }
        let ids = Set(people.compactMap { $0["id"]?.text })
        for person in people {
            let id = person["id"]?.text ?? ""
            let letter = try letter(work, pack, "examples/nominals.ndjson", id)
            #expect(leaks(letter, person, ids) == [], "\(id): \(letter)")
            expectComplete(letter, pack, id)
        }
    }

    /// A hundred nominals for each pack, a third of the cohort each, so that the whole stays quick.
    @Test("nor in a synthetic cohort", arguments: Array(packs.enumerated()))
    func synthetic(which: (offset: Int, pack: String)) throws {
        let work = try Workplace()
        var text = try work.run("cohort", "synth", "--count", "300", "--seed", "11", "--as-of", Workplace.date).out
        // The pilot's people live in London; elsewhere they would all have moved out of the scheme.
        if which.offset > 0 { text = text.replacing(/"borough":"[^"]*"/, with: "\"borough\":\"Stoke-on-Trent\"") }
        try work.write("people.ndjson", text)
        let people = try text.lines.map { try JSONValue($0) }
        let ids = Set(people.compactMap { $0["id"]?.text })
        #expect(people.contains { $0.at("gang.name") != nil } && people.contains { $0["associates"]?.items.isEmpty == false })
        for person in people.enumerated().filter({ $0.offset % 3 == which.offset }).map(\.element) {
            let id = person["id"]?.text ?? ""
            let letter = try letter(work, which.pack, "people.ndjson", id)
            #expect(leaks(letter, person, ids) == [], "\(id): \(letter)")
            expectComplete(letter, which.pack, id)
        }
    }

    @Test("the look for leaks finds them")
    func finds() throws {
        let person = try JSONValue(
            #"{"id":"A","date_of_birth":"1990-05-01","ethnicity":"W2","gang":{"name":"Marl Hole"},"associates":[{"id":"C"}],"intelligence":[{"kind":"drugs"}]}"#)
        let leaks = leaks("A, aged 36, born 1990-05-01, W2, of Marl Hole with B and C; drugs. She", person, ["A", "B"])
        #expect(leaks == ["B", "aged", "born", "she", "gang Marl Hole", "associate", "report of drugs", "ethnicity W2", "born 1990-05-01", "years"])
    }
}
