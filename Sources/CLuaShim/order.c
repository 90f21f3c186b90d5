// Walking tables in an order that never depends on hashing: booleans, numbers, text by its bytes, then dates.
#include <stdlib.h>

#include "internal.h"

typedef struct {
  int32_t rank;
  bool is_float;
  lua_Integer place;     // in the list of keys
  union { int64_t integer; double number; struct { const char *text; size_t length; } string; } as;
} sort_key;

static sort_key key_at(lua_State *L, int index) {
  sort_key key = { 0 };
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
      key.as.integer = lua_toboolean(L, index);
      break;
    case LUA_TNUMBER:
      key.rank = 1;
      key.is_float = !lua_isinteger(L, index);
      if (key.is_float) key.as.number = lua_tonumber(L, index);
      else key.as.integer = lua_tointeger(L, index);
      // No key of a table is one, but `next` can be asked what comes after it.
      if (key.is_float && key.as.number != key.as.number) wm_raise(L, WM_CODE_ARGUMENT, "what is not a number is no key of a table");
      break;
    case LUA_TSTRING:
      key.rank = 2;
      key.as.string.text = lua_tolstring(L, index, &key.as.string.length);
      break;
    case LUA_TLIGHTUSERDATA: {
      int64_t bits = wm_bits(L, index);
      key.rank = 3 + wm_handle_kind(bits);
      // Without the generation of records and lists, which grows from nominal to nominal.
      bool lasting = wm_handle_kind(bits) != WM_RECORD && wm_handle_kind(bits) != WM_LIST;
      key.as.integer = lasting ? bits : (int64_t)((uint64_t)bits << 24 >> 24);
      break;
    }
    default: wm_raise(L, WM_CODE_ARGUMENT, "a table whose keys are tables or functions has no order to walk it in");
  }
  return key;
}

// Exact also where a double could not hold the integer.
static int compare_mixed(int64_t integer, double number) {
  if (number >= 0x1p63) return -1;
  if (number < -0x1p63) return 1;
  int64_t whole = (int64_t)number;
  if (integer != whole) return integer < whole ? -1 : 1;
  double part = number - (double)whole;
  return part > 0 ? -1 : part < 0;
}

static int compare(const sort_key *a, const sort_key *b) {
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  if (a->rank == 2) {
    size_t x = a->as.string.length, y = b->as.string.length;
    int order = memcmp(a->as.string.text, b->as.string.text, x < y ? x : y);
    return order != 0 ? order : x < y ? -1 : x > y;
  }
  if (a->is_float && b->is_float) return a->as.number < b->as.number ? -1 : a->as.number > b->as.number;
  if (a->is_float) return -compare_mixed(b->as.integer, a->as.number);
  if (b->is_float) return compare_mixed(a->as.integer, b->as.number);
  return a->as.integer < b->as.integer ? -1 : a->as.integer > b->as.integer;
}

static int compare_entries(const void *a, const void *b) { return compare(a, b); }

int wm_compare_keys(lua_State *L, int a, int b) {
  sort_key x = key_at(L, a), y = key_at(L, b);
  return compare(&x, &y);
}

// What lies between the entries of a table cannot be seen from here: one that was large and is empty takes as long to look through as
// ever. So looking costs something even where little or nothing is found.
enum { LOOKED_THROUGH = 64 };

int wm_next_sorted(lua_State *L) {
  int previous = lua_gettop(L), table = previous - 1;
  bool from_start = lua_isnil(L, previous), found = false;
  sort_key after = { 0 }, best = { 0 };
  if (!from_start) after = key_at(L, previous);
  lua_pushnil(L);  // the best so far
  int kept = lua_gettop(L);
  int64_t walked = 0;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    walked++;
    sort_key key = key_at(L, lua_gettop(L));
    if ((!from_start && compare(&key, &after) <= 0) || (found && compare(&key, &best) >= 0)) continue;
    found = true;
    best = key;
    lua_pushvalue(L, -1);
    lua_replace(L, kept);
  }
  wm_charge(L, LOOKED_THROUGH + walked / 4);
  lua_remove(L, previous);
  if (!found) return lua_pop(L, 1), 0;
  lua_pushvalue(L, -1);
  lua_rawget(L, table);
  return 1;
}

lua_Integer wm_push_sorted_keys(lua_State *L, int table, lua_Integer skip) {
  lua_newtable(L);
  int keys = lua_gettop(L);
  lua_Integer count = 0, place;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    if (skip > 0 && wm_place_argument(L, -1, &place) && place >= 1 && place <= skip) continue;
    lua_pushvalue(L, -1);
    lua_rawseti(L, keys, ++count);
  }
  wm_charge(L, count == 0 ? LOOKED_THROUGH : 1 + count);
  sort_key few[24];
  sort_key *entries = count <= 24 ? few : lua_newuserdatauv(L, (size_t)count * sizeof *entries, 0);
  for (lua_Integer i = 0; i < count; i++) {
    lua_rawgeti(L, keys, i + 1);
    entries[i] = key_at(L, lua_gettop(L));
    entries[i].place = i + 1;
    lua_pop(L, 1);
  }
  qsort(entries, (size_t)count, sizeof *entries, compare_entries);
  lua_createtable(L, (int)count, 0);
  for (lua_Integer i = 0; i < count; i++) {
    lua_rawgeti(L, keys, entries[i].place);
    lua_rawseti(L, -2, i + 1);
  }
  lua_replace(L, keys);
  lua_settop(L, keys);
  return count;
}

// Upvalues: the keys in order, the table, the place reached.
int wm_pairs_step(lua_State *L) {
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

int wm_ordered_pairs(lua_State *L) {
  if (wm_is(L, 1, WM_LIST) || wm_is(L, 1, WM_SET)) {
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3);
    return 3;
  }
  if (lua_type(L, 1) != LUA_TTABLE) wm_raise(L, WM_CODE_ARGUMENT, "`pairs` wants a table, not %s", wm_noun(L, 1));
  wm_push_contents(L, 1);
  int contents = lua_gettop(L);
  wm_push_sorted_keys(L, contents, 0);
  lua_pushvalue(L, contents);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, wm_pairs_step, 3);
  return 1;
}

int wm_ordered_next(lua_State *L) {
  if (lua_type(L, 1) != LUA_TTABLE) wm_raise(L, WM_CODE_ARGUMENT, "`next` wants a table, not %s", wm_noun(L, 1));
  lua_settop(L, 2);
  wm_push_contents(L, 1);
  lua_replace(L, 1);
  if (wm_next_sorted(L)) return 2;
  lua_pushnil(L);
  return 1;
}
