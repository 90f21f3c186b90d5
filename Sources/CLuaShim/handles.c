// Dates, spans and the one metatable of all handles.
#include <stdio.h>

#include "internal.h"

// ---- calendar -----------------------------------------------------------------------------------

enum { EARLIEST = -719162, LATEST = 2932896 };  // 0001-01-01, 9999-12-31

static int64_t day_count(int64_t year, int64_t month, int64_t day) {
  int64_t y = month <= 2 ? year - 1 : year;
  int64_t era = (y >= 0 ? y : y - 399) / 400;
  int64_t year_of_era = y - era * 400;
  int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

void wm_day_parts(int64_t number, int64_t *year, int64_t *month, int64_t *day) {
  int64_t shifted = number + 719468;
  int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int64_t of_era = shifted - era * 146097;
  int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t march_month = (5 * of_year + 2) / 153;
  *day = of_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

static int64_t month_length(int64_t month, int64_t year) {
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 ? 28 + leap : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31;
}

int64_t wm_add_months(int64_t number, int64_t months) {
  int64_t year, month, day;
  wm_day_parts(number, &year, &month, &day);
  int64_t total = year * 12 + month - 1 + months;
  int64_t new_year = (total >= 0 ? total : total - 11) / 12;
  int64_t new_month = total - new_year * 12 + 1;
  int64_t last = month_length(new_month, new_year);
  return day_count(new_year, new_month, day < last ? day : last);
}

int64_t wm_whole_years(int64_t from, int64_t to) {
  int64_t y1, m1, d1, y2, m2, d2;
  wm_day_parts(from, &y1, &m1, &d1);
  wm_day_parts(to, &y2, &m2, &d2);
  return y2 - y1 - (m2 < m1 || (m2 == m1 && d2 < d1));
}

void wm_format_day(int64_t number, char text[16]) {
  int64_t year, month, day;
  wm_day_parts(number, &year, &month, &day);
  snprintf(text, 16, "%04d-%02d-%02d", (int)year, (int)month, (int)day);
}

bool wm_parse_day(const char *text, size_t length, int64_t *number) {
  if (length != 10 || text[4] != '-' || text[7] != '-') return false;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  int64_t year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  int64_t month = (text[5] - '0') * 10 + (text[6] - '0');
  int64_t day = (text[8] - '0') * 10 + (text[9] - '0');
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > month_length(month, year)) return false;
  *number = day_count(year, month, day);
  return true;
}

// ---- operators ----------------------------------------------------------------------------------

static void push_date(lua_State *L, int64_t day) {
  if (day < EARLIEST || day > LATEST) wm_raise(L, WM_CODE_ARGUMENT, "the date is outside the years 1 to 9999");
  wm_push_bits(L, wm_make(WM_DATE, day));
}

static int kind_of(lua_State *L, int index) {
  return lua_type(L, index) == LUA_TLIGHTUSERDATA ? wm_handle_kind(wm_bits(L, index)) : 0;
}

static const char *noun(lua_State *L, int index) {
  switch (kind_of(L, index)) {
    case WM_DATE: return "a date";
    case WM_DAYS: case WM_MONTHS: return "a length of time";
    case WM_RECORD: return "a record";
    case WM_LIST: return "a list";
    case WM_FILTER: return "a filter";
    case WM_SET: return "a list";
    case WM_NAMESPACE: return "a group of answers";
    default: break;
  }
  switch (lua_type(L, index)) {
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
  wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be taken from %s", noun(L, 2), noun(L, 1));
}

static int handle_add(lua_State *L) {
  int a = kind_of(L, 1), b = kind_of(L, 2);
  if (a == WM_DATE && is_span(b)) return shift(L, 1, 2, 1);
  if (is_span(a) && b == WM_DATE) return shift(L, 2, 1, 1);
  if (a == b && is_span(a)) {
    wm_push_bits(L, wm_make(a, wm_handle_number(wm_bits(L, 1)) + wm_handle_number(wm_bits(L, 2))));
    return 1;
  }
  if (a == WM_DATE || b == WM_DATE)
    wm_raise(L, WM_CODE_ARGUMENT, "only a length of time can be added to a date, as in `as_of + days(5)`");
  wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be added to %s", noun(L, 2), noun(L, 1));
}

static void check_comparable(lua_State *L) {
  int a = kind_of(L, 1), b = kind_of(L, 2);
  if (a == b && (a == WM_DATE || is_span(a))) return;
  wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be compared with %s", noun(L, 1), noun(L, 2));
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
  wm_raise(L, WM_CODE_ARGUMENT, "%s and %s cannot be calculated with", noun(L, 1), noun(L, 2));
}

static int handle_tostring(lua_State *L) {
  int64_t bits = wm_bits(L, 1), number = wm_handle_number(bits);
  char text[64];
  const wm_vm *vm = wm_of(L);
  switch (wm_handle_kind(bits)) {
    case WM_DATE: wm_format_day(number, text); break;
    case WM_DAYS: snprintf(text, sizeof text, "%lld day%s", (long long)number, number == 1 ? "" : "s"); break;
    case WM_MONTHS:
      if (number != 0 && number % 12 == 0) snprintf(text, sizeof text, "%lld year%s", (long long)(number / 12), number == 12 ? "" : "s");
      else snprintf(text, sizeof text, "%lld month%s", (long long)number, number == 1 ? "" : "s");
      break;
    case WM_RECORD: snprintf(text, sizeof text, "%s", vm->types[wm_type_of(bits)].label); break;
    case WM_LIST: snprintf(text, sizeof text, "list"); break;
    case WM_FILTER: snprintf(text, sizeof text, "filter"); break;
    case WM_SET: snprintf(text, sizeof text, "list"); break;
    default: snprintf(text, sizeof text, "answers"); break;
  }
  lua_pushstring(L, text);
  return 1;
}

static int handle_concat(lua_State *L) {
  for (int i = 1; i <= 2; i++) {
    int kind = kind_of(L, i);
    if (kind == 0 && lua_type(L, i) != LUA_TSTRING && lua_type(L, i) != LUA_TNUMBER)
      wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be joined to text", noun(L, i));
    if (kind != 0 && kind != WM_DATE && !is_span(kind))
      wm_raise(L, WM_CODE_ARGUMENT, "%s cannot be joined to text: name one of its fields", noun(L, i));
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

static int handle_index(lua_State *L) {
  switch (wm_handle_kind(wm_bits(L, 1))) {
    case WM_RECORD: return wm_record_index(L);
    case WM_NAMESPACE: return wm_namespace_index(L);
    case WM_LIST: return wm_list_index(L);
    case WM_SET: return wm_set_index(L);
    case WM_DATE: return date_index(L, wm_of(L));
    default: wm_raise(L, WM_CODE_ARGUMENT, "%s has no parts", noun(L, 1));
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
    case WM_SET: lua_pushinteger(L, wm_of(L)->sets[wm_handle_number(bits)].count); return 1;
    default: wm_raise(L, WM_CODE_ARGUMENT, "%s has no length", noun(L, 1));
  }
}

static int handle_call(lua_State *L) {
  wm_raise(L, WM_CODE_ARGUMENT, "%s is not a function", noun(L, 1));
}

int wm_set_index(lua_State *L) {
  const wm_set *set = &wm_of(L)->sets[wm_handle_number(wm_bits(L, 1))];
  if (lua_isinteger(L, 2)) {
    lua_Integer place = lua_tointeger(L, 2);
    if (place < 1 || place > set->count) return 0;
    wm_push_value(L, wm_of(L), &set->values[place - 1]);
    return 1;
  }
  if (lua_type(L, 2) == LUA_TSTRING) {
    size_t length;
    const char *text = lua_tolstring(L, 2, &length);
    for (int32_t i = 0; i < set->count; i++) {
      if (set->texts[i] == NULL || set->lengths[i] != length) continue;
      if (set->texts[i] == text || memcmp(set->texts[i], text, length) == 0) {
        lua_pushboolean(L, 1);
        return 1;
      }
    }
  }
  return 0;
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
  if (text == NULL) wm_raise(L, WM_CODE_ARGUMENT, "`date` wants text such as `date(\"2026-01-31\")`, not %s", noun(L, 1));
  if (!wm_parse_day(text, length, &day))
    wm_raise(L, WM_CODE_ARGUMENT, "`%.40s` is not a date: write year, month and day as in `2026-01-31`", text);
  push_date(L, day);
  return 1;
}

static int64_t span_argument(lua_State *L, const char *name) {
  int exact = 0;
  lua_Integer n = lua_type(L, 1) == LUA_TNUMBER ? lua_tointegerx(L, 1, &exact) : 0;
  if (!exact || n < -200000 || n > 200000) wm_raise(L, WM_CODE_ARGUMENT, "`%s` wants a whole number, as in `%s(3)`", name, name);
  return n;
}

static int make_days(lua_State *L) { wm_push_bits(L, wm_make(WM_DAYS, span_argument(L, "days"))); return 1; }
static int make_months(lua_State *L) { wm_push_bits(L, wm_make(WM_MONTHS, span_argument(L, "months"))); return 1; }
static int make_years(lua_State *L) { wm_push_bits(L, wm_make(WM_MONTHS, 12 * span_argument(L, "years"))); return 1; }

void wm_install_handles(lua_State *L) {
  static const luaL_Reg metamethods[] = {
    { "__index", handle_index }, { "__newindex", handle_newindex }, { "__len", handle_length }, { "__call", handle_call },
    { "__add", handle_add }, { "__sub", handle_sub }, { "__lt", handle_lt }, { "__le", handle_le },
    { "__tostring", handle_tostring }, { "__concat", handle_concat }, { "__mul", arithmetic }, { "__div", arithmetic },
    { "__mod", arithmetic }, { "__idiv", arithmetic }, { "__unm", arithmetic }, { NULL, NULL },
  };
  lua_pushlightuserdata(L, NULL);
  luaL_newlib(L, metamethods);
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

// ---- values -------------------------------------------------------------------------------------

void wm_push_value(lua_State *L, wm_vm *vm, const wm_value *value) {
  switch (value->tag) {
    case WM_BOOL: lua_pushboolean(L, value->as.i != 0); break;
    case WM_INT: lua_pushinteger(L, value->as.i); break;
    case WM_NUMBER: {
      double d = value->as.d;
      if (d == (double)(int64_t)d && d > -9007199254740992.0 && d < 9007199254740992.0) lua_pushinteger(L, (int64_t)d);
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
