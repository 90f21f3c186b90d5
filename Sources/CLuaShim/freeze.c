// Read-only tables: emptied into a hidden one that they show.
#include <stdio.h>

#include "internal.h"

static int refuse_write(lua_State *L) {
  char number[32];
  const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : wm_noun(L, 2);
  if (lua_isinteger(L, 2)) {
    snprintf(number, sizeof number, "%lld", (long long)lua_tointeger(L, 2));
    key = number;
  }
  wm_raise(L, WM_CODE_READ_ONLY, "`%.60s` cannot be set: a table that outlives one nominal is read only inside a rule", key);
}

static int frozen_length(lua_State *L) {
  wm_push_contents(L, 1);
  lua_pushinteger(L, wm_border(L, -1));
  return 1;
}

bool wm_push_contents(lua_State *L, int index) {
  index = lua_absindex(L, index);
  if (lua_getmetatable(L, index)) {
    lua_pushliteral(L, "__index");
    lua_rawget(L, -2);
    lua_remove(L, -2);
    if (lua_type(L, -1) == LUA_TTABLE) return true;
    lua_pop(L, 1);
  }
  lua_pushvalue(L, index);
  return false;
}

void wm_freeze_table(lua_State *L, int index) {
  index = lua_absindex(L, index);
  lua_newtable(L);
  int contents = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, index)) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, contents);
  }
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, index);
  }
  lua_createtable(L, 0, 4);
  lua_pushvalue(L, contents);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, refuse_write);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, frozen_length);
  lua_setfield(L, -2, "__len");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, index);
  lua_pop(L, 1);
}
