extension Store {
    /// Reads what a report is counted from. Before anything is read, one row of the log says who reads it and why.
    /// - Parameter what: which report, of whom, of which days.
    /// - Throws: ``StoreError``, and what `body` throws.
    package func count<T>(_ what: String, who: String, why: String, _ body: (StoreReader) throws -> T) throws -> T {
        try write { _ = try $0.log(AuditEvent(.consultation, who: who, why: why, what: "read \(what)")) }
        return try read(body)
    }
}
