// The safe parts of `table`.
#include "internal.h"

// The length of a table: the places up to the first that is empty. Lua's own `#` may give any border of a table with holes,
// and which one it gives depends on a seed that differs from run to run.
lua_Integer wm_border(lua_State *L, int index) {
  lua_Integer last = (lua_Integer)lua_rawlen(L, index);
  wm_charge(L, last / 64);
  for (lua_Integer i = 1; i <= last; i++) {
    bool empty = lua_rawgeti(L, index, i) == LUA_TNIL;
    lua_pop(L, 1);
    if (empty) return i - 1;
  }
  return last;
}

// What `#` in a rule file calls.
int wm_length(lua_State *L) {
  if (lua_type(L, 1) == LUA_TTABLE) {
    wm_push_contents(L, 1);
    lua_pushinteger(L, wm_border(L, -1));
  } else {
    lua_len(L, 1);
  }
  return 1;
}

static void want_table(lua_State *L, int index, const char *function) {
  if (lua_type(L, index) != LUA_TTABLE) wm_raise(L, WM_CODE_ARGUMENT, "`table.%s` wants a table", function);
}

static void want_writable(lua_State *L, int index, const char *function) {
  want_table(L, index, function);
  if (lua_getmetatable(L, index))
    wm_raise(L, WM_CODE_READ_ONLY, "`table.%s` cannot change this table: one that outlives one nominal is read only inside a rule", function);
}

static int table_insert(lua_State *L) {
  want_writable(L, 1, "insert");
  lua_Integer end = wm_border(L, 1) + 1;
  if (lua_gettop(L) == 2) {
    lua_rawseti(L, 1, end);
    return 0;
  }
  lua_Integer place = luaL_checkinteger(L, 2);
  if (lua_gettop(L) != 3 || place < 1 || place > end) wm_raise(L, WM_CODE_ARGUMENT, "`table.insert` wants a table, a place from 1 to its length plus 1, and a value");
  wm_charge(L, (end - place) / 4);
  for (lua_Integer i = end; i > place; i--) {
    lua_rawgeti(L, 1, i - 1);
    lua_rawseti(L, 1, i);
  }
  lua_rawseti(L, 1, place);
  return 0;
}

static int table_remove(lua_State *L) {
  want_writable(L, 1, "remove");
  lua_Integer size = wm_border(L, 1);
  lua_Integer place = luaL_optinteger(L, 2, size);
  if (size == 0 && place == 0) return 0;
  if (place < 1 || place > size + 1) wm_raise(L, WM_CODE_ARGUMENT, "`table.remove` wants a place from 1 to the table's length");
  wm_charge(L, (size + 1 - place) / 4);
  lua_rawgeti(L, 1, place);
  for (; place < size; place++) {
    lua_rawgeti(L, 1, place + 1);
    lua_rawseti(L, 1, place);
  }
  lua_pushnil(L);
  lua_rawseti(L, 1, place);
  return 1;
}

static int table_move(lua_State *L) {
  want_table(L, 1, "move");
  lua_Integer from = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), to = luaL_checkinteger(L, 4);
  lua_settop(L, 5);
  int target = lua_isnil(L, 5) ? 1 : 5;
  want_writable(L, target, "move");
  wm_push_contents(L, 1);
  int source = lua_gettop(L);
  lua_Integer size = wm_border(L, source);
  if (last >= from) {
    if (from < 1 || last > size || to < 1 || to > size + 100000)
      wm_raise(L, WM_CODE_ARGUMENT, "`table.move` wants places inside the table");
    wm_charge(L, (last - from) / 4);
    bool upwards = to <= from || to > last || !lua_rawequal(L, 1, target);
    for (lua_Integer i = 0; i <= last - from; i++) {
      lua_Integer at = upwards ? i : last - from - i;
      lua_rawgeti(L, source, from + at);
      lua_rawseti(L, target, to + at);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

static int table_concat(lua_State *L) {
  want_table(L, 1, "concat");
  size_t separator_length;
  const char *separator = luaL_optlstring(L, 2, "", &separator_length);
  lua_settop(L, 4);
  wm_push_contents(L, 1);
  int contents = lua_gettop(L);
  lua_Integer i = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, wm_border(L, contents));
  size_t limit = wm_of(L)->limits.text, total = 0;
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  while (i <= last) {
    lua_rawgeti(L, contents, i);
    if (wm_is(L, -1, WM_DATE)) {
      char text[16];
      wm_format_day(wm_handle_number(wm_bits(L, -1)), text);
      lua_pop(L, 1);
      lua_pushstring(L, text);
    }
    if (lua_type(L, -1) == LUA_TNUMBER && lua_tonumber(L, -1) != lua_tonumber(L, -1)) {
      lua_pop(L, 1);
      lua_pushliteral(L, "nan");  // its sign differs between machines
    }
    if (!lua_isstring(L, -1)) wm_raise(L, WM_CODE_ARGUMENT, "`table.concat` joins text and numbers only; item %lld is %s", (long long)i, wm_noun(L, -1));
    size_t length;
    lua_tolstring(L, -1, &length);
    total += length + separator_length;
    if (total > limit + separator_length) wm_raise(L, WM_CODE_ARGUMENT, "`table.concat` would make a text of more than %zu bytes", limit);
    luaL_addvalue(&buffer);
    if ((i & 63) == 0) wm_charge(L, 16);  // empty texts take time too
    if (i++ == last) break;
    luaL_addlstring(&buffer, separator, separator_length);
  }
  luaL_pushresult(&buffer);
  wm_charge(L, (int64_t)total / 16);
  return 1;
}

static int table_unpack(lua_State *L) {
  enum { MOST = 1000 };
  want_table(L, 1, "unpack");
  lua_settop(L, 3);
  wm_push_contents(L, 1);
  int contents = lua_gettop(L);
  lua_Integer i = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, wm_border(L, contents));
  if (i > last) return 0;
  lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)i + 1;
  if (count - 1 >= MOST || !lua_checkstack(L, (int)count + 2)) wm_raise(L, WM_CODE_ARGUMENT, "`table.unpack` gives at most %d values", MOST);
  wm_charge(L, (int64_t)count / 4);
  for (lua_Unsigned at = 0; at < count; at++) lua_rawgeti(L, contents, i + (lua_Integer)at);
  return (int)count;
}

static bool less(lua_State *L, int a, int b) {
  if (lua_isnoneornil(L, 2)) {
    if (lua_type(L, a) == LUA_TSTRING && lua_type(L, b) == LUA_TSTRING) return wm_compare_keys(L, a, b) < 0;
    return lua_compare(L, a, b, LUA_OPLT);
  }
  lua_pushvalue(L, 2);
  lua_pushvalue(L, a);
  lua_pushvalue(L, b);
  wm_call_inside(L, 2, 1);
  bool result = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return result;
}

// One round of merging: runs of `width` in `from` become runs of twice that in `to`.
static void merge(lua_State *L, int from, int to, lua_Integer width, lua_Integer count) {
  for (lua_Integer start = 1; start <= count; start += 2 * width) {
    lua_Integer middle = start + width > count + 1 ? count + 1 : start + width;
    lua_Integer end = start + 2 * width > count + 1 ? count + 1 : start + 2 * width;
    lua_Integer a = start, b = middle;
    for (lua_Integer out = start; out < end; out++) {
      bool second = a >= middle;
      if (!second && b < end) {
        lua_rawgeti(L, from, a);
        lua_rawgeti(L, from, b);
        second = less(L, lua_gettop(L), lua_gettop(L) - 1);
        lua_pop(L, 2);
      }
      lua_rawgeti(L, from, second ? b++ : a++);
      lua_rawseti(L, to, out);
    }
  }
  wm_charge(L, count);
}

// A stable merge sort: the stock one picks its pivot by the clock, so ties would differ from run to run. It works on
// copies, so that a comparison that fails leaves the table as it was.
static int table_sort(lua_State *L) {
  want_writable(L, 1, "sort");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  lua_Integer count = wm_border(L, 1);
  lua_newtable(L);
  lua_newtable(L);
  int from = 3, to = 4;
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, 1, i);
    lua_rawseti(L, from, i);
  }
  for (lua_Integer width = 1; width < count; width *= 2) {
    merge(L, from, to, width, count);
    int swap = from;
    from = to;
    to = swap;
  }
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, from, i);
    lua_rawseti(L, 1, i);
  }
  return 0;
}

static int table_pack(lua_State *L) {
  int count = lua_gettop(L);
  lua_createtable(L, count, 1);
  lua_insert(L, 1);
  for (int i = count; i >= 1; i--) lua_rawseti(L, 1, i);
  lua_pushinteger(L, count);
  lua_setfield(L, 1, "n");
  return 1;
}

void wm_install_tables(lua_State *L) {
  static const luaL_Reg functions[] = {
    { "insert", table_insert }, { "remove", table_remove }, { "move", table_move }, { "concat", table_concat },
    { "unpack", table_unpack }, { "pack", table_pack }, { "sort", table_sort }, { NULL, NULL },
  };
  luaL_newlib(L, functions);
  wm_install_library(L, "table");
}
