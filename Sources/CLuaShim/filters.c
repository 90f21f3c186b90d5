// Filters: conditions on a list's items, read once, bound once to each kind of list, run over cells.
#include <stdlib.h>

#include "internal.h"

enum { MAX_CONDITIONS = 24, MAX_VALUES = 96, MAX_FILTERS = 4096 };

typedef enum { EQUALS, AT_LEAST, AT_MOST } comparison;

typedef struct {
  char name[64];
  int32_t compare;
  int32_t first, count;  // of the filter's values
  bool chooses;          // stands in `where`
} condition;

typedef struct {
  wm_value value;        // INT, NUMBER, BOOL, STRING, HANDLE (date)
} filter_value;

typedef struct {
  const wm_field *field;
  int32_t compare, first, count;
  bool chooses;
  uint64_t members;      // enumerations: the values named
} bound_condition;

typedef struct {
  const wm_field *list;
  bound_condition conditions[MAX_CONDITIONS];
  int32_t count;
  int64_t from, to;      // days, both included
  bool dated, aside;
} bound_filter;

struct wm_filter {
  condition conditions[MAX_CONDITIONS];
  filter_value values[MAX_VALUES];
  char *texts;           // of a kept filter: its values' text
  int32_t condition_count, value_count;
  int64_t within;        // bits of a span, 0: none
  int64_t from, to;      // INT64_MIN, INT64_MAX: none
  int64_t at_least;      // -1: not given
  bound_filter **bindings;
  int32_t binding_count;
};

// ---- reading a table ------------------------------------------------------------------------------

static void add_value(lua_State *L, wm_filter *filter, const char *name, int index) {
  if (filter->value_count >= MAX_VALUES) wm_raise(L, WM_CODE_ARGUMENT, "a filter can name at most %d values", MAX_VALUES);
  wm_value value;
  wm_read_value(L, index, &value);
  bool date = value.tag == WM_HANDLE && wm_handle_kind(value.as.i) == WM_DATE;
  if (value.tag != WM_BOOL && value.tag != WM_INT && value.tag != WM_NUMBER && value.tag != WM_STRING && !date)
    wm_raise(L, WM_CODE_ARGUMENT, "the filter's `%s` wants a value or a list of values", name);
  filter->values[filter->value_count++].value = value;
}

static int64_t date_option(lua_State *L, const char *name, int index) {
  if (!wm_is(L, index, WM_DATE)) wm_raise(L, WM_CODE_ARGUMENT, "the filter's `%s` wants a date, as in `%s = date(\"2026-01-31\")`", name, name);
  return wm_handle_number(wm_bits(L, index));
}

static void read_conditions(lua_State *L, wm_filter *filter, int table, bool chooses);

static void read_entry(lua_State *L, wm_filter *filter, const char *name, int value, bool chooses) {
  if (strcmp(name, "within") == 0) {
    if (!wm_is(L, value, WM_DAYS) && !wm_is(L, value, WM_MONTHS))
      wm_raise(L, WM_CODE_ARGUMENT, "the filter's `within` wants a length of time, as in `within = months(12)`");
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
    if (filter->condition_count >= MAX_CONDITIONS) wm_raise(L, WM_CODE_ARGUMENT, "a filter can hold at most %d conditions", MAX_CONDITIONS);
    condition *c = &filter->conditions[filter->condition_count];
    c->compare = strncmp(name, "min_", 4) == 0 ? AT_LEAST : strncmp(name, "max_", 4) == 0 ? AT_MOST : EQUALS;
    const char *field = c->compare == EQUALS ? name : name + 4;
    if (strlen(field) >= sizeof c->name) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_CONDITION, -1, -1, field);
    memcpy(c->name, field, strlen(field) + 1);
    c->chooses = chooses;
    c->first = filter->value_count;
    bool many = lua_type(L, value) == LUA_TTABLE || wm_is(L, value, WM_SET);
    if (many && c->compare != EQUALS) wm_raise(L, WM_CODE_ARGUMENT, "the filter's `%s` wants one value", name);
    if (wm_is(L, value, WM_SET)) {
      for (lua_Integer i = 1;; i++) {
        lua_pushinteger(L, i);
        lua_gettable(L, value);
        bool more = !lua_isnil(L, -1);
        if (more) add_value(L, filter, name, lua_gettop(L));
        lua_pop(L, 1);
        if (!more) break;
      }
    } else if (many) {
      wm_push_contents(L, value);
      int contents = lua_gettop(L);
      lua_Integer length = (lua_Integer)lua_rawlen(L, contents);
      for (lua_Integer i = 1; i <= length; i++) {
        lua_rawgeti(L, contents, i);
        add_value(L, filter, name, lua_gettop(L));
        lua_pop(L, 1);
      }
      lua_pushnil(L);
      while (lua_next(L, contents)) {
        if (!lua_isinteger(L, -2) || lua_tointeger(L, -2) < 1 || lua_tointeger(L, -2) > length)
          wm_raise(L, WM_CODE_ARGUMENT, "the filter's `%s` wants a plain list of values, as in `%s = { \"a\", \"b\" }`", name, name);
        lua_pop(L, 1);
      }
      lua_pop(L, 1);
    } else {
      add_value(L, filter, name, value);
    }
    c->count = filter->value_count - c->first;
    filter->condition_count++;
  }
}

static void read_conditions(lua_State *L, wm_filter *filter, int table, bool chooses) {
  luaL_checkstack(L, 12, "filter");
  wm_push_contents(L, table);
  int contents = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    if (lua_type(L, -2) != LUA_TSTRING)
      wm_raise(L, WM_CODE_ARGUMENT, "a filter wants named conditions, as in `filter { outcome = \"convicted\" }`");
    read_entry(L, filter, lua_tostring(L, -2), lua_gettop(L), chooses);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void clear(wm_filter *filter) {
  memset(filter, 0, offsetof(wm_filter, conditions));
  filter->condition_count = filter->value_count = 0;
  filter->within = 0;
  filter->from = INT64_MIN;
  filter->to = INT64_MAX;
  filter->at_least = -1;
  filter->texts = NULL;
  filter->bindings = NULL;
  filter->binding_count = 0;
}

// A condition on a name that no list has is a mistake that loading can already name.
static void check_names(lua_State *L, const wm_filter *filter) {
  wm_vm *vm = wm_of(L);
  for (int32_t c = 0; c < filter->condition_count; c++) {
    bool found = false;
    for (int32_t i = 0; i < vm->list_count && !found; i++) {
      const wm_field *list = &vm->types[vm->lists[i].type].fields[vm->lists[i].field];
      found = wm_find_field(vm, list->spec.type, filter->conditions[c].name) >= 0;
    }
    if (!found) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_CONDITION, -1, -1, filter->conditions[c].name);
  }
}

int wm_make_filter(lua_State *L) {
  wm_vm *vm = wm_of(L);
  if (lua_type(L, 1) != LUA_TTABLE) wm_raise(L, WM_CODE_ARGUMENT, "`filter` wants conditions in braces, as in `filter { outcome = \"convicted\" }`");
  if (vm->sealed) wm_raise(L, WM_CODE_ARGUMENT, "make a filter once, at the top of the file; inside a rule give the conditions in braces");
  if (vm->filter_count >= MAX_FILTERS) wm_raise(L, WM_CODE_ARGUMENT, "a pack can make at most %d filters", MAX_FILTERS);
  wm_filter *filter = lua_newuserdatauv(L, sizeof *filter, 0);  // freed by Lua if anything below raises
  clear(filter);
  read_conditions(L, filter, 1, false);
  check_names(L, filter);
  size_t bytes = 0;
  for (int32_t i = 0; i < filter->value_count; i++)
    if (filter->values[i].value.tag == WM_STRING) bytes += (size_t)filter->values[i].value.length + 1;
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
    wm_value *value = &kept->values[i].value;
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

// ---- binding to a list ----------------------------------------------------------------------------

static bool numeric(const wm_value *value) { return value->tag == WM_INT || value->tag == WM_NUMBER; }
static bool is_date(const wm_value *value) { return value->tag == WM_HANDLE; }

static void check_value(lua_State *L, wm_vm *vm, const bound_condition *b, int32_t type, int32_t index, const wm_value *value, uint64_t *members) {
  bool fits;
  switch (b->field->spec.kind) {
    case WM_FIELD_BOOL: fits = value->tag == WM_BOOL; break;
    case WM_FIELD_INT:
    case WM_FIELD_NUMBER: fits = numeric(value); break;
    case WM_FIELD_DATE: fits = is_date(value); break;
    case WM_FIELD_TEXT:
    case WM_FIELD_WORDS: fits = value->tag == WM_STRING; break;
    default: fits = value->tag == WM_STRING; break;
  }
  if (b->compare != EQUALS && b->field->spec.kind != WM_FIELD_INT && b->field->spec.kind != WM_FIELD_NUMBER && b->field->spec.kind != WM_FIELD_DATE)
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` has no order: `min_%s` and `max_%s` work on numbers and dates", b->field->key, b->field->key, b->field->key);
  if (fits && b->field->spec.kind == WM_FIELD_ENUM) {
    fits = false;
    for (int32_t i = 0; i < b->field->spec.pool_count && !fits; i++) {
      int32_t pooled = b->field->spec.pool + i;
      if (vm->pool[pooled].length == (size_t)value->length && memcmp(vm->pool[pooled].text, value->as.text, (size_t)value->length) == 0) {
        *members |= 1ull << i;
        fits = true;
      }
    }
  }
  if (!fits) {
    const char *text = value->tag == WM_STRING ? value->as.text : numeric(value) ? "a number" : is_date(value) ? "a date" : "true or false";
    wm_raise_name(L, WM_CODE_ARGUMENT, WM_NAME_VALUE, type, index, text);
  }
}

static void bind(lua_State *L, wm_vm *vm, const wm_filter *filter, const wm_field *list, bound_filter *bound) {
  const wm_type *type = &vm->types[list->spec.type];
  bound->list = list;
  bound->count = filter->condition_count;
  bound->dated = filter->within != 0 || filter->from != INT64_MIN || filter->to != INT64_MAX;
  bound->from = filter->from;
  bound->to = filter->to;
  bound->aside = false;
  if (bound->dated && list->spec.date_cell < 0)
    wm_raise(L, WM_CODE_ARGUMENT, "the items of `%s` have no date, so `within`, `from` and `to` say nothing about them", list->key);
  if (filter->within != 0) {
    int64_t span = wm_handle_number(filter->within);
    int64_t start = wm_handle_kind(filter->within) == WM_DAYS ? vm->today - span : wm_add_months(vm->today, -span);
    if (start > bound->from) bound->from = start;
    if (vm->today < bound->to) bound->to = vm->today;
  }
  if (bound->dated) {
    for (int32_t i = 0; i < type->count; i++) {
      if (type->fields[i].spec.cell != list->spec.date_cell || (type->fields[i].spec.flags & WM_DECLARED)) continue;
      wm_raise_name(L, WM_CODE_UNDECLARED_FIELD, WM_NAME_UNDECLARED, list->spec.type, i, type->fields[i].key);
    }
  }
  for (int32_t i = 0; i < filter->condition_count; i++) {
    const condition *c = &filter->conditions[i];
    bound_condition *b = &bound->conditions[i];
    int32_t place = wm_find_field(vm, list->spec.type, c->name);
    if (place < 0) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_FIELD, list->spec.type, -1, c->name);
    b->field = &type->fields[place];
    if (!(b->field->spec.flags & WM_DECLARED))
      wm_raise_name(L, WM_CODE_UNDECLARED_FIELD, WM_NAME_UNDECLARED, list->spec.type, place, c->name);
    b->compare = c->compare;
    b->first = c->first;
    b->count = c->count;
    b->chooses = c->chooses;
    b->members = 0;
    for (int32_t v = 0; v < c->count; v++) check_value(L, vm, b, list->spec.type, place, &filter->values[c->first + v].value, &b->members);
    if (b->field->spec.cell == list->spec.aside_cell && list->spec.aside_cell >= 0 && (b->members & (1ull << list->spec.aside_value)))
      bound->aside = true;
  }
}

static const bound_filter *bound_to(lua_State *L, wm_vm *vm, wm_filter *filter, const wm_field *list) {
  for (int32_t i = 0; i < filter->binding_count; i++)
    if (filter->bindings[i]->list == list) return filter->bindings[i];
  bound_filter fresh;
  bind(L, vm, filter, list, &fresh);
  bound_filter **moved = realloc(filter->bindings, (size_t)(filter->binding_count + 1) * sizeof *moved);
  if (moved == NULL) wm_raise(L, WM_CODE_MEMORY, "out of memory");
  filter->bindings = moved;
  bound_filter *kept = malloc(sizeof *kept);
  if (kept == NULL) wm_raise(L, WM_CODE_MEMORY, "out of memory");
  *kept = fresh;
  filter->bindings[filter->binding_count++] = kept;
  return kept;
}

// ---- running --------------------------------------------------------------------------------------

static bool words_contain(const char *text, size_t length, const wm_value *word) {
  size_t start = 0;
  for (size_t i = 0; i <= length; i++) {
    if (i < length && text[i] != ' ') continue;
    if (i - start == (size_t)word->length && memcmp(text + start, word->as.text, i - start) == 0) return true;
    start = i + 1;
  }
  return false;
}

static double number_of(const wm_value *value) { return value->tag == WM_INT ? (double)value->as.i : value->as.d; }

static bool holds(const wm_vm *vm, const wm_filter *filter, const bound_condition *b, const int64_t *item) {
  int64_t cell = item[b->field->spec.cell];
  if (cell == WM_NONE) return false;
  if (b->field->spec.kind == WM_FIELD_ENUM) return b->members >> cell & 1;
  for (int32_t v = 0; v < b->count; v++) {
    const wm_value *value = &filter->values[b->first + v].value;
    bool match = false;
    switch (b->field->spec.kind) {
      case WM_FIELD_BOOL: match = (cell != 0) == (value->as.i != 0); break;
      case WM_FIELD_INT:
      case WM_FIELD_NUMBER: {
        double number = (double)cell;
        if (b->field->spec.kind == WM_FIELD_NUMBER) memcpy(&number, &cell, sizeof cell);
        double wanted = number_of(value);
        match = b->compare == EQUALS ? number == wanted : b->compare == AT_LEAST ? number >= wanted : number <= wanted;
        break;
      }
      case WM_FIELD_DATE: {
        int64_t wanted = wm_handle_number(value->as.i);
        match = b->compare == EQUALS ? cell == wanted : b->compare == AT_LEAST ? cell >= wanted : cell <= wanted;
        break;
      }
      default: {
        size_t offset = (uint32_t)cell, length = (uint64_t)cell >> 32;
        if (offset + length > vm->string_count) return false;
        const char *text = (const char *)vm->strings + offset;
        match = (length == (size_t)value->length && memcmp(text, value->as.text, length) == 0)
            || (b->field->spec.kind == WM_FIELD_WORDS && words_contain(text, length, value));
        break;
      }
    }
    if (match) return true;
  }
  return false;
}

typedef struct {
  wm_vm *vm;
  const wm_filter *filter;      // NULL: every item
  const bound_filter *bound;
  const wm_field *list;
  wm_filter scratch;            // of conditions given in braces inside a rule
  bound_filter scratch_bound;
  int64_t stretches[2];         // items that count; items set aside, where the filter names them
} query;

// Whether the dates and, for `all`, the conditions in `where` choose the item.
static bool chosen(const query *q, const int64_t *item, bool only_choosing) {
  if (q->bound == NULL) return true;
  if (q->bound->dated) {
    int64_t date = item[q->list->spec.date_cell];
    if (date == WM_NONE || date < q->bound->from || date > q->bound->to) return false;
  }
  for (int32_t i = 0; i < q->bound->count; i++) {
    if (only_choosing && !q->bound->conditions[i].chooses) continue;
    if (!holds(q->vm, q->filter, &q->bound->conditions[i], item)) return false;
  }
  return true;
}

static bool satisfies(const query *q, const int64_t *item) {
  if (q->bound == NULL) return true;
  for (int32_t i = 0; i < q->bound->count; i++)
    if (!q->bound->conditions[i].chooses && !holds(q->vm, q->filter, &q->bound->conditions[i], item)) return false;
  return true;
}

static void mark_reads(query *q) {
  if (q->bound == NULL || (q->bound->count == 0 && !q->bound->dated)) return;
  for (int32_t i = 0; i < q->bound->count; i++) wm_mark(q->vm, q->bound->conditions[i].field->spec.read_id);
  if (!q->bound->dated) return;
  const wm_type *type = &q->vm->types[q->list->spec.type];
  for (int32_t i = 0; i < type->count; i++)
    if (type->fields[i].spec.cell == q->list->spec.date_cell) wm_mark(q->vm, type->fields[i].spec.read_id);
}

static void open_query(lua_State *L, query *q, int argument) {
  q->vm = wm_of(L);
  q->stretches[0] = wm_list_header(L, 1, &q->list, 1);
  q->stretches[1] = 0;
  q->filter = NULL;
  q->bound = NULL;
  if (lua_isnoneornil(L, argument)) return;
  if (wm_is(L, argument, WM_FILTER)) {
    wm_filter *filter = q->vm->filters[wm_handle_number(wm_bits(L, argument))];
    q->filter = filter;
    q->bound = bound_to(L, q->vm, filter, q->list);
  } else if (lua_type(L, argument) == LUA_TTABLE) {
    clear(&q->scratch);
    read_conditions(L, &q->scratch, argument, false);
    bind(L, q->vm, &q->scratch, q->list, &q->scratch_bound);
    q->filter = &q->scratch;
    q->bound = &q->scratch_bound;
  } else {
    wm_raise(L, WM_CODE_ARGUMENT, "give a filter, or conditions in braces");
  }
  if (q->bound->aside) wm_list_header(L, 1, &q->list, 3), q->stretches[1] = q->vm->cells[q->list->spec.cell + 3];
  mark_reads(q);
}

static inline int64_t *first_item(const query *q, int part) { return q->vm->cells + (uint32_t)q->stretches[part]; }
static inline int64_t item_count(const query *q, int part) { return (int64_t)((uint64_t)q->stretches[part] >> 32); }

int wm_verb_count(lua_State *L) {
  query q;
  open_query(L, &q, 2);
  int64_t count = 0;
  for (int part = 0; part < 2; part++) {
    const int64_t *item = first_item(&q, part);
    for (int64_t i = item_count(&q, part); i > 0; i--, item += q.list->spec.stride) count += chosen(&q, item, false);
  }
  lua_pushinteger(L, count);
  return 1;
}

int wm_verb_any(lua_State *L) {
  query q;
  open_query(L, &q, 2);
  for (int part = 0; part < 2; part++) {
    const int64_t *item = first_item(&q, part);
    for (int64_t i = item_count(&q, part); i > 0; i--, item += q.list->spec.stride) {
      if (!chosen(&q, item, false)) continue;
      lua_pushboolean(L, 1);
      return 1;
    }
  }
  lua_pushboolean(L, 0);
  return 1;
}

int wm_verb_all(lua_State *L) {
  query q;
  open_query(L, &q, 2);
  int64_t found = 0;
  for (int part = 0; part < 2; part++) {
    const int64_t *item = first_item(&q, part);
    for (int64_t i = item_count(&q, part); i > 0; i--, item += q.list->spec.stride) {
      if (!chosen(&q, item, true)) continue;
      found++;
      if (satisfies(&q, item)) continue;
      lua_pushboolean(L, 0);
      return 1;
    }
  }
  lua_pushboolean(L, q.filter == NULL || q.filter->at_least < 0 || found >= q.filter->at_least);
  return 1;
}

static int extreme(lua_State *L, bool latest) {
  query q;
  open_query(L, &q, 2);
  const int64_t *best = NULL;
  int32_t date = q.list->spec.date_cell;
  for (int part = 0; part < 2; part++) {
    int64_t count = item_count(&q, part);
    for (int64_t i = 0; i < count; i++) {
      const int64_t *item = first_item(&q, part) + (latest ? count - 1 - i : i) * q.list->spec.stride;
      if (!chosen(&q, item, false)) continue;
      // Where two parts each have one, the date decides; on one day the item that counts goes before the one set aside.
      if (best == NULL || (date >= 0 && (latest ? item[date] > best[date] : item[date] < best[date]))) best = item;
      break;
    }
  }
  if (best == NULL) return 0;
  wm_push_bits(L, wm_record_bits(q.vm->generation, q.list->spec.type, best - q.vm->cells));
  return 1;
}

int wm_verb_latest(lua_State *L) { return extreme(L, true); }
int wm_verb_earliest(lua_State *L) { return extreme(L, false); }

int wm_verb_sum(lua_State *L) {
  query q;
  if (lua_type(L, 2) != LUA_TSTRING) wm_raise(L, WM_CODE_ARGUMENT, "`sum` wants the field's name first, as in `n.offences:sum(\"value\")`");
  open_query(L, &q, 3);
  const wm_type *type = &q.vm->types[q.list->spec.type];
  int32_t place = wm_find_field(q.vm, q.list->spec.type, lua_tostring(L, 2));
  if (place < 0) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_FIELD, q.list->spec.type, -1, lua_tostring(L, 2));
  const wm_field *field = &type->fields[place];
  if (!(field->spec.flags & WM_DECLARED))
    wm_raise_name(L, WM_CODE_UNDECLARED_FIELD, WM_NAME_UNDECLARED, q.list->spec.type, place, field->key);
  if (field->spec.kind != WM_FIELD_INT && field->spec.kind != WM_FIELD_NUMBER)
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` is not a number, so it has no sum", field->key);
  wm_mark(q.vm, field->spec.read_id);
  wm_value total = { .tag = WM_NUMBER };
  for (int part = 0; part < 2; part++) {
    const int64_t *item = first_item(&q, part);
    for (int64_t i = item_count(&q, part); i > 0; i--, item += q.list->spec.stride) {
      if (!chosen(&q, item, false)) continue;
      int64_t cell = item[field->spec.cell];
      if (cell == WM_NONE) wm_raise_unknown_field(L, field->spec.read_id);
      double number = (double)cell;
      if (field->spec.kind == WM_FIELD_NUMBER) memcpy(&number, &cell, sizeof cell);
      total.as.d += number;
    }
  }
  wm_push_value(L, q.vm, &total);
  return 1;
}
