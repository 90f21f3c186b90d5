import CLuaShim
package import Notation

extension LuaState {
    /// The date of the run, which `as_of` shows.
    package func setDate(_ day: Day) { wm_set_date(vm, Int64(day.number)) }

    /// Makes room for `count` memo slots. Slots keep their number; all start unset at each `begin`.
    package func reserveMemos(_ count: Int) {
        guard count > memoCount, let memos = wm_memos(vm, Int32(count)) else { return }
        self.memos = memos
        memoCount = count
    }

    /// Binds the row that rules will see as type `root`, and forgets the one before.
    package func begin(
        root: Int, cells: UnsafeMutablePointer<Int64>, cellCount: Int, strings: UnsafePointer<UInt8>, stringCount: Int
    ) { wm_begin(vm, Int32(root), cells, cellCount, strings, stringCount) }

    /// The bits of the row, to hand to a function. They change with every `begin`.
    package var rootHandle: Int64 { wm_root_bits(vm) }

    /// Begins a piece of work of its own, with the limits afresh and no row to see.
    package func begin() { wm_begin(vm, 0, nil, 0, nil, 0) }

    /// From here to the next `begin`, functions of everyday rules run without Lua. What they give is the same, but what the
    /// limits say is not: where `isDoubtful` at the end, or where a call failed, all has to be done again from `begin` on.
    package func goDirect() { wm_go_direct(vm) }

    package var isDoubtful: Bool { wm_is_doubtful(vm) }

    /// Functions called since `begin`, how many of them ended without Lua, and how many of those did not even run, as they had read
    /// the same before.
    package var calls: (all: Int, withoutLua: Int, recalled: Int) {
        let calls = wm_calls_since_begin(vm)
        return (Int(calls.all), Int(calls.direct), Int(calls.recalled))
    }

    /// Calls a function with nothing.
    package func call(_ function: LuaFunction) -> LuaStatus {
        withUnsafePointer(to: Int64(0)) { call(function, $0, 0) }
    }

    /// Calls a function with one handle. Its results are in `result` until the next call.
    package func call(_ function: LuaFunction, _ a: Int64) -> LuaStatus {
        withUnsafePointer(to: a) { call(function, $0, 1) }
    }

    package func call(_ function: LuaFunction, _ a: Int64, _ b: Int64) -> LuaStatus {
        withUnsafePointer(to: (a, b)) { pair in
            pair.withMemoryRebound(to: Int64.self, capacity: 2) { call(function, $0, 2) }
        }
    }

    private func call(_ function: LuaFunction, _ handles: UnsafePointer<Int64>, _ count: Int32) -> LuaStatus {
        LuaStatus(wm_call(vm, function.id, handles, count))
    }

    /// A result of the last call. `place` is 0 or 1.
    package func result(_ place: Int) -> LuaResult { LuaResult(results[place]) }

    /// What a call's first result says as an answer to a question.
    package enum Truth {
        case no, yes
        /// It is a number, text, a date or the like.
        case neither
    }

    /// The first result of the last call: nothing and false are no.
    package var truth: Truth {
        switch wm_tag(UInt32(results[0].tag)) {
        case WM_NIL: .no
        case WM_BOOL: results[0].as.i != 0 ? .yes : .no
        default: .neither
        }
    }

    /// The first result of the last call; nil where it is no number, or none with an end.
    package var finiteNumber: Double? {
        switch wm_tag(UInt32(results[0].tag)) {
        case WM_INT: return Double(results[0].as.i)
        case WM_NUMBER: return results[0].as.d.isFinite ? results[0].as.d : nil
        default: return nil
        }
    }

    /// The second result of the last call as bytes that last until the next call; nil where it is no text.
    package var secondText: UnsafeBufferPointer<UInt8>? {
        guard wm_tag(UInt32(results[1].tag)) == WM_STRING, let text = results[1].as.text else { return nil }
        return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: Int(results[1].length))
    }

    /// Whether there are locals that rules could change.
    package var watchesLocals: Bool { wm_watches_locals(vm) }

    /// `.fault` where a rule changed a local of its file; the local is put back.
    package func checkLocals() -> LuaStatus { LuaStatus(wm_check_locals(vm)) }

    /// A slot's answer, which is a number. The slot must be one of those reserved.
    package func setMemo(_ slot: Int, number: Double) {
        memos[slot].value.tag = Int32(WM_NUMBER.rawValue)
        memos[slot].value.as.d = number
        memos[slot].state = Int32(WM_MEMO_KNOWN.rawValue)
    }

    /// The answer of a slot; nil for unknown.
    package func setMemo(_ slot: Int, _ value: LuaConstant?) {
        guard slot >= 0 else { return }
        if slot >= memoCount { reserveMemos(slot + 1) }
        guard slot < memoCount else { return }
        memos[slot].value = (value ?? .nothing).raw
        memos[slot].state = Int32((value == nil ? WM_MEMO_UNKNOWN : WM_MEMO_KNOWN).rawValue)
    }

    /// Whether anything was printed since `begin`.
    package var hasTrace: Bool {
        var length = 0
        _ = wm_trace(vm, &length)
        return length > 0
    }

    /// Text printed since `begin`.
    package var trace: String {
        var length = 0
        guard let text = wm_trace(vm, &length), length > 0 else { return "" }
        return text.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
    }

    /// Instructions of this evaluation so far, with what library functions charged for their work.
    package var instructions: Int { Int(wm_instructions(vm)) }
    /// Bytes that the state holds now.
    package var memory: Int { wm_memory(vm) }

    /// e^x and the natural logarithm, with the same bits on every machine.
    package static func exp(_ x: Double) -> Double { wm_exp(x) }
    package static func log(_ x: Double) -> Double { wm_log(x) }
}
