// Filters as rules write them: tables of conditions.
#include <stdlib.h>

#include "filter.h"

enum { MAX_FILTERS = 4096, MAX_ENTRIES = WM_MAX_CONDITIONS + 8 };

static void add_value(lua_State *L, wm_filter *filter, const char *name, int index) {
  if (filter->value_count >= WM_MAX_VALUES) wm_raise(L, WM_CODE_ARGUMENT, "a filter can name at most %d values", WM_MAX_VALUES);
  wm_value value;
  wm_read_value(L, index, &value);
  bool date = value.tag == WM_HANDLE && wm_handle_kind(value.as.i) == WM_DATE;
  if (value.tag != WM_BOOL && value.tag != WM_INT && value.tag != WM_NUMBER && value.tag != WM_STRING && !date)
    wm_raise(L, WM_CODE_ARGUMENT, "the filter's `%s` wants a value or a list of values", name);
  filter->values[filter->value_count++] = value;
}

static int64_t date_option(lua_State *L, const char *name, int index) {
  if (!wm_is(L, index, WM_DATE)) wm_raise(L, WM_CODE_ARGUMENT, "the filter's `%s` wants a date, as in `%s = date(\"2026-01-31\")`", name, name);
  return wm_handle_number(wm_bits(L, index));
}

static void add_listed(lua_State *L, wm_filter *filter, const char *name, int list) {
  wm_push_contents(L, list);
  int contents = lua_gettop(L);
  lua_Integer length = (lua_Integer)lua_rawlen(L, contents);
  for (lua_Integer i = 1; i <= length; i++) {
    lua_rawgeti(L, contents, i);
    add_value(L, filter, name, lua_gettop(L));
    lua_pop(L, 1);
  }
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    lua_Integer place;
    if (!wm_place_argument(L, -2, &place) || place < 1 || place > length)
      wm_raise(L, WM_CODE_ARGUMENT, "the filter's `%s` wants a plain list of values, as in `%s = { \"a\", \"b\" }`", name, name);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void add_set(lua_State *L, wm_filter *filter, const char *name, int set) {
  wm_vm *vm = wm_of(L);
  const wm_set *values = &vm->sets[wm_handle_number(wm_bits(L, set))];
  for (int32_t i = 0; i < values->count; i++) {
    wm_push_value(L, vm, &values->values[i]);
    add_value(L, filter, name, lua_gettop(L));
    lua_pop(L, 1);
  }
}

static void read_condition(lua_State *L, wm_filter *filter, const char *name, int value, bool chooses) {
  if (filter->condition_count >= WM_MAX_CONDITIONS)
    wm_raise(L, WM_CODE_ARGUMENT, "a filter can hold at most %d conditions", WM_MAX_CONDITIONS);
  wm_condition *c = &filter->conditions[filter->condition_count];
  c->compare = strncmp(name, "min_", 4) == 0 ? WM_AT_LEAST : strncmp(name, "max_", 4) == 0 ? WM_AT_MOST : WM_EQUALS;
  const char *field = c->compare == WM_EQUALS ? name : name + 4;
  if (strlen(field) >= sizeof c->name) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_CONDITION, -1, -1, field);
  memcpy(c->name, field, strlen(field) + 1);
  c->chooses = chooses;
  c->first = filter->value_count;
  bool is_set = wm_is(L, value, WM_SET), is_table = lua_type(L, value) == LUA_TTABLE;
  if ((is_set || is_table) && c->compare != WM_EQUALS) wm_raise(L, WM_CODE_ARGUMENT, "the filter's `%s` wants one value", name);
  if (is_set) add_set(L, filter, name, value);
  else if (is_table) add_listed(L, filter, name, value);
  else add_value(L, filter, name, value);
  c->count = filter->value_count - c->first;
  filter->condition_count++;
}

static void read_conditions(lua_State *L, wm_filter *filter, int table, bool chooses);

static void read_entry(lua_State *L, wm_filter *filter, const char *name, int value, bool chooses) {
  if (strcmp(name, "within") == 0) {
    if (!wm_is(L, value, WM_DAYS) && !wm_is(L, value, WM_MONTHS))
      wm_raise(L, WM_CODE_ARGUMENT, "the filter's `within` wants a length of time, as in `within = months(12)`");
    if (wm_handle_number(wm_bits(L, value)) < 0) wm_raise(L, WM_CODE_ARGUMENT, "the filter's `within` counts back from the date of the run, so it cannot be negative");
    filter->within = wm_bits(L, value);
  } else if (strcmp(name, "from") == 0) {
    filter->from = date_option(L, name, value);
  } else if (strcmp(name, "to") == 0) {
    filter->to = date_option(L, name, value);
  } else if (strcmp(name, "at_least") == 0) {
    if (!lua_isinteger(L, value) || lua_tointeger(L, value) < 0) wm_raise(L, WM_CODE_ARGUMENT, "the filter's `at_least` wants a whole number");
    filter->at_least = lua_tointeger(L, value);
  } else if (strcmp(name, "where") == 0) {
    if (chooses || lua_type(L, value) != LUA_TTABLE) wm_raise(L, WM_CODE_ARGUMENT, "the filter's `where` wants conditions in braces");
    read_conditions(L, filter, value, true);
  } else {
    read_condition(L, filter, name, value, chooses);
  }
}

// In the order of their names, so that of several mistakes the same one is always named.
static void read_conditions(lua_State *L, wm_filter *filter, int table, bool chooses) {
  luaL_checkstack(L, 12, "filter");
  wm_push_contents(L, table);
  int contents = lua_gettop(L);
  const char *names[MAX_ENTRIES];
  int count = 0;
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    lua_pop(L, 1);
    if (lua_type(L, -1) != LUA_TSTRING)
      wm_raise(L, WM_CODE_ARGUMENT, "a filter wants named conditions, as in `filter { outcome = \"convicted\" }`");
    if (count == MAX_ENTRIES) wm_raise(L, WM_CODE_ARGUMENT, "a filter can hold at most %d conditions", WM_MAX_CONDITIONS);
    const char *name = lua_tostring(L, -1);
    int place = count++;
    for (; place > 0 && strcmp(names[place - 1], name) > 0; place--) names[place] = names[place - 1];
    names[place] = name;
  }
  for (int i = 0; i < count; i++) {
    lua_pushstring(L, names[i]);
    lua_rawget(L, contents);
    read_entry(L, filter, names[i], lua_gettop(L), chooses);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

void wm_read_filter(lua_State *L, wm_filter *filter, int table) {
  filter->condition_count = filter->value_count = filter->binding_count = 0;
  filter->within = 0;
  filter->from = INT64_MIN;
  filter->to = INT64_MAX;
  filter->at_least = -1;
  filter->texts = NULL;
  filter->bindings = NULL;
  read_conditions(L, filter, table, false);
}

// How many of the conditions, from the first on, name fields of a list.
static int32_t names_known(const wm_vm *vm, const wm_filter *filter, int32_t type) {
  int32_t known = 0;
  while (known < filter->condition_count && wm_find_field(vm, type, filter->conditions[known].name) >= 0) known++;
  return known;
}

// The first value with which a condition could never hold in a list that has all the fields; -1: none.
static int32_t misfit(const wm_vm *vm, const wm_filter *filter, int32_t type, int32_t *condition) {
  for (int32_t c = 0; c < filter->condition_count; c++) {
    const wm_field *field = &vm->types[type].fields[wm_find_field(vm, type, filter->conditions[c].name)];
    for (int32_t v = 0; v < filter->conditions[c].count; v++) {
      *condition = c;
      if (!wm_value_fits(vm, field, &filter->values[filter->conditions[c].first + v])) return filter->conditions[c].first + v;
    }
  }
  return -1;
}

// A condition that no list could meet is a mistake that loading can already name.
static void check_conditions(lua_State *L, const wm_filter *filter) {
  const wm_vm *vm = wm_of(L);
  int32_t most = 0, type = -1;
  for (int32_t i = 0; i < vm->list_count; i++) {
    int32_t item = vm->types[vm->lists[i].type].fields[vm->lists[i].field].spec.type, condition;
    int32_t known = names_known(vm, filter, item);
    if (known == filter->condition_count && misfit(vm, filter, item, &condition) < 0) return;
    if (known > most || type < 0) most = known, type = item;
  }
  if (type < 0 || most == 0) {
    if (filter->condition_count > 0) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_CONDITION, -1, -1, filter->conditions[0].name);
    return;
  }
  if (most < filter->condition_count) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_CONDITION, -1, -1, filter->conditions[most].name);
  int32_t condition = 0, value = misfit(vm, filter, type, &condition);
  const wm_value *wrong = &filter->values[value];
  wm_raise_name(L, WM_CODE_ARGUMENT, WM_NAME_VALUE, type, wm_find_field(vm, type, filter->conditions[condition].name),
                wrong->tag == WM_STRING ? wrong->as.text : wrong->tag == WM_HANDLE ? "a date" : wrong->tag == WM_BOOL ? "true or false" : "a number");
}

int wm_make_filter(lua_State *L) {
  wm_vm *vm = wm_of(L);
  if (lua_type(L, 1) != LUA_TTABLE) wm_raise(L, WM_CODE_ARGUMENT, "`filter` wants conditions in braces, as in `filter { outcome = \"convicted\" }`");
  if (vm->sealed) wm_raise(L, WM_CODE_ARGUMENT, "make a filter once, at the top of the file; inside a rule give the conditions in braces");
  if (vm->filter_count >= MAX_FILTERS) wm_raise(L, WM_CODE_ARGUMENT, "a pack can make at most %d filters", MAX_FILTERS);
  wm_filter *filter = lua_newuserdatauv(L, sizeof *filter, 0);  // freed by Lua if anything below raises
  wm_read_filter(L, filter, 1);
  check_conditions(L, filter);
  size_t bytes = 0;
  for (int32_t i = 0; i < filter->value_count; i++)
    if (filter->values[i].tag == WM_STRING) bytes += (size_t)filter->values[i].length + 1;
  if (vm->filter_count == vm->filter_capacity) {
    int32_t capacity = vm->filter_capacity == 0 ? 16 : vm->filter_capacity * 2;
    wm_filter **moved = realloc(vm->filters, (size_t)capacity * sizeof *moved);
    if (moved == NULL) wm_raise(L, WM_CODE_MEMORY, "out of memory");
    vm->filters = moved;
    vm->filter_capacity = capacity;
  }
  wm_filter *kept = malloc(sizeof *kept);
  char *texts = malloc(bytes + 1);
  if (kept == NULL || texts == NULL) {
    free(kept);
    free(texts);
    wm_raise(L, WM_CODE_MEMORY, "out of memory");
  }
  memcpy(kept, filter, sizeof *kept);
  kept->texts = texts;
  for (int32_t i = 0; i < kept->value_count; i++) {
    wm_value *value = &kept->values[i];
    if (value->tag != WM_STRING) continue;
    memcpy(texts, value->as.text, (size_t)value->length);
    value->as.text = texts;
    texts[value->length] = 0;
    texts += value->length + 1;
  }
  vm->filters[vm->filter_count] = kept;
  wm_push_bits(L, wm_make(WM_FILTER, vm->filter_count++));
  return 1;
}

void wm_forget_bindings(wm_vm *vm) {
  vm->forgotten++;
  wm_free_tallies(vm);
  for (int32_t i = 0; i < vm->filter_count; i++) {
    for (int32_t j = 0; j < vm->filters[i]->binding_count; j++) free(vm->filters[i]->bindings[j]);
    free(vm->filters[i]->bindings);
    vm->filters[i]->bindings = NULL;
    vm->filters[i]->binding_count = 0;
  }
}

void wm_free_filters(wm_vm *vm) {
  wm_forget_bindings(vm);
  for (int32_t i = 0; i < vm->filter_count; i++) {
    free(vm->filters[i]->texts);
    free(vm->filters[i]);
  }
  free(vm->filters);
}
