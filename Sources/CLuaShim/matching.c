// string.find, match, gmatch and gsub.
#define _GNU_SOURCE
#include "pattern.h"

static void push_capture(wm_matching *m, int place, const char *s, const char *end) {
  if (place >= m->captures) {  // without captures the whole match is the first
    if (place != 0) wm_raise(m->L, WM_CODE_ARGUMENT, "there is no capture `%%%d` in the pattern", place + 1);
    lua_pushlstring(m->L, s, (size_t)(end - s));
    return;
  }
  ptrdiff_t length = m->capture[place].length;
  if (length == WM_UNFINISHED) wm_raise(m->L, WM_CODE_ARGUMENT, "the pattern lacks a `)`");
  if (length == WM_POSITION) lua_pushinteger(m->L, m->capture[place].start - m->start + 1);
  else lua_pushlstring(m->L, m->capture[place].start, (size_t)length);
}

static int push_captures(wm_matching *m, const char *s, const char *end, bool whole) {
  int count = m->captures == 0 && whole ? 1 : m->captures;
  luaL_checkstack(m->L, count + 2, "too many captures");
  for (int i = 0; i < count; i++) push_capture(m, i, s, end);
  return count;
}

// ---- find, match ----------------------------------------------------------------------------------

static bool is_plain(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (pattern[i] != 0 && strchr("^$*+?.([%-)", pattern[i]) != NULL) return false;
  return true;
}

// The third argument: where to begin, from 1; negative counts from the end.
static lua_Integer place_argument(lua_State *L, size_t length) {
  lua_Integer from = luaL_optinteger(L, 3, 1);
  if (from > 0) return from;
  return from == 0 || from < -(lua_Integer)length ? 1 : (lua_Integer)length + from + 1;
}

static int search(lua_State *L, bool find) {
  size_t length, pattern_length;
  const char *subject = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &pattern_length);
  lua_Integer from = place_argument(L, length);
  if (from > (lua_Integer)length + 1) return lua_pushnil(L), 1;
  const char *s = subject + from - 1;
  if (find && (lua_toboolean(L, 4) || is_plain(pattern, pattern_length))) {
    wm_charge(L, 1 + (int64_t)(length + pattern_length) / 16);
    const char *found = memmem(s, length - (size_t)(from - 1), pattern, pattern_length);
    if (found == NULL) return lua_pushnil(L), 1;
    lua_pushinteger(L, found - subject + 1);
    lua_pushinteger(L, found - subject + (lua_Integer)pattern_length);
    return 2;
  }
  bool anchored = pattern_length > 0 && *pattern == '^';
  wm_matching m;
  wm_start_matching(&m, L, subject, length, pattern, pattern_length);
  do {
    const char *end = wm_match_at(&m, s, pattern + anchored);
    if (end == NULL) continue;
    if (!find) return push_captures(&m, s, end, true);
    lua_pushinteger(L, s - subject + 1);
    lua_pushinteger(L, end - subject);
    return 2 + push_captures(&m, s, end, false);
  } while (s++ < m.end && !anchored);
  return lua_pushnil(L), 1;
}

int wm_string_find(lua_State *L) { return search(L, true); }
int wm_string_match(lua_State *L) { return search(L, false); }

// ---- gmatch ---------------------------------------------------------------------------------------

// Upvalues: subject, pattern, bytes passed, end of the match before (-1: none).
int wm_gmatch_step(lua_State *L) {
  size_t length, pattern_length;
  const char *subject = lua_tolstring(L, lua_upvalueindex(1), &length), *pattern = lua_tolstring(L, lua_upvalueindex(2), &pattern_length);
  lua_Integer passed = lua_tointeger(L, lua_upvalueindex(3)), before = lua_tointeger(L, lua_upvalueindex(4));
  wm_matching m;
  wm_start_matching(&m, L, subject, length, pattern, pattern_length);
  for (const char *s = subject + passed; s <= m.end; s++) {
    const char *end = wm_match_at(&m, s, pattern);
    if (end == NULL || end - subject == before) continue;
    lua_pushinteger(L, end - subject);
    lua_pushvalue(L, -1);
    lua_replace(L, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return push_captures(&m, s, end, true);
  }
  lua_pushinteger(L, (lua_Integer)length + 1);
  lua_replace(L, lua_upvalueindex(3));
  return 0;
}

int wm_string_gmatch(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  lua_Integer from = place_argument(L, length);
  lua_settop(L, 2);
  lua_pushinteger(L, (from > (lua_Integer)length + 1 ? (lua_Integer)length + 1 : from - 1));
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, wm_gmatch_step, 4);
  return 1;
}

// ---- gsub -----------------------------------------------------------------------------------------

// Pushes what replaces a match.
static void push_replacement(wm_matching *m, luaL_Buffer *buffer, const char *s, const char *end, int kind) {
  lua_State *L = m->L;
  if (kind == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    int count = push_captures(m, s, end, true);
    wm_call_inside(L, count, 1);
  } else {
    push_capture(m, 0, s, end);
    lua_gettable(L, 3);
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(buffer, s, (size_t)(end - s));
    return;
  }
  if (!lua_isstring(L, -1)) wm_raise(L, WM_CODE_ARGUMENT, "`string.gsub` wants text for a replacement, not %s", wm_noun(L, -1));
  luaL_addvalue(buffer);
}

static void add_template(wm_matching *m, luaL_Buffer *buffer, const char *s, const char *end) {
  size_t length;
  const char *text = lua_tolstring(m->L, 3, &length);
  for (size_t i = 0; i < length; i++) {
    if (text[i] != '%') {
      luaL_addchar(buffer, text[i]);
      continue;
    }
    char next = text[++i];  // the text ends with a zero byte
    if (next == '%') {
      luaL_addchar(buffer, '%');
    } else if (next == '0') {
      luaL_addlstring(buffer, s, (size_t)(end - s));
    } else if (next >= '1' && next <= '9') {
      push_capture(m, next - '1', s, end);
      luaL_tolstring(m->L, -1, NULL);
      lua_remove(m->L, -2);
      luaL_addvalue(buffer);
    } else {
      wm_raise(m->L, WM_CODE_ARGUMENT, "in `string.gsub`'s replacement `%%` stands before a digit or another `%%`");
    }
  }
  wm_charge(m->L, (int64_t)length / 16);
}

int wm_string_gsub(lua_State *L) {
  size_t length, pattern_length;
  const char *subject = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &pattern_length);
  int kind = lua_type(L, 3);
  if (kind != LUA_TNUMBER && kind != LUA_TSTRING && kind != LUA_TFUNCTION && kind != LUA_TTABLE)
    wm_raise(L, WM_CODE_ARGUMENT, "`string.gsub` wants text, a function or a table as its third part, not %s", wm_noun(L, 3));
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1), count = 0;
  size_t limit = wm_of(L)->limits.text;
  lua_settop(L, 3);
  if (kind == LUA_TNUMBER) lua_tostring(L, 3);
  bool anchored = pattern_length > 0 && *pattern == '^';
  wm_matching m;
  wm_start_matching(&m, L, subject, length, pattern, pattern_length);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  const char *s = subject, *before = NULL;
  while (count < most) {
    const char *end = wm_match_at(&m, s, pattern + anchored);
    if (end != NULL && end != before) {
      count++;
      if (kind == LUA_TFUNCTION || kind == LUA_TTABLE) push_replacement(&m, &buffer, s, end, kind);
      else add_template(&m, &buffer, s, end);
      s = before = end;
    } else if (s < m.end) {
      luaL_addchar(&buffer, *s++);
    } else {
      break;
    }
    if (luaL_bufflen(&buffer) > limit) wm_raise(L, WM_CODE_ARGUMENT, "`string.gsub` would make a text of more than %zu bytes", limit);
    if (anchored) break;
  }
  luaL_addlstring(&buffer, s, (size_t)(m.end - s));
  luaL_pushresult(&buffer);
  wm_charge(L, (int64_t)length / 16);
  lua_pushinteger(L, count);
  return 2;
}
