import FieldDefinitions

/// Where the fields are that must agree with one another; -1 where the catalogue has no such field.
///
/// Cells of list parts count from the item's start, all others from the row's start.
struct CrossFieldRules {
    var birth: Int32 = -1
    var release: Int32 = -1
    var custodyStatus: Int32 = -1
    var custodyStatusCustody: Int64 = 0
    var offences: Int32 = -1
    var offenceDate: Int32 = -1
    var offenceConvicted: Int32 = -1
    var orders: Int32 = -1
    var ordersCell: Int32 = -1
    var ordersStride: Int32 = 0
    var orderKind: Int32 = -1
    var orderKindCustody: Int64 = 0
    var orderStart: Int32 = -1
    var orderEnd: Int32 = -1
    var taskings: Int32 = -1
    var taskingOpened: Int32 = -1
    var taskingDue: Int32 = -1
    var offered: Int32 = -1
    var attended: Int32 = -1

    init(_ layout: RowLayout) {
        func field(_ path: String) -> LaidOutField? { layout.id(ofPath: path).map { layout.fields[$0] } }
        func cell(_ path: String) -> Int32 { Int32(field(path)?.cell ?? -1) }
        func id(_ path: String) -> Int32 { Int32(field(path)?.id ?? -1) }
        func value(_ value: String, of path: String) -> Int64? {
            guard case .enumeration(let values)? = field(path)?.definition.type else { return nil }
            return values.values.firstIndex(of: value).map(Int64.init)
        }
        birth = cell("date_of_birth")
        release = cell("release_date")
        if let custody = value("custody", of: "custody_status") {
            custodyStatus = cell("custody_status")
            custodyStatusCustody = custody
        }
        offences = id("offences")
        offenceDate = cell("offences.date")
        offenceConvicted = cell("offences.convicted_on")
        if let list = field("orders"), let custody = value("custody", of: "orders.kind") {
            orders = Int32(list.id)
            ordersCell = Int32(list.cell)
            ordersStride = Int32(list.stride)
            orderKind = cell("orders.kind")
            orderKindCustody = custody
            orderStart = cell("orders.start")
            orderEnd = cell("orders.end")
        }
        taskings = id("taskings")
        taskingOpened = cell("taskings.opened")
        taskingDue = cell("taskings.due")
        offered = cell("engagement.offered")
        attended = cell("engagement.attended")
    }
}

/// Two fields of one nominal that cannot both be right.
enum Disagreement {
    case convictedBeforeOffence, offenceBeforeBirth, orderEndsBeforeStart, dueBeforeOpened, releaseBeforeCustody
    case attendedMoreThanOffered
}

extension CrossFieldRules {
    /// What is wrong with one item of a list, where something is.
    /// - Parameter born: days since 1970; ``NominalRow/none`` where the date of birth has not been read yet.
    @inline(__always)
    func fault(inItem item: UnsafeMutablePointer<Int64>, of list: Int32, born: Int64) -> Disagreement? {
        if list == offences {
            guard offenceDate >= 0 else { return nil }
            let date = item[Int(offenceDate)]
            if date == NominalRow.none { return nil }
            if date < born { return .offenceBeforeBirth }
            if precedes(item, offenceConvicted, date) { return .convictedBeforeOffence }
        } else if list == orders {
            if orderStart >= 0, precedes(item, orderEnd, item[Int(orderStart)]) { return .orderEndsBeforeStart }
        } else if list == taskings {
            if taskingOpened >= 0, precedes(item, taskingDue, item[Int(taskingOpened)]) { return .dueBeforeOpened }
        }
        return nil
    }

    /// Whether a cell has a date before `date`; with `none` for a date nothing comes before it.
    @inline(__always)
    private func precedes(_ item: UnsafeMutablePointer<Int64>, _ cell: Int32, _ date: Int64) -> Bool {
        guard cell >= 0, item[Int(cell)] != NominalRow.none else { return false }
        return item[Int(cell)] < date
    }

    /// What is wrong between the fields of the top level of a row, where something is.
    @inline(__always)
    func fault(inRow cells: UnsafeMutablePointer<Int64>) -> Disagreement? {
        if offered >= 0, attended >= 0 {
            let given = cells[Int(offered)]
            if given != NominalRow.none, cells[Int(attended)] > given { return .attendedMoreThanOffered }
        }
        if release >= 0, cells[Int(release)] != NominalRow.none, releasesBeforeCustody(cells) {
            return .releaseBeforeCustody
        }
        return nil
    }

    /// A release date goes with the custody order that it ends: in custody with the latest, otherwise with any of them.
    private func releasesBeforeCustody(_ cells: UnsafeMutablePointer<Int64>) -> Bool {
        guard ordersCell >= 0, orderStart >= 0, cells[Int(ordersCell)] != NominalRow.none else { return false }
        let packed = cells[Int(ordersCell)]
        var earliest = Int64.max
        var latest = Int64.min
        for i in 0..<Int(packed >> 32) {
            let item = cells + Int(packed & 0xFFFF_FFFF) + i * Int(ordersStride)
            let start = item[Int(orderStart)]
            guard item[Int(orderKind)] == orderKindCustody, start != NominalRow.none else { continue }
            earliest = min(earliest, start)
            latest = max(latest, start)
        }
        guard latest != Int64.min else { return false }
        let inCustody = custodyStatus >= 0 && cells[Int(custodyStatus)] == custodyStatusCustody
        return cells[Int(release)] < (inCustody ? latest : earliest)
    }
}
