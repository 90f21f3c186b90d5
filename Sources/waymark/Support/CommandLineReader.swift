import ArgumentParser
import Notation

/// Finds out what the command line asks for.
enum CommandLineReader {
    /// A verb without verbs of its own is read by itself, as reading it among all the others takes longer than what many of them do. Help, and
    /// what is not in order, is read again as a whole, which knows what to say.
    /// - Parameter words: what stands behind the program's name.
    /// - Throws: `ValidationError` for a verb that there is not, or what the parser throws.
    static func command(_ words: [String]) throws -> any ParsableCommand {
        if let verb = words.first.flatMap({ Waymark.verb($0) }), verb.configuration.subcommands.isEmpty,
            let command = try? verb.parseAsRoot(Array(words.dropFirst())), type(of: command) == verb
        {
            return command
        }
        try checkVerb(words)
        return try Waymark.parseAsRoot(words)
    }

    /// To the parser a verb that there is not is only a word too many.
    private static func checkVerb(_ words: [String]) throws {
        var level: any ParsableCommand.Type = Waymark.self
        for (place, word) in words.enumerated() {
            let names = level.configuration.subcommands.compactMap { $0.configuration.commandName }
            if names.isEmpty || word == "help" || word.hasPrefix("-") { return }
            guard let next = level.verb(word) else {
                let verbs = ([Waymark.name] + words.prefix(place)).joined(separator: " ")
                let advice = nearestName(to: word, in: names).map { ": did you mean `\($0)`?" } ?? "; `\(verbs) --help` lists what there is"
                throw ValidationError("there is no verb `\(verbs) \(word)`" + advice)
            }
            level = next
        }
    }
}

extension ParsableCommand {
    /// One of its own verbs; nil where it has none of that name.
    fileprivate static func verb(_ name: String) -> (any ParsableCommand.Type)? {
        configuration.subcommands.first { $0.configuration.commandName == name }
    }
}
