package import Notation

/// What a state asks of the one who made it. A message thrown becomes an error at the analyst's own line.
package protocol LuaHost: AnyObject {
    /// A declaration such as `matrix "sac" { … }` was met while loading; `name` is nil for those without one.
    func declare(kind: String, name: String?, file: String, line: Int, table: LuaTable) throws(LuaHostRefusal)
    /// Work out the memo slot, after which it is known or unknown; one left unset is unknown.
    func compute(slot: Int) -> LuaStatus
    /// A method of the answers, such as `d.group.gang:mean_score("sac")`.
    func callMethod(type: Int, argument: String) throws(LuaHostRefusal) -> LuaAnswer
    /// The source of a module, and the name for its messages.
    func module(named name: String) throws(LuaHostRefusal) -> (source: [UInt8], chunk: String)
    /// Puts into words what is wrong with a name.
    func explain(_ problem: LuaNameProblem, name: String) -> String
    /// Lua uses one of the host's own objects. The host may call Lua again meanwhile.
    func use(_ use: LuaObjectUse, of object: Int, file: String, line: Int) throws(LuaHostRefusal) -> LuaReply
}

extension LuaHost {
    /// A host that gives Lua no objects is never asked.
    package func use(_ use: LuaObjectUse, of object: Int, file: String, line: Int) throws(LuaHostRefusal) -> LuaReply {
        throw LuaHostRefusal("there is nothing here to use")
    }
}

/// What Lua does with an object of the host.
package enum LuaObjectUse: Sendable {
    case call([LuaData])
    /// Asks for a part, by name or by place from 1.
    case part(LuaData)
    case length
}

/// A value that the host gives back to Lua.
package enum LuaReply: Sendable {
    case nothing
    case bool(Bool)
    case number(Double)
    case text(String)
    case date(Day)
    case object(Int)
}

/// A refusal in words.
package struct LuaHostRefusal: Error, Sendable {
    package let message: String
    package init(_ message: String) { self.message = message }
}

package enum LuaNameProblem: Sendable {
    case undefinedGlobal
    /// No such field in the type.
    case unknownField(type: Int)
    /// The field exists and may not be read.
    case undeclaredField(type: Int, field: Int)
    /// A filter's condition that no list could meet.
    case unknownCondition
    /// A value that the field can never have.
    case impossibleValue(type: Int, field: Int)
    /// A field was set.
    case write
}

/// How a call ended.
package enum LuaStatus: Sendable, Equatable {
    case ok
    /// It met data that has no value.
    case unknown
    /// The rule failed; `LuaState.fault` says how.
    case fault
    /// A limit was reached: nothing more of this evaluation may be used.
    case breach
}

/// What a host method answers.
package enum LuaAnswer: Sendable {
    case number(Double)
    /// Unknown, because this slot is.
    case unknown(slot: Int)
    /// It could not be worked out; the host holds why.
    case failed(LuaStatus)
}
