import CLuaShim
package import Notation

/// One Lua state: a sandbox with limits, in which rule files are loaded once and their functions called many times.
///
/// It knows nothing of what the rules are about. It belongs to one thread at a time and is never shared. No Lua error
/// can unwind through Swift: everything that can raise runs under `lua_pcall` in C, and a Swift callback gives a status
/// back to C, which raises after Swift has returned.
package final class LuaState {
    let vm: OpaquePointer
    private let context: Context
    // A state belongs to one thread at a time, and no access to these lasts while another begins.
    @exclusivity(unchecked) var memos: UnsafeMutablePointer<wm_memo>
    @exclusivity(unchecked) var memoCount = 1
    /// The two results of the call that ended last; where it was not `.ok` they say nothing. Text in them lasts until the next call.
    let results: UnsafePointer<wm_value>

    /// What C hands back to a callback. Unowned, as the host owns the state.
    final class Context {
        unowned let host: any LuaHost
        private var sources: [UnsafeMutablePointer<CChar>] = []
        init(host: any LuaHost) { self.host = host }
        private var reply: UnsafeMutablePointer<CChar>?

        deinit {
            for source in sources { source.deallocate() }
            reply?.deallocate()
        }

        /// A value as C takes it. A text stays until the next reply.
        func raw(_ value: LuaReply) -> wm_value {
            switch value {
            case .nothing: return LuaConstant.nothing.raw
            case .bool(let bool): return LuaConstant.bool(bool).raw
            case .number(let number): return LuaConstant.number(number).raw
            case .date(let day): return LuaConstant.date(day.number).raw
            case .object(let number): return LuaConstant.object(number).raw
            case .text(let text):
                let utf8 = Array(text.utf8)
                let kept = UnsafeMutablePointer<CChar>.allocate(capacity: utf8.count + 1)
                for (place, byte) in utf8.enumerated() { kept[place] = CChar(bitPattern: byte) }
                reply?.deallocate()
                reply = kept
                var raw = wm_value()
                raw.tag = Int32(WM_STRING.rawValue)
                raw.length = Int32(clamping: utf8.count)
                raw.as.text = UnsafePointer(kept)
                return raw
            }
        }

        /// A copy that lasts as long as the state, for C to read while it loads a module.
        func keep(_ source: [UInt8]) -> UnsafePointer<CChar> {
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: source.count + 1)
            for (place, byte) in source.enumerated() { copy[place] = CChar(bitPattern: byte) }
            copy[source.count] = 0
            sources.append(copy)
            return UnsafePointer(copy)
        }
    }

    /// - Throws: a fault where the memory allowed is not enough for an empty state.
    package init(limits: LuaLimits, host: any LuaHost) throws(LuaFault) {
        context = Context(host: host)
        var raw = limits.raw
        var callbacks = LuaState.callbacks
        callbacks.context = Unmanaged.passUnretained(context).toOpaque()
        guard let vm = wm_open(&raw, &callbacks) else {
            throw LuaFault(.memory, "the memory allowed is not enough to start with")
        }
        self.vm = vm
        results = wm_results(vm)
        guard let memos = wm_memos(vm, 1) else {
            wm_close(vm)
            throw LuaFault(.memory, "there is no memory left")
        }
        self.memos = memos
    }

    deinit { wm_close(vm) }

    // MARK: Loading

    /// Runs a chunk that sees no names at all and returns one table of plain data.
    package func loadData(_ source: [UInt8], chunk: String) throws(LuaFault) -> LuaData {
        var nodes: UnsafePointer<wm_node>?
        var count: Int32 = 0
        let status = source.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { wm_load_data(vm, $0.baseAddress, $0.count, chunk, &nodes, &count) }
        }
        guard status == WM_OK, let nodes, count > 0 else { throw fault }
        return LuaData(reading: UnsafeBufferPointer(start: nodes, count: Int(count)))
    }

    /// Runs a rule file; its declarations arrive at the host.
    package func loadRules(_ source: [UInt8], chunk: String) throws(LuaFault) {
        let status = source.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { wm_load_rules(vm, $0.baseAddress, $0.count, chunk) }
        }
        guard status == WM_OK else { throw fault }
    }

    package func addDeclaration(_ kind: String, named: Bool) { wm_add_declaration(vm, kind, named) }

    /// Ends loading: all that rules share becomes read only.
    /// - Parameter assigned: every name that the files assign to anywhere, so that only those locals need watching.
    package func seal(assigned: Set<String>) throws(LuaFault) {
        let names = assigned.sorted().map { Array($0.utf8CString) }
        var pointers: [UnsafePointer<CChar>?] = []
        let flat = names.flatMap { $0 }
        let status = flat.withUnsafeBufferPointer { buffer in
            var offset = 0
            for name in names {
                pointers.append(buffer.baseAddress.map { $0 + offset })
                offset += name.count
            }
            return wm_seal(vm, pointers, Int32(pointers.count))
        }
        guard status == WM_OK else { throw fault }
    }

    /// Some file used `as_of` while it loaded, so that another date needs another state.
    package var loadingReadDate: Bool { wm_loading_read_date(vm) }

    // MARK: What rules see

    /// - Parameter label: what `tostring` shows for a record of the type. Types of records must be among the first 256.
    package func addType(_ label: String) -> Int { Int(wm_add_type(vm, label)) }

    /// The field's place in its type.
    @discardableResult
    package func addField(_ field: LuaField, to type: Int) -> Int {
        field.name.withCString { name in
            var spec = field.raw
            spec.name = name
            return Int(wm_add_field(vm, Int32(type), &spec))
        }
    }

    /// Text of items of this type whose cell holds `value` must appear in no explanation.
    package func withhold(type: Int, cell: Int, value: Int) { wm_withhold(vm, Int32(type), Int32(cell), Int64(value)) }

    /// The oldest day that still counts for a field; nil for no limit. It holds from the next `begin`.
    package func setOldest(_ day: Day?, type: Int, field: Int) {
        wm_set_oldest(vm, Int32(type), Int32(field), day.map { Int64($0.number) } ?? .min)
    }

    /// Keeps a text for the life of the state; its place in the pool. Texts interned in a row have places in a row.
    package func intern(_ text: String) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { wm_intern(vm, $0.baseAddress, $0.count) }
        }
    }

    /// A list of constants that rules see, empty until `assign`; its id.
    package func addSet() -> Int32 { wm_add_set(vm) }

    package func assign(_ values: [LuaConstant], toSet set: Int32) {
        let raw = values.map(\.raw)
        wm_set_assign(vm, set, raw, Int32(raw.count))
    }

    package func defineGlobal(_ name: String, _ value: LuaConstant) throws(LuaFault) {
        var raw = value.raw
        guard wm_define_global(vm, name, &raw) == WM_OK else { throw fault }
    }

    /// The bits of a namespace, to hand to a function.
    package static func handle(namespace type: Int) -> Int64 { wm_namespace_bits(Int32(type)) }

    // MARK: Errors

    /// Why the last call was `.fault` or `.breach`.
    package var fault: LuaFault {
        wm_last(vm).map { LuaFault($0.pointee) } ?? LuaFault(.lua, "the rule failed")
    }

    /// What the last call that was `.unknown` stopped at: a field's read id or a memo slot.
    package var unknown: (field: Int?, slot: Int?) {
        guard let outcome = wm_last(vm)?.pointee else { return (nil, nil) }
        let field = Int(outcome.unknown_field)
        let slot = Int(outcome.unknown_slot)
        return (field < 0 ? nil : field, slot < 0 ? nil : slot)
    }
}
