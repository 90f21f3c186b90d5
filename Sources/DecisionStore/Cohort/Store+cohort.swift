package import Cohorts
import GRDB

extension Store {
    /// Takes a cohort into the store: every good line becomes the nominal's, or nothing is changed at all.
    /// - Parameters:
    ///   - name: the file's name, for the log.
    ///   - boroughs: only people of these are taken, and nobody whom the store has elsewhere; nil for all.
    ///   - reject: is given each line that is not taken, while it is read.
    /// - Throws: ``StoreError``, `CohortError`, and what `reject` throws; then only the failure is in the log.
    package func take(
        _ source: any CohortSource, layout: RowLayout, name: String, boroughs: Set<String>? = nil, who: String, why: String, reject: (Reject) throws -> Void
    ) throws -> CohortImport {
        do {
            return try write { writer in
                let source = DigestedSource(source)
                var result = CohortImport(file: name, who: who)
                var decoder = NominalDecoder(layout: layout)
                let row = NominalRow(layout: layout)
                let reading = ImportedNominal.Reading(layout)
                var taken = TakenNominals(writer: writer, who: who, why: why)
                var more = true
                while more {
                    var found: Reject?
                    var failure: (any Error)?
                    more = try source.next { bytes, number in
                        found = decoder.decode(bytes, lineNumber: number, into: row)
                        guard found == nil else { return }
                        do {
                            let nominal = reading.nominal(row, line: Array(bytes))
                            if let boroughs, let elsewhere = try writer.elsewhere(nominal, than: boroughs) {
                                found = .elsewhere(elsewhere, id: row.id, line: number)
                            } else if try !taken.take(nominal, into: &result) {
                                found = .duplicate(id: row.id, line: number)
                            }
                        } catch {
                            failure = error
                        }
                    }
                    if let failure { throw failure }
                    var rejects = source.pendingRejects
                    source.pendingRejects = []
                    if let found { rejects.append(try source.locate(found)) }
                    result.rejected += rejects.count
                    for line in rejects { try reject(line) }
                }
                result.read = result.added + result.changed + result.unchanged + result.rejected
                result.digest = source.digest
                try writer.finish(result, why: why)
                return result
            }
        } catch {
            let failure = AuditEvent(.failure, who: who, why: why, what: "importing `\(name)` failed, and nothing of it was kept: \(error)")
            try write { _ = try $0.log(failure) }
            throw error
        }
    }
}
