import CLuaShim

/// Why a chunk did not load or a function did not give an answer.
package struct LuaFault: Error, Sendable, Equatable {
    package enum Code: String, Sendable {
        case syntax
        case lua = "lua_error"
        case undefinedName = "undefined_name"
        case unknownField = "unknown_field"
        case undeclaredField = "undeclared_field"
        case readOnly = "read_only"
        case argument = "bad_argument"
        case staleRecord = "stale_record"
        case changedLocal = "changed_local"
        case host = "declaration"
        case instructions = "instruction_limit"
        case memory = "memory_limit"
        case module
        /// The clock ran out: nothing may be decided, and the run is over.
        case time = "time_limit"
        case depth = "depth_limit"
        case reasons = "reason_limit"
    }

    package var code: Code
    package var message: String
    /// The chunk, nil where not known.
    package var file: String?
    /// nil where not known.
    package var line: Int?

    package init(_ code: Code, _ message: String, file: String? = nil, line: Int? = nil) {
        self.code = code
        self.message = message
        self.file = file
        self.line = line
    }

    init(_ outcome: wm_outcome) {
        code =
            switch wm_code(UInt32(outcome.code)) {
            case WM_CODE_SYNTAX: .syntax
            case WM_CODE_UNDEFINED_NAME: .undefinedName
            case WM_CODE_UNKNOWN_FIELD: .unknownField
            case WM_CODE_UNDECLARED_FIELD: .undeclaredField
            case WM_CODE_READ_ONLY: .readOnly
            case WM_CODE_ARGUMENT: .argument
            case WM_CODE_STALE_RECORD: .staleRecord
            case WM_CODE_CHANGED_LOCAL: .changedLocal
            case WM_CODE_HOST: .host
            case WM_CODE_INSTRUCTIONS: .instructions
            case WM_CODE_MEMORY: .memory
            case WM_CODE_MODULE: .module
            case WM_CODE_TIME: .time
            case WM_CODE_DEPTH: .depth
            case WM_CODE_REASONS: .reasons
            default: .lua
            }
        message = LuaFault.text(outcome.message)
        let name = LuaFault.text(outcome.file)
        file = name.isEmpty ? nil : name
        line = outcome.line > 0 ? Int(outcome.line) : nil
    }

    /// A C array of characters as text; bytes that are not UTF-8 are replaced.
    private static func text<Characters>(_ characters: Characters) -> String {
        withUnsafeBytes(of: characters) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
