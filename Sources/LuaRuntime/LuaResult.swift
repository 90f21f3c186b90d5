import CLuaShim
package import Notation

/// A function's result.
package enum LuaResult {
    case nothing
    case bool(Bool)
    case number(Double)
    /// UTF-8, cut at two thousand bytes.
    case text(String)
    case date(Day)
    case span(Span)
    /// Anything else, by a name for messages.
    case other(String)

    init(_ value: wm_value) {
        switch wm_tag(UInt32(value.tag)) {
        case WM_NIL: self = .nothing
        case WM_BOOL: self = .bool(value.as.i != 0)
        case WM_INT: self = .number(Double(value.as.i))
        case WM_NUMBER: self = .number(value.as.d)
        case WM_STRING: self = .text(LuaData.text(of: value))
        case WM_HANDLE:
            let number = Int(wm_handle_number(value.as.i))
            switch wm_handle(UInt32(wm_handle_kind(value.as.i))) {
            case WM_DATE: self = .date(Day(number: number))
            case WM_DAYS: self = .span(.days(number))
            case WM_MONTHS: self = .span(.months(number))
            case WM_RECORD: self = .other("a record")
            case WM_LIST, WM_SET: self = .other("a list")
            case WM_FILTER: self = .other("a filter")
            default: self = .other("a group of answers")
            }
        case WM_TABLE: self = .other("a table")
        case WM_FUNCTION: self = .other("a function")
        default: self = .other("something else")
        }
    }
}
