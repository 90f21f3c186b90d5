extension CSVSource {
    /// Rejects made by one call, so that rows of nobody take no memory however many there are.
    private static var rejectsAtOnce: Int { 64 }

    /// Reports some of the rows that no nominal had.
    /// - Returns: false where none is left.
    func rejectOrphans() throws(CohortError) -> Bool {
        guard var left = orphans, let place = left.firstIndex(where: { !$0.isEmpty }) else { return false }
        let list = lists[place]
        for offset in left[place].prefix(CSVSource.rejectsAtOnce) {
            let row = try list.row(at: offset)
            let line = try list.line(at: offset)
            let id = row.cells.values.count > list.idColumn ? row.cells.text(list.idColumn) : ""
            let fault = row.fault ?? RowFault(
                got: id, expected: "id of a nominal",
                message: id.isEmpty
                    ? "the row does not say whose it is: fill its column `id`, or take the row out"
                    : "no line of `\(name)` has the id `\(RawJSON.shortened(id))`: add the person there, or take the row out")
            pendingRejects.append(
                fault.at("`\(list.name)`, line \(line)").reject(line: line, id: id, path: list.list.path))
        }
        left[place] = left[place].dropFirst(CSVSource.rejectsAtOnce)
        orphans = left
        return true
    }

    func locate(_ reject: Reject) throws(CohortError) -> Reject {
        guard let id = reject.id, let list = lists.first(where: { reject.path.hasPrefix($0.list.path + "[") }),
            let place = Int(reject.path.dropFirst(list.list.path.count + 1).prefix { $0 != "]" })
        else { return reject }
        var offset: Int?
        var row = 0
        try list.rows(of: id) { found in
            if row == place { offset = found.offset }
            row += 1
        }
        guard let offset else { return reject }
        var located = reject
        located.message = "`\(list.name)`, line \(try list.line(at: offset)): \(reject.message)"
        return located
    }
}
