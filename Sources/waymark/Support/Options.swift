import ArgumentParser
import Glibc
import Notation

/// A date on the command line.
struct DayArgument: ExpressibleByArgument {
    let day: Day
    init?(argument: String) {
        guard let day = Day(iso: argument) else { return nil }
        self.day = day
    }
}

enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct DateOption: ParsableArguments {
    @Option(name: .customLong("as-of"), help: ArgumentHelp("The date of the run, such as 2026-11-01. Default: today.", valueName: "date"))
    var asOf: DayArgument?

    var day: Day { asOf?.day ?? DateOption.today }

    static var today: Day {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? Day(number: 0)
    }
}

struct FormatOption: ParsableArguments {
    @Option(help: "text for people, json for programs.")
    var format: Format = .text
}

struct OutputOption: ParsableArguments {
    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write here, whole or not at all. Default: standard output.", valueName: "file"))
    var output: String?
}
