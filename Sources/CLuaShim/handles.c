// The one metatable of all handles: dates, spans, records, lists, filters, sets, namespaces.
#include <stdio.h>

#include "internal.h"

enum { LONGEST_SPAN = 200000 };

// ---- operators ----------------------------------------------------------------------------------

static void push_date(lua_State *L, int64_t day) {
  if (day < WM_EARLIEST || day > WM_LATEST) wm_raise(L, WM_CODE_ARGUMENT, "the date is outside the years 1 to 9999");
  wm_push_bits(L, wm_make(WM_DATE, day));
}

static int push_span(lua_State *L, int kind, int64_t length) {
  int64_t most = kind == WM_MONTHS ? 12 * LONGEST_SPAN : LONGEST_SPAN;
  if (length < -most || length > most) wm_raise(L, WM_CODE_ARGUMENT, "a length of time is at most %d days or years", LONGEST_SPAN);
  wm_push_bits(L, wm_make(kind, length));
  return 1;
}

static int kind_of(lua_State *L, int index) {
  return lua_type(L, index) == LUA_TLIGHTUSERDATA ? wm_handle_kind(wm_bits(L, index)) : 0;
}

const char *wm_noun(lua_State *L, int index) {
  switch (kind_of(L, index)) {
    case WM_DATE: return "a date";
    case WM_DAYS: case WM_MONTHS: return "a length of time";
    case WM_RECORD: return "a record";
    case WM_LIST: return "a list";
    case WM_FILTER: return "a filter";
    case WM_SET: return "a list";
    case WM_NAMESPACE: return "a group of answers";
    case WM_OBJECT: return "a result";
    default: break;
  }
  switch (lua_type(L, index)) {
    case LUA_TNONE: return "nothing";
    case LUA_TNIL: return "nil";
    case LUA_TNUMBER: return "a number";
    case LUA_TSTRING: return "text";
    case LUA_TBOOLEAN: return "true or false";
    case LUA_TTABLE: return "a table";
    default: return "a function";
  }
}

static int shift(lua_State *L, int date, int span, int sign) {
  int64_t day = wm_handle_number(wm_bits(L, date));
  int64_t length = wm_handle_number(wm_bits(L, span)) * sign;
  push_date(L, kind_of(L, span) == WM_DAYS ? day + length : wm_add_months(day, length));
  return 1;
}

static bool is_span(int kind) { return kind == WM_DAYS || kind == WM_MONTHS; }

static int handle_sub(lua_State *L) {
  int a = kind_of(L, 1), b = kind_of(L, 2);
  if (a == WM_DATE && b == WM_DATE) {
    lua_pushinteger(L, wm_handle_number(wm_bits(L, 1)) - wm_handle_number(wm_bits(L, 2)));
    return 1;
  }
  if (a == WM_DATE && is_span(b)) return shift(L, 1, 2, -1);
  if (a == WM_DATE && lua_isnumber(L, 2))
    wm_raise(L, WM_CODE_ARGUMENT, "a number cannot be taken from a date: say which, as in `as_of - days(5)`");
  wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be taken from %s", wm_noun(L, 2), wm_noun(L, 1));
}

static int handle_add(lua_State *L) {
  int a = kind_of(L, 1), b = kind_of(L, 2);
  if (a == WM_DATE && is_span(b)) return shift(L, 1, 2, 1);
  if (is_span(a) && b == WM_DATE) return shift(L, 2, 1, 1);
  if (a == b && is_span(a)) return push_span(L, a, wm_handle_number(wm_bits(L, 1)) + wm_handle_number(wm_bits(L, 2)));
  if (a == WM_DATE || b == WM_DATE)
    wm_raise(L, WM_CODE_ARGUMENT, "only a length of time can be added to a date, as in `as_of + days(5)`");
  wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be added to %s", wm_noun(L, 2), wm_noun(L, 1));
}

static void check_comparable(lua_State *L) {
  int a = kind_of(L, 1), b = kind_of(L, 2);
  if (a == b && (a == WM_DATE || is_span(a))) return;
  wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be compared with %s", wm_noun(L, 1), wm_noun(L, 2));
}

static int handle_lt(lua_State *L) {
  check_comparable(L);
  lua_pushboolean(L, wm_handle_number(wm_bits(L, 1)) < wm_handle_number(wm_bits(L, 2)));
  return 1;
}

static int handle_le(lua_State *L) {
  check_comparable(L);
  lua_pushboolean(L, wm_handle_number(wm_bits(L, 1)) <= wm_handle_number(wm_bits(L, 2)));
  return 1;
}

static int arithmetic(lua_State *L) {
  wm_raise(L, WM_CODE_ARGUMENT, "%s and %s cannot be calculated with", wm_noun(L, 1), wm_noun(L, 2));
}

static const char *plural(int64_t number) { return number == 1 || number == -1 ? "" : "s"; }

static int handle_tostring(lua_State *L) {
  int64_t bits = wm_bits(L, 1), number = wm_handle_number(bits);
  char text[64];
  const wm_vm *vm = wm_of(L);
  switch (wm_handle_kind(bits)) {
    case WM_DATE: wm_format_day(number, text); break;
    case WM_DAYS: snprintf(text, sizeof text, "%lld day%s", (long long)number, plural(number)); break;
    case WM_MONTHS:
      if (number != 0 && number % 12 == 0) snprintf(text, sizeof text, "%lld year%s", (long long)(number / 12), plural(number / 12));
      else snprintf(text, sizeof text, "%lld month%s", (long long)number, plural(number));
      break;
    case WM_RECORD: snprintf(text, sizeof text, "%s", vm->types[wm_type_of(bits)].label); break;
    case WM_LIST: snprintf(text, sizeof text, "list"); break;
    case WM_FILTER: snprintf(text, sizeof text, "filter"); break;
    case WM_SET: snprintf(text, sizeof text, "list"); break;
    case WM_OBJECT: snprintf(text, sizeof text, "result"); break;
    default: snprintf(text, sizeof text, "answers"); break;
  }
  lua_pushstring(L, text);
  return 1;
}

static int handle_concat(lua_State *L) {
  for (int i = 1; i <= 2; i++) {
    int kind = kind_of(L, i);
    if (kind == 0 && lua_type(L, i) != LUA_TSTRING && lua_type(L, i) != LUA_TNUMBER)
      wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be joined to text", wm_noun(L, i));
    if (kind != 0 && kind != WM_DATE && !is_span(kind))
      wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be joined to text: name one of its fields", wm_noun(L, i));
  }
  luaL_tolstring(L, 1, NULL);
  luaL_tolstring(L, 2, NULL);
  lua_concat(L, 2);
  return 1;
}

// ---- index --------------------------------------------------------------------------------------

static int date_index(lua_State *L, wm_vm *vm) {
  int64_t year, month, day;
  wm_day_parts(wm_handle_number(wm_bits(L, 1)), &year, &month, &day);
  const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  if (key == vm->k_year) lua_pushinteger(L, year);
  else if (key == vm->k_month) lua_pushinteger(L, month);
  else if (key == vm->k_day) lua_pushinteger(L, day);
  else wm_raise(L, WM_CODE_UNKNOWN_FIELD, "a date has `year`, `month` and `day`, but no `%.60s`", key);
  return 1;
}

// Its upvalue is the table of pooled texts: see wm_push_own_text.
static int handle_index(lua_State *L) {
  int64_t bits = wm_bits(L, 1);
  switch (wm_handle_kind(bits)) {
    case WM_RECORD: return wm_record_index(L, bits);
    case WM_NAMESPACE: return wm_namespace_index(L, bits);
    case WM_OBJECT: return wm_object_index(L);
    case WM_LIST: return wm_list_index(L, bits);
    case WM_SET: return wm_set_index(L);
    case WM_DATE: return date_index(L, wm_of(L));
    default: wm_raise(L, WM_CODE_ARGUMENT, "%s has no parts", wm_noun(L, 1));
  }
}

static int handle_newindex(lua_State *L) {
  const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  wm_raise_name(L, WM_CODE_READ_ONLY, WM_NAME_WRITE, kind_of(L, 1) == WM_RECORD ? wm_type_of(wm_bits(L, 1)) : -1, -1, key);
}

static int handle_length(lua_State *L) {
  int64_t bits = wm_bits(L, 1);
  switch (wm_handle_kind(bits)) {
    case WM_LIST: return wm_list_length(L);
    case WM_OBJECT: return wm_object_length(L);
    case WM_SET: lua_pushinteger(L, wm_of(L)->sets[wm_handle_number(bits)].count); return 1;
    default: wm_raise(L, WM_CODE_ARGUMENT, "%s has no length", wm_noun(L, 1));
  }
}

static int handle_call(lua_State *L) {
  if (kind_of(L, 1) == WM_OBJECT) return wm_object_call(L);
  wm_raise(L, WM_CODE_ARGUMENT, "%s is not a function", wm_noun(L, 1));
}

// ---- constructors -------------------------------------------------------------------------------

static int make_date(lua_State *L) {
  if (wm_is(L, 1, WM_DATE)) {
    lua_settop(L, 1);
    return 1;
  }
  size_t length = 0;
  const char *text = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &length) : NULL;
  int64_t day;
  if (text == NULL) wm_raise(L, WM_CODE_ARGUMENT, "`date` wants text such as `date(\"2026-01-31\")`, not %s", wm_noun(L, 1));
  if (!wm_parse_day(text, length, &day))
    wm_raise(L, WM_CODE_ARGUMENT, "`%.40s` is not a date: write year, month and day as in `2026-01-31`", text);
  push_date(L, day);
  return 1;
}

static int make_span(lua_State *L, const char *name, int kind, int64_t unit) {
  int exact = 0;
  lua_Integer n = lua_type(L, 1) == LUA_TNUMBER ? lua_tointegerx(L, 1, &exact) : 0;
  if (!exact) wm_raise(L, WM_CODE_ARGUMENT, "`%s` wants a whole number, as in `%s(3)`, not %s", name, name, wm_noun(L, 1));
  return push_span(L, kind, n < -LONGEST_SPAN || n > LONGEST_SPAN ? INT32_MAX : n * unit);
}

static int make_days(lua_State *L) { return make_span(L, "days", WM_DAYS, 1); }
static int make_months(lua_State *L) { return make_span(L, "months", WM_MONTHS, 1); }
static int make_years(lua_State *L) { return make_span(L, "years", WM_MONTHS, 12); }

void wm_install_handles(lua_State *L) {
  static const luaL_Reg metamethods[] = {
    { "__newindex", handle_newindex }, { "__len", handle_length }, { "__call", handle_call },
    { "__add", handle_add }, { "__sub", handle_sub }, { "__lt", handle_lt }, { "__le", handle_le },
    { "__tostring", handle_tostring }, { "__concat", handle_concat }, { "__mul", arithmetic }, { "__div", arithmetic },
    { "__mod", arithmetic }, { "__idiv", arithmetic }, { "__unm", arithmetic }, { NULL, NULL },
  };
  lua_pushlightuserdata(L, NULL);
  luaL_newlib(L, metamethods);
  lua_rawgeti(L, LUA_REGISTRYINDEX, wm_of(L)->pool_ref);
  lua_pushcclosure(L, handle_index, 1);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
  static const luaL_Reg constructors[] = {
    { "date", make_date }, { "days", make_days }, { "months", make_months }, { "years", make_years },
    { "filter", wm_make_filter }, { NULL, NULL },
  };
  lua_rawgeti(L, LUA_REGISTRYINDEX, wm_of(L)->globals_ref);
  luaL_setfuncs(L, constructors, 0);
  lua_pop(L, 1);
}
