import CLuaShim
import Notation

// Kept as static functions: a closure made in an isolated context and called by C on another thread would trap.
extension LuaState {
    static var callbacks: wm_host { wm_host(
        context: nil, declare: declareCallback, compute: computeCallback, method: methodCallback,
        explain: explainCallback, module: moduleCallback, object: objectCallback) }

    static func context(_ pointer: UnsafeMutableRawPointer?) -> Context? {
        pointer.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
    }

    static func copy(_ text: String, to buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int) {
        guard let buffer, capacity > 0 else { return }
        var written = 0
        // Cut between characters, never inside one.
        for character in text {
            let utf8 = character.utf8
            if written + utf8.count >= capacity { break }
            for byte in utf8 {
                buffer[written] = CChar(bitPattern: byte)
                written += 1
            }
        }
        buffer[written] = 0
    }

    private static let declareCallback:
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32,
            UnsafePointer<wm_node>?, Int32, UnsafeMutablePointer<CChar>?, Int
        ) -> Int32 = { pointer, kind, name, file, line, nodes, count, message, capacity in
            guard let context = LuaState.context(pointer), let kind, let file, let nodes else { return 1 }
            let data = LuaData(reading: UnsafeBufferPointer(start: nodes, count: Int(count)))
            do throws(LuaHostRefusal) {
                try context.host.declare(
                    kind: String(cString: kind), name: name.map { String(cString: $0) }, file: String(cString: file),
                    line: Int(line), table: data.table ?? LuaTable())
                return 0
            } catch {
                LuaState.copy(error.message, to: message, capacity)
                return 1
            }
        }

    private static let computeCallback: @convention(c) (UnsafeMutableRawPointer?, Int32) -> wm_status = { pointer, slot in
        guard let context = LuaState.context(pointer) else { return WM_FAULT }
        return context.host.compute(slot: Int(slot)).raw
    }

    private static let methodCallback:
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafeMutablePointer<wm_value>?,
            UnsafeMutablePointer<CChar>?, Int
        ) -> wm_status = { pointer, type, argument, result, message, capacity in
            guard let context = LuaState.context(pointer), let argument, let result else { return WM_FAULT }
            do throws(LuaHostRefusal) {
                switch try context.host.callMethod(type: Int(type), argument: String(cString: argument)) {
                case .number(let number):
                    result.pointee = LuaConstant.number(number).raw
                    return WM_OK
                case .unknown(let slot):
                    result.pointee = LuaConstant.number(Double(slot)).raw
                    return WM_UNKNOWN
                case .failed(let status): return status.raw
                }
            } catch {
                LuaState.copy(error.message, to: message, capacity)
                return WM_FAULT
            }
        }

    private static let explainCallback:
        @convention(c) (
            UnsafeMutableRawPointer?, wm_name_problem, Int32, Int32, UnsafePointer<CChar>?, UnsafeMutablePointer<CChar>?, Int
        ) -> Void = { pointer, problem, type, field, name, text, capacity in
            guard let context = LuaState.context(pointer), let name else { return }
            let what: LuaNameProblem =
                switch problem {
                case WM_NAME_GLOBAL: .undefinedGlobal
                case WM_NAME_FIELD: .unknownField(type: Int(type))
                case WM_NAME_UNDECLARED: .undeclaredField(type: Int(type), field: Int(field))
                case WM_NAME_CONDITION: .unknownCondition
                case WM_NAME_VALUE: .impossibleValue(type: Int(type), field: Int(field))
                default: .write
                }
            LuaState.copy(context.host.explain(what, name: String(cString: name)), to: text, capacity)
        }

    private static let moduleCallback:
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafeMutablePointer<UnsafePointer<CChar>?>?,
            UnsafeMutablePointer<Int>?, UnsafeMutablePointer<CChar>?, Int, UnsafeMutablePointer<CChar>?, Int
        ) -> Int32 = { pointer, name, source, length, chunk, chunkCapacity, message, capacity in
            guard let context = LuaState.context(pointer), let name, let source, let length else { return 1 }
            do throws(LuaHostRefusal) {
                let module = try context.host.module(named: String(cString: name))
                source.pointee = context.keep(module.source)
                length.pointee = module.source.count
                LuaState.copy(module.chunk, to: chunk, chunkCapacity)
                return 0
            } catch {
                LuaState.copy(error.message, to: message, capacity)
                return 1
            }
        }

    private static let objectCallback:
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, wm_object_use, UnsafePointer<CChar>?, Int32, UnsafePointer<wm_node>?, Int32,
            UnsafeMutablePointer<wm_value>?, UnsafeMutablePointer<CChar>?, Int
        ) -> Int32 = { pointer, object, how, file, line, nodes, count, result, message, capacity in
            guard let context = LuaState.context(pointer), let file, let nodes, let result else { return 1 }
            let arguments = LuaData(reading: UnsafeBufferPointer(start: nodes, count: Int(count))).table?.items ?? []
            let use: LuaObjectUse =
                switch how {
                case WM_USE_CALL: .call(arguments)
                case WM_USE_INDEX: .part(arguments.first ?? .nothing)
                default: .length
                }
            do throws(LuaHostRefusal) {
                let reply = try context.host.use(use, of: Int(object), file: String(cString: file), line: Int(line))
                result.pointee = context.raw(reply)
                return 0
            } catch {
                LuaState.copy(error.message, to: message, capacity)
                return 1
            }
        }
}
