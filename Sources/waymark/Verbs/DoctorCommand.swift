import ArgumentParser

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", _superCommandName: Waymark.name,
        abstract: "Say what is wrong with a store, a pack or the set-up, and how to mend it.",
        usage: "waymark doctor [options]",
        discussion: """
            Example: waymark doctor --pack rules/staffordshire

            Nothing is changed, and each thing is looked at alone, however broken another is. Without --store and \
            WAYMARK_STORE no store is looked at. Exit codes: 0 all is well, whatever the notes; 1 something is wrong, or \
            could not be looked at; 2 wrong usage.
            """)

    @Option(help: ArgumentHelp("The store's folder. Default: what WAYMARK_STORE names.", valueName: "folder"))
    var store: String?
    @Option(help: ArgumentHelp("A pack to look at; may be given more than once.", valueName: "folder"))
    var pack: [String] = []
    @OptionGroup var format: FormatOption

    func run() throws {
        var doctor = Doctor()
        doctor.checkSetUp()
        if let folder = store ?? StoreOption.named {
            doctor.begin(.store, folder)
            if doctor.checkFiles(folder) { doctor.checkDatabase(folder, doctor.checkPeople(folder)) }
        }
        for path in pack { doctor.checkPack(path) }
        let report = DoctorReport(examined: doctor.examined)
        let out = try ResultFile(nil)
        try out.write(format.format == .json ? report.json : report.text)
        try out.finish()
        if doctor.count(.wrong) + doctor.count(.unmade) > 0 { throw Stop(.failedCheck) }
    }
}
