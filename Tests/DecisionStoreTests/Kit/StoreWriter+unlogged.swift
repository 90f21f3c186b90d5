@testable import DecisionStore
import GRDB

extension StoreWriter {
    /// What no part of the program does.
    func changeWithoutLogging() throws { try db.execute(sql: "UPDATE meta SET value = x'00' WHERE name = 'store'") }
}
