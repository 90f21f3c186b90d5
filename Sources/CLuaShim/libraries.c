// The safe parts of table, string, utf8 and math.
#include <math.h>

#include "internal.h"

static void install(lua_State *L, const char *name) {
  wm_freeze_table(L, -1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, wm_of(L)->globals_ref);
  lua_insert(L, -2);
  lua_setfield(L, -2, name);
  lua_pop(L, 1);
}

static void copy_functions(lua_State *L, int from, int to, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_getfield(L, from, *names);
    lua_setfield(L, to, *names);
  }
}

// ---- table ----------------------------------------------------------------------------------------

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
  lua_Integer end = (lua_Integer)lua_rawlen(L, 1) + 1;
  if (lua_gettop(L) == 2) {
    lua_rawseti(L, 1, end);
    return 0;
  }
  lua_Integer place = luaL_checkinteger(L, 2);
  if (lua_gettop(L) != 3 || place < 1 || place > end) wm_raise(L, WM_CODE_ARGUMENT, "`table.insert` wants a table, a place from 1 to its length plus 1, and a value");
  for (lua_Integer i = end; i > place; i--) {
    lua_rawgeti(L, 1, i - 1);
    lua_rawseti(L, 1, i);
  }
  lua_rawseti(L, 1, place);
  return 0;
}

static int table_remove(lua_State *L) {
  want_writable(L, 1, "remove");
  lua_Integer size = (lua_Integer)lua_rawlen(L, 1);
  lua_Integer place = luaL_optinteger(L, 2, size);
  if (size == 0 && place == 0) return 0;
  if (place < 1 || place > size + 1) wm_raise(L, WM_CODE_ARGUMENT, "`table.remove` wants a place from 1 to the table's length");
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
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  want_writable(L, target, "move");
  wm_push_contents(L, 1);
  int source = lua_gettop(L);
  lua_Integer size = (lua_Integer)lua_rawlen(L, source);
  if (last >= from) {
    if (from < 1 || last > size || to < 1 || to > size + 100000)
      wm_raise(L, WM_CODE_ARGUMENT, "`table.move` wants places inside the table");
    bool upwards = to <= from || to > last || target != 1;
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
  wm_push_contents(L, 1);
  int contents = lua_gettop(L);
  lua_Integer i = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, (lua_Integer)lua_rawlen(L, contents));
  size_t limit = wm_of(L)->limits.text, total = 0;
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (; i <= last; i++) {
    lua_rawgeti(L, contents, i);
    if (wm_is(L, -1, WM_DATE)) {
      char text[16];
      wm_format_day(wm_handle_number(wm_bits(L, -1)), text);
      lua_pop(L, 1);
      lua_pushstring(L, text);
    }
    if (!lua_isstring(L, -1)) wm_raise(L, WM_CODE_ARGUMENT, "`table.concat` joins text and numbers only; item %lld is a %s", (long long)i, luaL_typename(L, -1));
    total += lua_rawlen(L, -1) + separator_length;
    if (total > limit) wm_raise(L, WM_CODE_ARGUMENT, "`table.concat` would make a text of more than %zu bytes", limit);
    luaL_addvalue(&buffer);
    if (i != last) luaL_addlstring(&buffer, separator, separator_length);
  }
  luaL_pushresult(&buffer);
  return 1;
}

static int table_unpack(lua_State *L) {
  want_table(L, 1, "unpack");
  wm_push_contents(L, 1);
  int contents = lua_gettop(L);
  lua_Integer i = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, (lua_Integer)lua_rawlen(L, contents));
  if (i > last) return 0;
  if (last - i >= 1000 || last - i < 0 || !lua_checkstack(L, (int)(last - i) + 2)) wm_raise(L, WM_CODE_ARGUMENT, "`table.unpack` gives at most 1,000 values");
  for (lua_Integer at = i; at <= last; at++) lua_rawgeti(L, contents, at);
  return (int)(last - i + 1);
}

static bool less(lua_State *L, int a, int b) {
  if (lua_isnoneornil(L, 2)) {
    if (lua_type(L, a) == LUA_TSTRING && lua_type(L, b) == LUA_TSTRING) return wm_compare_keys(L, a, b) < 0;
    return lua_compare(L, a, b, LUA_OPLT);
  }
  lua_pushvalue(L, 2);
  lua_pushvalue(L, a);
  lua_pushvalue(L, b);
  lua_call(L, 2, 1);
  bool result = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return result;
}

// A stable merge sort: the stock one picks its pivot by the clock, so ties would differ from run to run.
static int table_sort(lua_State *L) {
  want_writable(L, 1, "sort");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
  lua_createtable(L, count < 1000 ? (int)count : 1000, 0);
  int from = 1, to = 3;
  for (lua_Integer width = 1; width < count; width *= 2) {
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
    int swap = from;
    from = to;
    to = swap;
  }
  if (from != 1) {
    for (lua_Integer i = 1; i <= count; i++) {
      lua_rawgeti(L, from, i);
      lua_rawseti(L, 1, i);
    }
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
  install(L, "table");
}

// ---- string ---------------------------------------------------------------------------------------

static int string_rep(lua_State *L) {
  size_t length, separator_length;
  luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  luaL_optlstring(L, 3, "", &separator_length);
  size_t limit = wm_of(L)->limits.text;
  if (count > 0 && (length + separator_length == 0 ? (size_t)count > limit : (size_t)count > limit / (length + separator_length)))
    wm_raise(L, WM_CODE_ARGUMENT, "`string.rep` would make a text of more than %zu bytes", limit);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

static int string_format(lua_State *L) {
  const char *format = luaL_checkstring(L, 1);
  int argument = 1;
  for (const char *at = format; *at != 0; at++) {
    if (*at != '%') continue;
    at++;
    if (*at == '%') continue;
    while (*at != 0 && strchr("-+ #0123456789.", *at) != NULL) at++;
    if (*at == 'p') wm_raise(L, WM_CODE_ARGUMENT, "`%%p` shows an address, which differs from run to run");
    if (*at == 0) break;
    argument++;
    int type = lua_type(L, argument);
    if (type == LUA_TTABLE || type == LUA_TFUNCTION) {
      lua_pushstring(L, lua_typename(L, type));
      lua_replace(L, argument);
    } else if (type == LUA_TNUMBER && !lua_isinteger(L, argument) && lua_tonumber(L, argument) != lua_tonumber(L, argument)) {
      lua_pushnumber(L, fabs(lua_tonumber(L, argument)));  // a NaN's sign differs between machines
      lua_replace(L, argument);
    }
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

void wm_install_strings(lua_State *L) {
  luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 0);
  int stock = lua_gettop(L);
  lua_newtable(L);
  int safe = lua_gettop(L);
  static const char *const kept[] = { "byte", "char", "find", "gmatch", "gsub", "len", "lower", "match", "reverse", "sub", "upper", NULL };
  copy_functions(L, stock, safe, kept);
  lua_getfield(L, stock, "rep");
  lua_pushcclosure(L, string_rep, 1);
  lua_setfield(L, safe, "rep");
  lua_getfield(L, stock, "format");
  lua_pushcclosure(L, string_format, 1);
  lua_setfield(L, safe, "format");
  lua_pushvalue(L, safe);
  install(L, "string");
  // `("x"):upper()` goes through the metatable that all strings share.
  lua_pushliteral(L, "");
  lua_createtable(L, 0, 2);
  lua_pushvalue(L, safe);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_settop(L, stock - 1);
  luaL_requiref(L, LUA_UTF8LIBNAME, luaopen_utf8, 0);
  stock = lua_gettop(L);
  lua_newtable(L);
  static const char *const utf8[] = { "char", "charpattern", "codepoint", "codes", "len", "offset", NULL };
  copy_functions(L, stock, stock + 1, utf8);
  install(L, "utf8");
  lua_settop(L, stock - 1);
}

// ---- math -----------------------------------------------------------------------------------------

#pragma STDC FP_CONTRACT OFF

// The C library's own differ in the last bit between machines; these use only + - * /, which do not.
double wm_exp(double x) {
  if (x != x) return x;
  if (x > 709.8) return HUGE_VAL;
  if (x < -745.2) return 0.0;
  const double log2_high = 0x1.62e42fefa38p-1, log2_low = 0x1.ef35793c7673p-45;
  double steps = floor(x / (log2_high + log2_low) + 0.5);
  double r = (x - steps * log2_high) - steps * log2_low;
  double sum = 1.0;
  for (int i = 18; i >= 1; i--) sum = 1.0 + r * sum / i;
  return ldexp(sum, (int)steps);
}

double wm_log(double x) {
  if (x != x || x == HUGE_VAL) return x;
  if (x < 0) return NAN;
  if (x == 0) return -HUGE_VAL;
  int exponent;
  double m = frexp(x, &exponent);
  if (m < 0.70710678118654752440) m *= 2, exponent--;
  double s = (m - 1) / (m + 1), square = s * s, sum = 0;
  for (int i = 25; i >= 1; i -= 2) sum = sum * square + 1.0 / i;
  const double log2_high = 0x1.62e42fefa38p-1, log2_low = 0x1.ef35793c7673p-45;
  return exponent * log2_high + (2 * s * sum + exponent * log2_low);
}

static int math_exp(lua_State *L) {
  lua_pushnumber(L, wm_exp(luaL_checknumber(L, 1)));
  return 1;
}

static int math_log(lua_State *L) {
  double result = wm_log(luaL_checknumber(L, 1));
  if (!lua_isnoneornil(L, 2)) result /= wm_log(luaL_checknumber(L, 2));
  lua_pushnumber(L, result);
  return 1;
}

void wm_install_math(lua_State *L) {
  luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 0);
  int stock = lua_gettop(L);
  static const luaL_Reg replaced[] = { { "exp", math_exp }, { "log", math_log }, { NULL, NULL } };
  luaL_newlib(L, replaced);
  static const char *const kept[] = { "abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger", "modf", "pi", "sqrt", "tointeger", "type", "ult", NULL };
  copy_functions(L, stock, stock + 1, kept);
  install(L, "math");
  lua_settop(L, stock - 1);
}
