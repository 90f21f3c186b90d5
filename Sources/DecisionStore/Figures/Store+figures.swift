extension Store {
    /// Logs that somebody reads figures. To be called before anything is read.
    /// - Parameter what: which report, of whom, of which days.
    /// - Throws: ``StoreError``
    package func logReading(of what: String, who: String, why: String) throws {
        try write { _ = try $0.log(AuditEvent(.consultation, who: who, why: why, what: "read \(what)")) }
    }
}
