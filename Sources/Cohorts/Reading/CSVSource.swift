import FieldDefinitions
import Notation

/// Nominals from CSV: one file for the flat fields, and beside it one file for each list that is given.
///
/// Makes one line of NDJSON of each nominal, so that everything behind it is the same for both formats. A list whose
/// file is not there is left out of every nominal; where the file is there, somebody without rows has an empty list.
final class CSVSource: CohortSource {
    var pendingRejects: [Reject] = []
    let name: String
    let lists: [ListFile]
    let columnCount: Int
    private let reader: CSVReader
    private let idColumn: Int
    private let nodes: [CSVNode]
    private var json = JSONWriter()
    /// What is wrong with the rows of the nominal being written.
    private var listFault: Reject?
    /// Rows of lists that belong to nobody, still to be reported; nil until all nominals have been read.
    var orphans: [ArraySlice<Int>]?

    init(_ file: InputFile, path: String, layout: RowLayout, chunk: Int = 1 << 18) throws(CohortError) {
        name = path
        reader = CSVReader(file, chunk: chunk)
        let names = try reader.heading(of: path)
        var heading = try CSVHeading(names, file: path)
        columnCount = names.count
        idColumn = names.firstIndex(of: "id") ?? 0
        for id in layout.topFields where layout.fields[id].definition.isRequired {
            let field = layout.fields[id].path
            if !heading.has(field) {
                throw CohortError(
                    message: "`\(path)` has no column `\(field)`, and every nominal must have it: add the column")
            }
        }
        var lists: [ListFile] = []
        var places: [Int: Int] = [:]
        for field in layout.fields where field.stride > 0 {
            guard let file = ListFile.path(of: field, beside: path) else { continue }
            places[field.id] = lists.count
            lists.append(try ListFile(file, list: field, layout: layout))
        }
        self.lists = lists
        nodes = heading.nodes(layout.topFields, layout: layout, prefix: "", lists: places)
        if let column = heading.unclaimed { throw CohortError.noField(column, in: path, layout) }
    }

    func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool {
        guard orphans == nil else { return try rejectOrphans() }
        guard let record = try reader.next() else {
            orphans = lists.map { $0.unusedOffsets[...] }
            return try rejectOrphans()
        }
        let cells = CSVWriting(bytes: record.bytes, values: reader.values)
        let id = idColumn < cells.values.count ? cells.text(idColumn) : ""
        if let fault = RowFault(record.fault, record.bytes, values: cells.values.count, columns: columnCount) {
            for list in lists { try list.rows(of: id) { _ in } }
            pendingRejects.append(fault.reject(line: record.line, id: id, path: ""))
            return true
        }
        json.reset()
        listFault = nil
        json.beginObject()
        for node in nodes { try write(node, cells, id, record.line) }
        json.endObject()
        if let listFault {
            pendingRejects.append(listFault)
        } else {
            json.bytes.withUnsafeBytes { body($0, record.line) }
        }
        return true
    }

    private func write(_ node: CSVNode, _ cells: CSVWriting, _ id: String, _ line: Int) throws(CohortError) {
        switch node {
        case .value(let name, let column, let kind):
            if cells.isEmpty(column) { return }
            json.key(name)
            cells.write(column, kind, to: &json)
        case .record(let name, let parts):
            json.key(name)
            // The columns are there and empty: there is no such record, and that is known.
            guard parts.contains(where: { hasValue($0, cells) }) else { return json.null() }
            json.beginObject()
            for part in parts { try write(part, cells, id, line) }
            json.endObject()
        case .list(let name, let file):
            json.key(name)
            json.beginArray()
            try writeItems(of: lists[file], id, line)
            json.endArray()
        }
    }

    private func writeItems(of list: ListFile, _ id: String, _ line: Int) throws(CohortError) {
        var place = 0
        var broken: (row: ListFile.Row, fault: RowFault, place: Int)?
        try list.rows(of: id) { row throws(CohortError) in
            if let fault = row.fault {
                if broken == nil { broken = (row, fault, place) }
            } else {
                json.beginObject()
                for node in list.nodes { try write(node, row.cells, id, line) }
                json.endObject()
            }
            place += 1
        }
        guard let broken, listFault == nil else { return }
        let fault = broken.fault.at("`\(list.name)`, line \(try list.line(at: broken.row.offset))")
        listFault = fault.reject(line: line, id: id, path: "\(list.list.path)[\(broken.place)]")
    }

    private func hasValue(_ node: CSVNode, _ cells: CSVWriting) -> Bool {
        switch node {
        case .value(_, let column, _): !cells.isEmpty(column)
        case .record(_, let parts): parts.contains { hasValue($0, cells) }
        case .list: true
        }
    }

    func rewind() throws(CohortError) {
        try reader.rewind()
        _ = try reader.next()
        for list in lists { list.forgetUse() }
        orphans = nil
        pendingRejects = []
    }
}
