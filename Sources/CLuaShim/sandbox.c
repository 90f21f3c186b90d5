// The names that a rule file sees, and the base functions among them.
#include <stdio.h>

#include "internal.h"

// ---- globals --------------------------------------------------------------------------------------

static int missing_global(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  if (strcmp(name, "as_of") == 0) {
    if (vm->loading) vm->loading_read_date = true;
    wm_push_bits(L, wm_make(WM_DATE, vm->today));
    return 1;
  }
  wm_raise_name(L, WM_CODE_UNDEFINED_NAME, WM_NAME_GLOBAL, -1, -1, name);
}

static int set_global(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->globals_ref);
  if (vm->sealed)
    wm_raise(L, WM_CODE_READ_ONLY, "the global `%.60s` cannot be set inside a rule: write `local %.60s = …`", name, name);
  int globals = lua_gettop(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->global_owners_ref);
  int owners = lua_gettop(L);
  wm_outcome place;
  wm_find_place(L, &place);
  lua_pushvalue(L, 2);
  bool is_owned = lua_rawget(L, owners) == LUA_TSTRING;
  lua_pushvalue(L, 2);
  bool is_set = lua_rawget(L, globals) != LUA_TNIL;
  if ((is_set && !is_owned) || strcmp(name, "as_of") == 0)
    wm_raise(L, WM_CODE_READ_ONLY, "`%.60s` is Waymark's own name: choose another", name);
  // A pack laid over another must not change the other's rules by way of a helper of the same name.
  if (is_owned && strcmp(lua_tostring(L, owners + 1), place.file) != 0)
    wm_raise(L, WM_CODE_READ_ONLY, "`%.60s` is set in `%.100s` already: choose another name, or write `local %.60s`", name, lua_tostring(L, owners + 1), name);
  lua_settop(L, owners);
  lua_pushvalue(L, 2);
  lua_pushstring(L, place.file);
  lua_rawset(L, owners);
  lua_settop(L, globals);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, 3);
  lua_rawset(L, -3);
  return 0;
}

// ---- base functions -------------------------------------------------------------------------------

static int safe_pcall(lua_State *L) {
  wm_vm *vm = wm_of(L);
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int32_t depth = vm->depth;
  wm_go_deeper(vm);
  if (vm->breach != 0) wm_charge(L, 0);
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  vm->depth = depth;
  if (status == LUA_ERRMEM && vm->refusals > 0) wm_set_breach(vm, WM_CODE_MEMORY);
  // Missing data, a broken contract and a reached limit go through: no pack may turn them into an answer.
  if (vm->breach != 0) wm_raise_status(L, WM_BREACH);
  if (status == LUA_OK) return lua_gettop(L);
  if (wm_signal(L, -1) != 0) return lua_error(L);
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

int wm_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  switch (lua_type(L, 1)) {
    case LUA_TTABLE: case LUA_TFUNCTION: case LUA_TUSERDATA: case LUA_TTHREAD:
      lua_pushstring(L, lua_typename(L, lua_type(L, 1)));  // an address would differ from run to run
      return 1;
    case LUA_TNUMBER:
      if (!lua_isinteger(L, 1) && lua_tonumber(L, 1) != lua_tonumber(L, 1)) return lua_pushliteral(L, "nan"), 1;
      break;
    default: break;
  }
  luaL_tolstring(L, 1, NULL);
  return 1;
}

static void add_to_trace(wm_vm *vm, const char *text, size_t length) {
  size_t room = vm->limits.trace - vm->trace_length;
  if (length > room) {  // cut between characters
    length = room;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
  }
  memcpy(vm->trace + vm->trace_length, text, length);
  vm->trace_length += length;
}

static int trace_print(lua_State *L) {
  wm_vm *vm = wm_of(L);
  int count = lua_gettop(L);
  for (int i = 1; i <= count; i++) {
    lua_pushcfunction(L, wm_tostring);
    lua_pushvalue(L, i);
    lua_call(L, 1, 1);
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    if (i > 1) add_to_trace(vm, "\t", 1);
    add_to_trace(vm, text, length);
    lua_pop(L, 1);
  }
  add_to_trace(vm, "\n", 1);
  return 0;
}

// ---- installing -----------------------------------------------------------------------------------

void wm_install_library(lua_State *L, const char *name) {
  wm_freeze_table(L, -1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, wm_of(L)->globals_ref);
  lua_insert(L, -2);
  lua_setfield(L, -2, name);
  lua_pop(L, 1);
}

void wm_copy_functions(lua_State *L, int from, int to, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_getfield(L, from, *names);
    lua_setfield(L, to, *names);
  }
}

static int charged(lua_State *L) {
  wm_charge(L, 1 + (lua_type(L, 1) == LUA_TSTRING ? (int64_t)lua_rawlen(L, 1) / 16 : 0));
  // Called as itself rather than through Lua, so that its complaints name it as the rule does.
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

void wm_copy_charged(lua_State *L, int from, int to, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_getfield(L, from, *names);
    lua_pushcclosure(L, charged, 1);
    lua_setfield(L, to, *names);
  }
}

void wm_install_sandbox(lua_State *L) {
  wm_vm *vm = wm_of(L);
  luaL_requiref(L, LUA_GNAME, luaopen_base, 0);
  int base = lua_gettop(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->globals_ref);
  int globals = lua_gettop(L);
  static const char *const kept[] = { "assert", "error", "ipairs", "select", "type", NULL };
  wm_copy_functions(L, base, globals, kept);
  wm_copy_charged(L, base, globals, (const char *const[]){ "tonumber", NULL });
  static const luaL_Reg replaced[] = {
    { "pcall", safe_pcall }, { "tostring", wm_tostring }, { "next", wm_ordered_next },
    { "_waymark_length", wm_length }, { "print", trace_print }, { "require", wm_require }, { NULL, NULL },
  };
  luaL_setfuncs(L, replaced, 0);
  lua_getfield(L, base, "ipairs");
  lua_pushcclosure(L, wm_ordered_pairs, 1);
  lua_setfield(L, globals, "pairs");
  wm_install_tables(L);
  wm_install_strings(L);
  wm_install_math(L);
  // Nothing of the stock library stays within reach, and new chunks get the safe environment.
  lua_pushnil(L);
  lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->env_ref);
  int env = lua_gettop(L);
  lua_pushvalue(L, env);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_createtable(L, 0, 3);
  lua_pushvalue(L, globals);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, set_global);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, env);
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, missing_global);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, globals);
  lua_settop(L, base - 1);
}
