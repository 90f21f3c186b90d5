// Values on their way between cells, the host and Lua.
#include "internal.h"

void wm_push_value(lua_State *L, wm_vm *vm, const wm_value *value) {
  switch (value->tag) {
    case WM_BOOL: lua_pushboolean(L, value->as.i != 0); break;
    case WM_INT: lua_pushinteger(L, value->as.i); break;
    case WM_NUMBER: {
      double d = value->as.d;
      if (d > -9007199254740992.0 && d < 9007199254740992.0 && d == (double)(int64_t)d) lua_pushinteger(L, (int64_t)d);
      else lua_pushnumber(L, d);
      break;
    }
    case WM_STRING: lua_pushlstring(L, value->as.text, (size_t)value->length); break;
    case WM_POOLED:
      lua_rawgeti(L, LUA_REGISTRYINDEX, vm->pool_ref);
      lua_rawgeti(L, -1, value->as.i + 1);
      lua_remove(L, -2);
      break;
    case WM_HANDLE: wm_push_bits(L, value->as.i); break;
    default: lua_pushnil(L);
  }
}

void wm_read_value(lua_State *L, int index, wm_value *value) {
  value->length = 0;
  value->as.i = 0;
  switch (lua_type(L, index)) {
    case LUA_TNIL: value->tag = WM_NIL; break;
    case LUA_TBOOLEAN:
      value->tag = WM_BOOL;
      value->as.i = lua_toboolean(L, index);
      break;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        value->tag = WM_INT;
        value->as.i = lua_tointeger(L, index);
      } else {
        value->tag = WM_NUMBER;
        value->as.d = lua_tonumber(L, index);
      }
      break;
    case LUA_TSTRING: {
      size_t length;
      value->tag = WM_STRING;
      value->as.text = lua_tolstring(L, index, &length);
      value->length = length > INT32_MAX ? INT32_MAX : (int32_t)length;
      break;
    }
    case LUA_TLIGHTUSERDATA:
      value->tag = WM_HANDLE;
      value->as.i = wm_bits(L, index);
      break;
    case LUA_TTABLE: value->tag = WM_TABLE; break;
    case LUA_TFUNCTION: value->tag = WM_FUNCTION; break;
    default: value->tag = WM_OTHER;
  }
}

bool wm_place_argument(lua_State *L, int index, lua_Integer *place) {
  int exact = 0;
  if (lua_type(L, index) == LUA_TNUMBER) *place = lua_tointegerx(L, index, &exact);
  return exact;
}

// ---- sets -----------------------------------------------------------------------------------------

int wm_set_index(lua_State *L) {
  const wm_set *set = &wm_of(L)->sets[wm_handle_number(wm_bits(L, 1))];
  lua_Integer place;
  if (wm_place_argument(L, 2, &place)) {
    if (place < 1 || place > set->count) return 0;
    wm_push_value(L, wm_of(L), &set->values[place - 1]);
    return 1;
  }
  bool found = false;
  if (lua_type(L, 2) == LUA_TSTRING) {
    size_t length;
    const char *text = lua_tolstring(L, 2, &length);
    for (int32_t i = 0; i < set->count && !found; i++)
      found = set->texts[i] != NULL && set->lengths[i] == length && memcmp(set->texts[i], text, length) == 0;
  }
  lua_pushboolean(L, found);
  return 1;
}
