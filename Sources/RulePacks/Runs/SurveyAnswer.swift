import Notation

/// What one person's data says to a step of a survey.
enum SurveyAnswer: Sendable {
    struct Groups: Sendable {
        var id: String
        var isMember: Bool
        /// For each declared group the key; nil where there is none, or where the group is made by links.
        var keys: [String?]
        /// For each declared group that is made by links, the ids of those linked with.
        var associates: [[String]]
    }

    struct Score: Sendable {
        var matrix: Int
        /// It asked for a mean that is not there yet.
        var isPending: Bool
        /// nil where it is not known, or where a rule failed.
        var score: Double?
        /// For each declared group the key of the person's group; nil where the person is in none.
        var keys: [String?]
    }

    case groups(Groups)
    case scores([Score])
    /// nil: the person asks for no place.
    case place(AllocationPlan.Candidate?)
}

/// As a line of a file, so that parts of a cohort can be surveyed apart.
extension SurveyAnswer {
    /// - Parameter step: the number of the step, so that a reader knows where the next one begins.
    func write(to json: inout JSONWriter, step: Int) {
        // As bits, so that what is read is the same number, and an infinite one is a number, too.
        func bits(_ value: Double?) -> String? { value.map { String($0.bitPattern, radix: 16) } }
        json.beginObject()
        json.key("step")
        json.int(step)
        switch self {
        case .groups(let person):
            json.key("id")
            json.string(person.id)
            json.key("member")
            json.bool(person.isMember)
            json.key("keys")
            json.array(person.keys) { $1.optional($0) }
            json.key("associates")
            json.array(person.associates) { $1.strings($0) }
        case .scores(let scores):
            json.key("scores")
            json.array(scores) { score, json in
                json.beginObject()
                json.key("matrix")
                json.int(score.matrix)
                json.key("pending")
                json.bool(score.isPending)
                json.key("score")
                json.optional(bits(score.score))
                json.key("keys")
                json.array(score.keys) { $1.optional($0) }
                json.endObject()
            }
        case .place(let candidate):
            json.key("place")
            if let candidate {
                json.beginObject()
                json.key("id")
                json.string(candidate.id)
                json.key("kept")
                json.bool(candidate.isKept)
                json.key("ranks")
                json.array(candidate.ranks) { $1.optional(bits($0)) }
                json.key("to_rank")
                json.strings(candidate.rankedLastForWantOf)
                json.key("to_keep")
                json.strings(candidate.keptForWantOf)
                json.endObject()
            } else {
                json.null()
            }
        }
        json.endObject()
        json.newline()
    }

    /// Reads a line that `write` wrote.
    static func read(_ line: UnsafeRawBufferPointer) throws(JSONFault) -> (step: Int, answer: SurveyAnswer) {
        var json = JSONReader(line)
        try json.beginObject()
        try json.key("step")
        let step = try json.int()
        let answer: SurveyAnswer
        if json.hasKey("id") {
            answer = .groups(try readGroups(&json))
        } else if json.hasKey("scores") {
            try json.key("scores")
            answer = .scores(try json.array { reader throws(JSONFault) in try readScore(&reader) })
        } else {
            try json.key("place")
            answer = .place(try json.optional { reader throws(JSONFault) in try readCandidate(&reader) })
        }
        try json.endObject()
        try json.end()
        return (step, answer)
    }

    private static func texts(_ json: inout JSONReader) throws(JSONFault) -> [String?] {
        try json.array { reader throws(JSONFault) in try reader.optional { part throws(JSONFault) in try part.string() } }
    }

    private static func number(_ text: String) throws(JSONFault) -> Double {
        guard let bits = UInt64(text, radix: 16) else { throw JSONFault(offset: 0, expected: "a number's bits") }
        return Double(bitPattern: bits)
    }

    private static func readGroups(_ json: inout JSONReader) throws(JSONFault) -> Groups {
        try json.key("id")
        let id = try json.string()
        try json.key("member")
        let isMember = try json.bool()
        try json.key("keys")
        let keys = try texts(&json)
        try json.key("associates")
        let associates = try json.array { reader throws(JSONFault) in try reader.strings() }
        return Groups(id: id, isMember: isMember, keys: keys, associates: associates)
    }

    private static func readScore(_ json: inout JSONReader) throws(JSONFault) -> Score {
        try json.beginObject()
        try json.key("matrix")
        let matrix = try json.int()
        try json.key("pending")
        let isPending = try json.bool()
        try json.key("score")
        let score = try json.optional { reader throws(JSONFault) in try number(try reader.string()) }
        try json.key("keys")
        let keys = try texts(&json)
        try json.endObject()
        return Score(matrix: matrix, isPending: isPending, score: score, keys: keys)
    }

    private static func readCandidate(_ json: inout JSONReader) throws(JSONFault) -> AllocationPlan.Candidate {
        try json.beginObject()
        try json.key("id")
        let id = try json.string()
        try json.key("kept")
        let isKept = try json.bool()
        try json.key("ranks")
        var ranks: [Double?] = []
        for text in try texts(&json) {
            if let text { ranks.append(try number(text)) } else { ranks.append(nil) }
        }
        try json.key("to_rank")
        let toRank = try json.strings()
        try json.key("to_keep")
        let toKeep = try json.strings()
        try json.endObject()
        return AllocationPlan.Candidate(id: id, isKept: isKept, ranks: ranks, rankedLastForWantOf: toRank, keptForWantOf: toKeep)
    }
}
