import FieldDefinitions
import Glibc

/// A CSV file with the rows of one list, found by the nominal's id without holding the rows in memory.
///
/// In memory are some seventeen bytes a row: a hash of the id, where the row begins, and whether a nominal had it.
final class ListFile {
    let name: String
    let list: LaidOutField
    let nodes: [CSVNode]
    let idColumn: Int
    private let columnCount: Int
    private let window: FileWindow
    /// Sorted by hash, and rows of the same hash in the file's order.
    private var index: [Entry] = []
    private var used: [Bool] = []
    /// Where some of the rows begin, in order, to count lines from.
    private var marks: [Mark] = []
    private var counted = Mark(offset: 0, line: 1)

    private struct Entry {
        var hash: UInt64
        var offset: Int
    }

    private struct Mark {
        var offset: Int
        var line: Int
    }

    /// A row as it was found; its cells are valid until another is read.
    struct Row {
        /// Bytes of the file before it.
        var offset: Int
        var cells: CSVWriting
        var fault: RowFault?
    }

    /// The file of a list in the folder of the cohort's file; nil where there is none.
    static func path(of list: LaidOutField, beside cohort: String) -> String? {
        let folder = cohort.lastIndex(of: "/").map { String(cohort[...$0]) } ?? ""
        let path = folder + list.path + ".csv"
        // A link to nowhere is there too: to open it is an error, and not a list left out.
        var status = stat()
        return path != cohort && lstat(path, &status) == 0 ? path : nil
    }

    init(_ path: String, list: LaidOutField, layout: RowLayout) throws(CohortError) {
        // Nobody named it, so nobody stands ready to write into a pipe that happens to have its name.
        var status = stat()
        if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
            throw CohortError(message: "cannot read `\(path)`: it is not a file; the rows of `\(list.path)` belong in a file beside the cohort's")
        }
        let file = try InputFile(path: path, rewindable: true)
        let reader = CSVReader(file)
        name = path
        self.list = list
        window = FileWindow(file)
        let names = try reader.heading(of: path)
        columnCount = names.count
        let own = list.definition.name
        let parts = list.children.map { layout.fields[$0].definition.name }
        // Plain `id` is whose row it is, so it must not be taken for an item's own id.
        var heading = try CSVHeading(names, file: path) { name in
            if name == "id" { return "" }
            if name == own + "_id", parts.contains("id") { return "id" }
            for prefix in [list.path + ".", own + "."] where name.hasPrefix(prefix) {
                return String(name.dropFirst(prefix.count))
            }
            return name
        }
        guard let idColumn = heading.claim("") else {
            throw CohortError(message: "`\(path)` has no column `id`: add it, with the id of the nominal whose row each is")
        }
        self.idColumn = idColumn
        var aliases: [String: String] = [:]
        if case .list(let definition) = list.definition.type { aliases = definition.inputAliases }
        nodes = heading.nodes(list.children, layout: layout, prefix: "", aliases: aliases)
        if let column = heading.unclaimed {
            throw CohortError.unknownColumn(column, in: path, known: parts + aliases.keys.sorted())
        }
        try readIndex(reader)
    }

    private func readIndex(_ reader: CSVReader) throws(CohortError) {
        while let record = try reader.next() {
            if index.count.isMultiple(of: 1024) { marks.append(Mark(offset: record.offset, line: record.line)) }
            let cells = CSVWriting(bytes: record.bytes, values: reader.values)
            // A row that does not get as far as the id has a hash that no id has: it is reported as nobody's.
            let hash = idColumn < reader.values.count ? ListFile.hash(cells.text(idColumn)) : 0
            index.append(Entry(hash: hash, offset: record.offset))
        }
        index.sort { ($0.hash, $0.offset) < ($1.hash, $1.offset) }
        used = [Bool](repeating: false, count: index.count)
    }

    private static func hash(_ id: String) -> UInt64 {
        var id = id
        return id.withUTF8 { IDHash(UnsafeRawBufferPointer($0)).first | 1 }
    }

    /// Calls `body` with each row of a nominal, in the file's order, and marks them as used.
    func rows(of id: String, _ body: (Row) throws(CohortError) -> Void) throws(CohortError) {
        let hash = ListFile.hash(id)
        var place = firstPlace(of: hash)
        while place < index.count, index[place].hash == hash {
            let row = try row(at: index[place].offset)
            let found = row.cells.values.count > idColumn ? row.cells.text(idColumn) : nil
            if found == id {
                used[place] = true
                try body(row)
            } else if found.map(ListFile.hash) != hash {
                throw CohortError(message: "`\(name)` was changed while it was being read: run again")
            }
            place += 1
        }
    }

    private func firstPlace(of hash: UInt64) -> Int {
        var low = 0
        var high = index.count
        while low < high {
            let middle = (low + high) / 2
            if index[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func row(at offset: Int) throws(CohortError) -> Row {
        var values: [CSVValue] = []
        let (bytes, fault) = try window.record(at: offset, values: &values)
        return Row(
            offset: offset, cells: CSVWriting(bytes: bytes, values: values),
            fault: RowFault(fault, bytes, values: values.count, columns: columnCount))
    }

    /// Where the rows begin that no nominal had, in the file's order.
    var unusedOffsets: [Int] {
        index.indices.filter { !used[$0] }.map { index[$0].offset }.sorted()
    }

    func forgetUse() {
        for place in used.indices { used[place] = false }
    }

    /// The line on which the row at `offset` begins, counted from 1.
    func line(at offset: Int) throws(CohortError) -> Int {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        var from = low > 0 ? marks[low - 1] : Mark(offset: 0, line: 1)
        if counted.offset <= offset, counted.offset > from.offset { from = counted }
        counted = Mark(offset: offset, line: from.line + (try window.newlines(from: from.offset, to: offset)))
        return counted.line
    }
}
