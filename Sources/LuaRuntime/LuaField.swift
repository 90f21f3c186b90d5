import CLuaShim

/// A value that Lua sees as it is.
package enum LuaConstant: Sendable, Hashable {
    case nothing
    case bool(Bool)
    case number(Double)
    /// A text kept by `LuaState.intern`.
    case pooled(Int32)
    case date(Int)
    case set(Int32)
    case namespace(Int)
    /// One of the host's own objects, by its number.
    case object(Int)

    var raw: wm_value {
        var value = wm_value()
        switch self {
        case .nothing: value.tag = Int32(WM_NIL.rawValue)
        case .bool(let bool):
            value.tag = Int32(WM_BOOL.rawValue)
            value.as.i = bool ? 1 : 0
        case .number(let number):
            value.tag = Int32(WM_NUMBER.rawValue)
            value.as.d = number
        case .pooled(let index):
            value.tag = Int32(WM_POOLED.rawValue)
            value.as.i = Int64(index)
        case .date(let day):
            value.tag = Int32(WM_HANDLE.rawValue)
            value.as.i = wm_date_bits(Int64(day))
        case .set(let index):
            value.tag = Int32(WM_HANDLE.rawValue)
            value.as.i = wm_set_bits(index)
        case .namespace(let type):
            value.tag = Int32(WM_HANDLE.rawValue)
            value.as.i = wm_namespace_bits(Int32(type))
        case .object(let number):
            value.tag = Int32(WM_HANDLE.rawValue)
            value.as.i = wm_object_bits(Int32(clamping: number))
        }
        return value
    }
}

/// One field of a record type or of a namespace, as the C side answers it.
package struct LuaField: Sendable {
    /// Where a field's value comes from.
    package enum Kind: Sendable {
        // Cells of a record.
        case bool, int, number, text, words, date
        /// The pool index of the first value, and how many values there are.
        case enumeration(first: Int32, count: Int)
        /// Whole years from the date in the field's cell to the date of the run.
        case yearsSince
        case record(type: Int)
        /// Items of `type`, `stride` cells each. `dateCell` and `aside` are cells of an item.
        case list(type: Int, stride: Int, dateCell: Int?, aside: (cell: Int, value: Int)?)
        // Members of a namespace.
        case namespace(type: Int)
        case memo(slot: Int)
        case constant(LuaConstant)
        case method(argument: Int)
    }

    package var name: String
    package var kind: Kind
    /// Names the field in the record of what was read; nil: not recorded.
    package var readID: Int?
    package var cell = 0
    /// Rules may read it.
    package var isDeclared = true
    /// The cell of the date that says how old the value is.
    package var ageCell: Int?

    package init(_ name: String, _ kind: Kind, readID: Int? = nil, cell: Int = 0, isDeclared: Bool = true, ageCell: Int? = nil) {
        self.name = name
        self.kind = kind
        self.readID = readID
        self.cell = cell
        self.isDeclared = isDeclared
        self.ageCell = ageCell
    }

    var raw: wm_field_spec {
        var spec = wm_field_spec()
        spec.read_id = Int32(readID ?? -1)
        spec.cell = Int32(cell)
        spec.flags = isDeclared ? Int32(WM_DECLARED) : 0
        spec.age_cell = Int32(ageCell ?? -1)
        spec.date_cell = -1
        spec.aside_cell = -1
        func set(_ kind: wm_field_kind) { spec.kind = Int32(kind.rawValue) }
        switch kind {
        case .bool: set(WM_FIELD_BOOL)
        case .int: set(WM_FIELD_INT)
        case .number: set(WM_FIELD_NUMBER)
        case .text: set(WM_FIELD_TEXT)
        case .words: set(WM_FIELD_WORDS)
        case .date: set(WM_FIELD_DATE)
        case .enumeration(let first, let count):
            set(WM_FIELD_ENUM)
            spec.pool = first
            spec.pool_count = Int32(count)
        case .yearsSince: set(WM_FIELD_YEARS)
        case .record(let type):
            set(WM_FIELD_RECORD)
            spec.type = Int32(type)
        case .list(let type, let stride, let dateCell, let aside):
            set(WM_FIELD_LIST)
            spec.type = Int32(type)
            spec.stride = Int32(stride)
            spec.date_cell = Int32(dateCell ?? -1)
            spec.aside_cell = Int32(aside?.cell ?? -1)
            spec.aside_value = Int32(aside?.value ?? 0)
        case .namespace(let type):
            set(WM_FIELD_NAMESPACE)
            spec.type = Int32(type)
        case .memo(let slot):
            set(WM_FIELD_MEMO)
            spec.slot = Int32(slot)
        case .constant(let value):
            set(WM_FIELD_CONSTANT)
            spec.constant = value.raw
        case .method(let argument):
            set(WM_FIELD_METHOD)
            spec.type = Int32(argument)
        }
        return spec
    }
}
