import CLuaShim

extension LuaStatus {
    init(_ status: wm_status) {
        self =
            switch status {
            case WM_OK: .ok
            case WM_UNKNOWN: .unknown
            case WM_BREACH: .breach
            default: .fault
            }
    }

    var raw: wm_status {
        switch self {
        case .ok: WM_OK
        case .unknown: WM_UNKNOWN
        case .fault: WM_FAULT
        case .breach: WM_BREACH
        }
    }
}
