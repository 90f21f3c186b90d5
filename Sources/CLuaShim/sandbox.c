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
  lua_pushvalue(L, 2);
  lua_rawget(L, -2);
  if (lua_iscfunction(L, -1) || lua_type(L, -1) == LUA_TLIGHTUSERDATA || strcmp(name, "as_of") == 0)
    wm_raise(L, WM_CODE_READ_ONLY, "`%.60s` is Waymark's own name: choose another", name);
  lua_pop(L, 1);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, 3);
  lua_rawset(L, -3);
  return 0;
}

// ---- base functions -------------------------------------------------------------------------------

static int safe_pcall(lua_State *L) {
  wm_vm *vm = wm_of(L);
  luaL_checkany(L, 1);
  int status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
  // Missing data, a broken contract and a reached limit go through: no pack may turn them into an answer.
  if (vm->breach != 0) wm_raise_status(L, WM_BREACH);
  if (status != LUA_OK && wm_signal(L, -1) != 0) return lua_error(L);
  lua_pushboolean(L, status == LUA_OK);
  lua_insert(L, 1);
  return lua_gettop(L);
}

static int safe_tostring(lua_State *L) {
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

static int rank_of(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN: return 0;
    case LUA_TNUMBER: return 1;
    case LUA_TSTRING: return 2;
    case LUA_TLIGHTUSERDATA: return 3;
    default: wm_raise(L, WM_CODE_ARGUMENT, "a table whose keys are tables or functions has no order to walk it in");
  }
}

// Booleans, numbers, text by its bytes, then dates: an order that never depends on hashing.
int wm_compare_keys(lua_State *L, int a, int b) {
  int ranks[2] = { rank_of(L, a), rank_of(L, b) };
  if (ranks[0] != ranks[1]) return ranks[0] < ranks[1] ? -1 : 1;
  switch (ranks[0]) {
    case 0: return lua_toboolean(L, a) - lua_toboolean(L, b);
    case 1: return lua_compare(L, a, b, LUA_OPLT) ? -1 : lua_compare(L, b, a, LUA_OPLT) ? 1 : 0;
    case 3: {
      int64_t x = wm_bits(L, a), y = wm_bits(L, b);
      return x < y ? -1 : x > y;
    }
    default: {
      size_t x, y;
      const char *s = lua_tolstring(L, a, &x), *t = lua_tolstring(L, b, &y);
      int order = memcmp(s, t, x < y ? x : y);
      return order != 0 ? order : x < y ? -1 : x > y;
    }
  }
}

// (table, previous key) -> (table, key, value) and 1, or (table) and 0. Finds the next key by one walk over all of them.
int wm_next_sorted(lua_State *L) {
  int previous = lua_gettop(L), table = previous - 1;
  lua_pushnil(L);  // best so far
  int best = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    int key = lua_gettop(L);
    bool after = lua_isnil(L, previous) || wm_compare_keys(L, key, previous) > 0;
    if (after && (lua_isnil(L, best) || wm_compare_keys(L, key, best) < 0)) {
      lua_pushvalue(L, key);
      lua_replace(L, best);
    }
  }
  lua_remove(L, previous);
  if (lua_isnil(L, -1)) return lua_pop(L, 1), 0;
  lua_pushvalue(L, -1);
  lua_rawget(L, table);
  return 1;
}

// pairs takes a snapshot of the keys in order: one sort for the whole walk.
static int pairs_step(lua_State *L) {
  lua_Integer place = lua_tointeger(L, lua_upvalueindex(3));
  for (;;) {
    place++;
    lua_rawgeti(L, lua_upvalueindex(1), place);
    if (lua_isnil(L, -1)) return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, lua_upvalueindex(2));
    if (!lua_isnil(L, -1)) break;  // removed meanwhile
    lua_pop(L, 2);
  }
  lua_pushinteger(L, place);
  lua_replace(L, lua_upvalueindex(3));
  return 2;
}

static void sort_keys(lua_State *L, int keys, lua_Integer count) {
  // Bottom-up merge sort between two tables.
  lua_createtable(L, (int)count, 0);
  int spare = lua_gettop(L);
  int from = keys, to = spare;
  for (lua_Integer width = 1; width < count; width *= 2) {
    for (lua_Integer start = 1; start <= count; start += 2 * width) {
      lua_Integer middle = start + width, end = start + 2 * width;
      if (middle > count + 1) middle = count + 1;
      if (end > count + 1) end = count + 1;
      lua_Integer a = start, b = middle;
      for (lua_Integer out = start; out < end; out++) {
        bool take_first = b >= end;
        if (!take_first && a < middle) {
          lua_rawgeti(L, from, a);
          lua_rawgeti(L, from, b);
          take_first = wm_compare_keys(L, lua_gettop(L) - 1, lua_gettop(L)) <= 0;
          lua_pop(L, 2);
        }
        lua_rawgeti(L, from, take_first ? a++ : b++);
        lua_rawseti(L, to, out);
      }
    }
    int swap = from;
    from = to;
    to = swap;
  }
  lua_pushvalue(L, from);
  lua_replace(L, keys);
  lua_settop(L, spare - 1);
}

static int ordered_ipairs(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, 1);
  lua_call(L, 1, 3);
  return 3;
}

static int ordered_pairs(lua_State *L) {
  if (wm_is(L, 1, WM_LIST) || wm_is(L, 1, WM_SET)) return ordered_ipairs(L);
  if (lua_type(L, 1) != LUA_TTABLE) wm_raise(L, WM_CODE_ARGUMENT, "`pairs` wants a table");
  wm_push_contents(L, 1);
  int contents = lua_gettop(L);
  lua_newtable(L);
  int keys = lua_gettop(L);
  lua_Integer count = 0;
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    lua_pop(L, 1);
    rank_of(L, lua_gettop(L));
    lua_pushvalue(L, -1);
    lua_rawseti(L, keys, ++count);
  }
  sort_keys(L, keys, count);
  lua_pushvalue(L, contents);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, pairs_step, 3);
  return 1;
}

static int ordered_next(lua_State *L) {
  if (lua_type(L, 1) != LUA_TTABLE) wm_raise(L, WM_CODE_ARGUMENT, "`next` wants a table");
  lua_settop(L, 2);
  wm_push_contents(L, 1);
  lua_replace(L, 1);
  if (wm_next_sorted(L)) return 2;
  lua_pushnil(L);
  return 1;
}

static int trace_print(lua_State *L) {
  wm_vm *vm = wm_of(L);
  int count = lua_gettop(L);
  for (int i = 1; i <= count; i++) {
    lua_pushcfunction(L, safe_tostring);
    lua_pushvalue(L, i);
    lua_call(L, 1, 1);
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    size_t room = vm->limits.trace - vm->trace_length;
    if (i > 1 && room > 0) vm->trace[vm->trace_length++] = '\t', room--;
    if (length > room) length = room, vm->trace_cut = true;
    memcpy(vm->trace + vm->trace_length, text, length);
    vm->trace_length += length;
    lua_pop(L, 1);
  }
  if (vm->trace_length < vm->limits.trace) vm->trace[vm->trace_length++] = '\n';
  return 0;
}

static int require_module(lua_State *L) {
  wm_vm *vm = wm_of(L);
  if (lua_type(L, 1) != LUA_TSTRING) wm_raise(L, WM_CODE_ARGUMENT, "`require` wants a module's name in quotes, as in `require \"common.rag\"`");
  const char *name = lua_tostring(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->modules_ref);
  int modules = lua_gettop(L);
  lua_pushvalue(L, 1);
  if (lua_rawget(L, modules) != LUA_TNIL) return 1;
  if (vm->sealed) wm_raise(L, WM_CODE_MODULE, "`require` belongs at the top of a file, not inside a rule");
  const char *source;
  size_t length;
  char chunk[64] = "", error[1024] = "";
  if (vm->host.module(vm->host.context, name, &source, &length, chunk, sizeof chunk, error, sizeof error) != 0)
    wm_raise(L, WM_CODE_MODULE, "%s", error);
  lua_pushvalue(L, 1);
  lua_pushboolean(L, 0);  // a loop of modules finds this mark
  lua_rawset(L, modules);
  char label[96];
  snprintf(label, sizeof label, "=%s", chunk);
  if (luaL_loadbufferx(L, source, length, label, "t") != LUA_OK) return lua_error(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->env_ref);
  lua_setupvalue(L, -2, 1);
  lua_call(L, 0, 1);
  if (lua_isnil(L, -1)) lua_pop(L, 1), lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -2);
  lua_rawset(L, modules);
  return 1;
}

void wm_install_sandbox(lua_State *L) {
  wm_vm *vm = wm_of(L);
  luaL_requiref(L, LUA_GNAME, luaopen_base, 0);
  int base = lua_gettop(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->globals_ref);
  int globals = lua_gettop(L);
  static const char *const kept[] = { "assert", "error", "ipairs", "select", "tonumber", "type" };
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
    lua_getfield(L, base, kept[i]);
    lua_setfield(L, globals, kept[i]);
  }
  static const luaL_Reg replaced[] = {
    { "pcall", safe_pcall }, { "tostring", safe_tostring }, { "next", ordered_next },
    { "print", trace_print }, { "require", require_module }, { NULL, NULL },
  };
  luaL_setfuncs(L, replaced, 0);
  lua_getfield(L, base, "ipairs");
  lua_pushcclosure(L, ordered_pairs, 1);
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
