import CLuaShim
import Notation

extension LuaData {
    /// Builds the tree from nodes in depth-first order; the first is the whole value.
    init(reading nodes: UnsafeBufferPointer<wm_node>) { self = LuaData.read(nodes, at: 0) }

    private static func read(_ nodes: UnsafeBufferPointer<wm_node>, at place: Int) -> LuaData {
        let node = nodes[place]
        guard node.value.tag == Int32(WM_TABLE.rawValue) else { return scalar(node) }
        var table = LuaTable()
        var child = place + 1
        while child < Int(node.next) {
            let value = read(nodes, at: child)
            let key = nodes[child].key
            switch wm_tag(UInt32(key.tag)) {
            case WM_INT where Int(key.as.i) == table.items.count + 1: table.items.append(value)
            case WM_STRING: table.named.append((text(of: key), value))
            default: table.strayKeys.append(words(for: key))
            }
            child = Int(nodes[child].next)
        }
        return .table(table)
    }

    private static func scalar(_ node: wm_node) -> LuaData {
        let value = node.value
        switch wm_tag(UInt32(value.tag)) {
        case WM_NIL: return .nothing
        case WM_BOOL: return .bool(value.as.i != 0)
        case WM_INT: return .int(Int(value.as.i))
        case WM_NUMBER: return .number(value.as.d)
        case WM_STRING: return .text(text(of: value))
        case WM_FUNCTION: return .function(LuaFunction(id: Int32(value.as.i), line: Int(node.line)))
        case WM_HANDLE:
            let number = Int(wm_handle_number(value.as.i))
            switch wm_handle(UInt32(wm_handle_kind(value.as.i))) {
            case WM_DATE: return .date(Day(number: number))
            case WM_DAYS: return .span(.days(number))
            case WM_MONTHS: return .span(.months(number))
            case WM_SET: return .set(Int32(number))
            case WM_FILTER: return .other("a filter")
            case WM_OBJECT: return .object(number)
            default: return .other("a group of answers")
            }
        default: return .other("something else")
        }
    }

    static func text(of value: wm_value) -> String {
        guard let text = value.as.text else { return "" }
        return text.withMemoryRebound(to: UInt8.self, capacity: Int(value.length)) {
            String(decoding: UnsafeBufferPointer(start: $0, count: Int(value.length)), as: UTF8.self)
        }
    }

    private static func words(for key: wm_value) -> String {
        switch wm_tag(UInt32(key.tag)) {
        case WM_INT: String(key.as.i)
        case WM_NUMBER: shortestText(key.as.d)
        case WM_BOOL: key.as.i != 0 ? "true" : "false"
        default: "a key"
        }
    }
}
