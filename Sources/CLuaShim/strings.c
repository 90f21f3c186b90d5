// The safe parts of `string` and `utf8`.
#include <math.h>

#include "internal.h"

static int call_stock(lua_State *L) { return lua_tocfunction(L, lua_upvalueindex(1))(L); }

static int string_rep(lua_State *L) {
  size_t length, separator_length;
  luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  luaL_optlstring(L, 3, "", &separator_length);
  if (length + separator_length == 0 || count < 1) return lua_pushliteral(L, ""), 1;
  size_t limit = wm_of(L)->limits.text;
  if ((lua_Unsigned)count > limit / (length + separator_length))
    wm_raise(L, WM_CODE_ARGUMENT, "`string.rep` would make a text of more than %zu bytes", limit);
  wm_charge(L, 1 + count * (lua_Integer)(length + separator_length) / 16);
  return call_stock(L);
}

static int string_format(lua_State *L) {
  size_t length;
  const char *format = luaL_checklstring(L, 1, &length), *end = format + length;
  int argument = 1;
  // By length: the stock function reads on behind a zero byte, and so must this.
  for (const char *at = format; at < end; at++) {
    if (*at != '%') continue;
    at++;
    if (at < end && *at == '%') continue;
    while (at < end && *at != 0 && strchr("-+ #0123456789.", *at) != NULL) at++;
    if (at >= end) break;
    if (*at == 'p') wm_raise(L, WM_CODE_ARGUMENT, "`%%p` shows an address, which differs from run to run");
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
  int results = call_stock(L);
  wm_charge(L, 1 + (int64_t)lua_rawlen(L, -1) / 16);
  return results;
}

void wm_install_strings(lua_State *L) {
  luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 0);
  int stock = lua_gettop(L);
  lua_newtable(L);
  int safe = lua_gettop(L);
  wm_copy_functions(L, stock, safe, (const char *const[]){ "char", "len", NULL });
  wm_copy_charged(L, stock, safe, (const char *const[]){ "byte", "lower", "reverse", "sub", "upper", NULL });
  static const luaL_Reg patterns[] = {
    { "find", wm_string_find }, { "match", wm_string_match }, { "gmatch", wm_string_gmatch }, { "gsub", wm_string_gsub },
    { NULL, NULL },
  };
  luaL_setfuncs(L, patterns, 0);
  lua_getfield(L, stock, "rep");
  lua_pushcclosure(L, string_rep, 1);
  lua_setfield(L, safe, "rep");
  lua_getfield(L, stock, "format");
  lua_pushcclosure(L, string_format, 1);
  lua_setfield(L, safe, "format");
  lua_pushvalue(L, safe);
  wm_install_library(L, "string");
  // `("x"):upper()` goes through the metatable that all strings share.
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushvalue(L, safe);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_settop(L, stock - 1);
  luaL_requiref(L, LUA_UTF8LIBNAME, luaopen_utf8, 0);
  stock = lua_gettop(L);
  lua_newtable(L);
  wm_copy_functions(L, stock, stock + 1, (const char *const[]){ "char", "charpattern", "codes", NULL });
  wm_copy_charged(L, stock, stock + 1, (const char *const[]){ "codepoint", "len", "offset", NULL });
  wm_install_library(L, "utf8");
  lua_settop(L, stock - 1);
}
