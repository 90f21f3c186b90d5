@testable import DecisionStore
import Foundation
import GRDB
import Notation
import TestSupport

/// A store with which all is well, for faults to be made in: the pack `camford` is in force and has been run today.
struct DoctorPlace {
    let board: BoardWorkplace
    var folder: String { board.work.place.path + "/store" }

    /// - Parameter dates: the pack's first day, its review and its last day, in days from today.
    init(dates: (from: Int, review: Int, until: Int)? = nil) throws {
        board = try BoardWorkplace()
        if let dates {
            let today = StoreClock.system.today
            func day(_ days: Int) -> String { "\"\(today.adding(days: days))\"" }
            try edit("rules/camford/pack.lua", /valid = \{[^}]*\}/, "valid = { from = \(day(dates.from)), review_by = \(day(dates.review)), until_ = \(day(dates.until)) }")
        }
        try board.submit()
        try board.approve("a.khan", "b.ash", "c.day")
        try take("Camford")
        try mode(0o700, "")
    }

    func edit(_ file: String, _ old: some RegexComponent, _ new: String) throws { try board.work.write(file, try board.work.read(file).replacing(old, with: new)) }

    /// Imports two people of a borough.
    func take(_ borough: String) throws {
        let lines = (1...2).map { Line.of("\(borough)-\($0)").replacing("Camden", with: borough) }
        try board.work.write("few.ndjson", Line.file(lines))
        _ = try board.work.run("cohort", "import", "few.ndjson", "--by", "j.ofori", "--why", "a test", "--store", "store")
    }

    func mode(_ mode: Int, _ file: String) throws { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/" + file) }

    /// Changes the database as somebody with a database tool could.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder + "/waymark.db")
        try queue.inDatabase { try $0.execute(sql: "PRAGMA foreign_keys = OFF; \(sql)") }
        try queue.close()
    }

    /// Changes what triggers keep from being changed, and puts them back.
    func slip(_ sql: String) throws {
        try tamper(
            "DROP TRIGGER audit_fixed; \(sql); CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END")
    }

    /// Writes that a borough was run.
    /// - Parameter days: how many days ago.
    func run(_ borough: String = "Camford", days: Int) throws {
        let at = StoreClock.text(StoreClock.system.now() - days * 86_400_000)
        try tamper(
            """
            INSERT INTO run (id, audit, borough, as_of, approval, pack, pack_id, version, program, at, evaluated, restricted, rejected, errors, recommended, tasked, refused, has_company, digest)
                SELECT 1, 1, '\(borough)', '\(at.prefix(10))', digest, pack, id, '0.1.0', '0.1.0', '\(at)', 2, 0, 0, 0, 0, 0, 0, 0, zeroblob(32) FROM approval LIMIT 1
            """)
    }

    func doctor(_ arguments: String...) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(["doctor", "--store", "store"] + arguments, in: board.work.place.path)
    }
}
