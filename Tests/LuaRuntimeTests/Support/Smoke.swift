import LuaRuntime
import Testing
@Test func smoke() {}
