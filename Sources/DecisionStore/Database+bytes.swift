import Foundation
import GRDB
import Notation

extension [UInt8] {
    /// As SQLite keeps it.
    var blob: Data { Data(self) }
}

extension Database {
    /// The one value that a query gives; nil where it gives no row.
    func bytes(_ sql: String, _ arguments: StatementArguments = []) throws -> [UInt8]? {
        try Data.fetchOne(self, sql: sql, arguments: arguments).map(Array.init)
    }
}

extension Row {
    /// The bytes in a column; none where it holds something else.
    func bytes(_ column: String) -> [UInt8] { (Data.fromDatabaseValue(self[column] as DatabaseValue)).map(Array.init) ?? [] }
    /// The text in a column; empty where it holds something else.
    func text(_ column: String) -> String { String.fromDatabaseValue(self[column] as DatabaseValue) ?? "" }
    /// The whole number in a column; 0 where it holds something else.
    func int(_ column: String) -> Int { Int.fromDatabaseValue(self[column] as DatabaseValue) ?? 0 }
    /// The text in a column; nil where it is null.
    func optional(_ column: String) -> String? { String.fromDatabaseValue(self[column] as DatabaseValue) }
    /// The date in a column; nil where it is null.
    func day(_ column: String) -> Day? { optional(column).flatMap { Day(iso: $0) } }
    /// The texts in a column that holds a JSON list of them; none where it holds something else.
    func strings(_ column: String) -> [String] {
        var reader = JSONReader(text(column).utf8)
        return (try? reader.strings()) ?? []
    }
}

extension [String] {
    /// A JSON list.
    var json: String {
        var json = JSONWriter()
        json.strings(self)
        return json.text
    }
}
