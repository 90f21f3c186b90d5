import ArgumentParser

/// The floor: a program written for these rules and nothing else.
struct FloorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor", abstract: "Decide by the common rules written by hand in Swift: parse, decide, write.")

    @Argument(help: "The cohort, as `bench cohort` makes it.")
    var cohort: String
    @Flag(help: "Let Lua decide, over what Swift counted.")
    var lua = false
    @Option(help: "Write here how many nanoseconds deciding took.")
    var deciding: String?

    func run() throws {
        var lines = try LineReading(path: cohort)
        var out = ByteText(capacity: 1 << 19)
        guard lua else {
            while let line = lines.next(), let start = line.baseAddress {
                guard let person = FloorParser(end: start + line.count).read(start) else { throw BenchFailure(description: "a line is not JSON") }
                FloorDecision(person).write(person, to: &out)
                flush(&out, beyond: 1 << 18)
            }
            return flush(&out)
        }
        let decider = try LuaFloor()
        var people: [FloorPerson] = []
        var decisions: [FloorDecision] = []
        var spent = 0
        // Sixteen at a time, so that looking at the clock costs next to nothing.
        var ids = ByteText()
        var isEnd = false
        while !isEnd {
            people.removeAll(keepingCapacity: true)
            decisions.removeAll(keepingCapacity: true)
            ids.removeAll()
            ids.reserve(16 * 256)
            while people.count < 16 {
                guard let line = lines.next(), let start = line.baseAddress else {
                    isEnd = true
                    break
                }
                guard var person = FloorParser(end: start + line.count).read(start) else { throw BenchFailure(description: "a line is not JSON") }
                if let id = person.id.baseAddress, person.id.count <= 256 {
                    let kept = ids.base + ids.count
                    ids.put(id, person.id.count)
                    person.id = UnsafeBufferPointer(start: kept, count: person.id.count)
                }
                people.append(person)
            }
            let start = nanoseconds()
            for person in people { decisions.append(decider.decide(person)) }
            spent += nanoseconds() - start
            for (person, decision) in zip(people, decisions) { decision.write(person, to: &out) }
            flush(&out, beyond: 1 << 18)
        }
        flush(&out)
        if let deciding { try WholeFile.write("\(spent)\n", to: deciding) }
    }
}
