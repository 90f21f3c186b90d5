// Filters bound to one list: fields found, values checked, dates worked out, conditions tried on items.
#include <stdlib.h>

#include "filter.h"

static bool numeric(const wm_value *value) { return value->tag == WM_INT || value->tag == WM_NUMBER; }
static bool is_date(const wm_value *value) { return value->tag == WM_HANDLE; }

static bool has_order(int32_t kind) { return kind == WM_FIELD_INT || kind == WM_FIELD_NUMBER || kind == WM_FIELD_DATE; }

static bool is_member(const wm_bound_condition *b, int64_t index) {
  return index >= 0 && index < WM_MEMBER_WORDS * 64 && (b->members[index >> 6] >> (index & 63) & 1);
}

// Notes the value among the condition's members; false where the enumeration has no such value.
static bool add_member(const wm_vm *vm, wm_bound_condition *b, const wm_value *value) {
  for (int32_t i = 0; i < b->field->spec.pool_count && i < WM_MEMBER_WORDS * 64; i++) {
    int32_t pooled = b->field->spec.pool + i;
    if (vm->pool[pooled].length != (size_t)value->length || memcmp(vm->pool[pooled].text, value->as.text, (size_t)value->length) != 0) continue;
    b->members[i >> 6] |= 1ull << (i & 63);
    return true;
  }
  return false;
}

static bool fits(const wm_vm *vm, wm_bound_condition *b, const wm_value *value) {
  switch (b->field->spec.kind) {
    case WM_FIELD_BOOL: return value->tag == WM_BOOL;
    case WM_FIELD_INT:
    case WM_FIELD_NUMBER: return numeric(value);
    case WM_FIELD_DATE: return is_date(value);
    case WM_FIELD_ENUM: return value->tag == WM_STRING && add_member(vm, b, value);
    default: return value->tag == WM_STRING;
  }
}

bool wm_value_fits(const wm_vm *vm, const wm_field *field, const wm_value *value) {
  wm_bound_condition scratch = { .field = field };
  return fits(vm, &scratch, value);
}

static void check_field(lua_State *L, const wm_bound_condition *b) {
  const char *name = b->field->key;
  int32_t kind = b->field->spec.kind;
  if (kind >= WM_FIELD_YEARS) wm_raise(L, WM_CODE_ARGUMENT, "a filter cannot have a condition on `%s`", name);
  if (kind == WM_FIELD_ENUM && b->field->spec.pool_count > WM_MEMBER_WORDS * 64)
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` has more than %d values, too many for a filter", name, WM_MEMBER_WORDS * 64);
  if (b->compare != WM_EQUALS && !has_order(kind))
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` has no order: `min_%s` and `max_%s` work on numbers and dates", name, name, name);
}

static void bind_condition(lua_State *L, wm_vm *vm, const wm_filter *filter, const wm_condition *c, int32_t type_id, wm_bound_condition *b) {
  int32_t place = wm_find_field(vm, type_id, c->name);
  if (place < 0) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_FIELD, type_id, -1, c->name);
  b->field = &vm->types[type_id].fields[place];
  if (!(b->field->spec.flags & WM_DECLARED)) wm_raise_name(L, WM_CODE_UNDECLARED_FIELD, WM_NAME_UNDECLARED, type_id, place, c->name);
  b->compare = c->compare;
  b->first = c->first;
  b->count = c->count;
  b->chooses = c->chooses;
  memset(b->members, 0, sizeof b->members);
  check_field(L, b);
  for (int32_t v = 0; v < c->count; v++) {
    const wm_value *value = &filter->values[c->first + v];
    if (fits(vm, b, value)) continue;
    const char *text = value->tag == WM_STRING ? value->as.text : numeric(value) ? "a number" : is_date(value) ? "a date" : "true or false";
    wm_raise_name(L, WM_CODE_ARGUMENT, WM_NAME_VALUE, type_id, place, text);
  }
}

// The field that holds an item's own date; -1: none.
static int32_t date_field(const wm_vm *vm, const wm_field *list) {
  const wm_type *type = &vm->types[list->spec.type];
  for (int32_t i = 0; i < type->count; i++)
    if (type->fields[i].spec.kind == WM_FIELD_DATE && type->fields[i].spec.cell == list->spec.date_cell) return i;
  return -1;
}

static void bind_dates(lua_State *L, wm_vm *vm, const wm_filter *filter, const wm_field *list, wm_bound_filter *bound) {
  bound->dated = filter->within != 0 || filter->from != INT64_MIN || filter->to != INT64_MAX;
  bound->from = filter->from;
  bound->to = filter->to;
  if (!bound->dated) return;
  if (list->spec.date_cell < 0)
    wm_raise(L, WM_CODE_ARGUMENT, "the items of `%s` have no date, so `within`, `from` and `to` say nothing about them", list->key);
  int32_t place = date_field(vm, list);
  if (place >= 0) {
    const wm_field *date = &vm->types[list->spec.type].fields[place];
    if (!(date->spec.flags & WM_DECLARED)) wm_raise_name(L, WM_CODE_UNDECLARED_FIELD, WM_NAME_UNDECLARED, list->spec.type, place, date->key);
  }
  if (filter->within == 0) return;
  int64_t span = wm_handle_number(filter->within);
  int64_t start = wm_handle_kind(filter->within) == WM_DAYS ? vm->today - span : wm_add_months(vm->today, -span);
  if (start > bound->from) bound->from = start;
  if (vm->today < bound->to) bound->to = vm->today;
}

static void add_read(wm_bound_filter *bound, int32_t read_id) {
  if (read_id >= 0 && read_id < WM_READ_WORDS * 64) bound->reads[read_id >> 6] |= 1ull << (read_id & 63);
}

// Works out beforehand what each use of the filter would otherwise work out again.
static void prepare(const wm_vm *vm, wm_bound_filter *bound) {
  memset(bound->reads, 0, sizeof bound->reads);
  bound->quick_count = bound->count;
  for (int32_t i = 0; i < bound->count; i++) {
    const wm_field_spec *spec = &bound->conditions[i].field->spec;
    add_read(bound, spec->read_id);
    if (spec->kind != WM_FIELD_ENUM || spec->pool_count > 64) bound->quick_count = -1;
    bound->quick[i].cell = spec->cell;
    bound->quick[i].members = bound->conditions[i].members[0];
  }
  int32_t place = bound->dated ? date_field(vm, bound->list) : -1;
  if (place >= 0) add_read(bound, vm->types[bound->list->spec.type].fields[place].spec.read_id);
}

void wm_bind(lua_State *L, wm_vm *vm, const wm_filter *filter, const wm_field *list, wm_bound_filter *bound) {
  bound->list = list;
  bound->filter = filter;
  bound->count = filter->condition_count;
  bound->aside = false;
  bound->tally = NULL;
  bound->place = 0;
  bind_dates(L, vm, filter, list, bound);
  for (int32_t i = 0; i < filter->condition_count; i++) {
    wm_bound_condition *b = &bound->conditions[i];
    bind_condition(L, vm, filter, &filter->conditions[i], list->spec.type, b);
    // Items set aside are looked at only where a filter names what sets them aside.
    if (list->spec.aside_cell >= 0 && b->field->spec.kind == WM_FIELD_ENUM && b->field->spec.cell == list->spec.aside_cell
        && is_member(b, list->spec.aside_value))
      bound->aside = true;
  }
  prepare(vm, bound);
}

const wm_bound_filter *wm_bound_to(lua_State *L, wm_vm *vm, wm_filter *filter, const wm_field *list) {
  for (int32_t i = 0; i < filter->binding_count; i++)
    if (filter->bindings[i]->list == list) return filter->bindings[i];
  wm_bound_filter fresh;
  wm_bind(L, vm, filter, list, &fresh);
  wm_bound_filter **moved = realloc(filter->bindings, (size_t)(filter->binding_count + 1) * sizeof *moved);
  if (moved == NULL) wm_raise(L, WM_CODE_MEMORY, "out of memory");
  filter->bindings = moved;
  wm_bound_filter *kept = malloc(sizeof *kept);
  if (kept == NULL) wm_raise(L, WM_CODE_MEMORY, "out of memory");
  *kept = fresh;
  wm_join_tally(vm, kept);
  filter->bindings[filter->binding_count++] = kept;
  return kept;
}

// ---- conditions ---------------------------------------------------------------------------------------

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

bool wm_holds(const wm_vm *vm, const wm_filter *filter, const wm_bound_condition *b, const int64_t *item) {
  int64_t cell = item[b->field->spec.cell];
  if (cell == WM_NONE) return false;
  if (b->field->spec.kind == WM_FIELD_ENUM) return is_member(b, cell);
  for (int32_t v = 0; v < b->count; v++) {
    const wm_value *value = &filter->values[b->first + v];
    bool match = false;
    switch (b->field->spec.kind) {
      case WM_FIELD_BOOL: match = (cell != 0) == (value->as.i != 0); break;
      case WM_FIELD_INT:
      case WM_FIELD_NUMBER: {
        double number = (double)cell;
        if (b->field->spec.kind == WM_FIELD_NUMBER) memcpy(&number, &cell, sizeof cell);
        double wanted = number_of(value);
        match = b->compare == WM_EQUALS ? number == wanted : b->compare == WM_AT_LEAST ? number >= wanted : number <= wanted;
        break;
      }
      case WM_FIELD_DATE: {
        int64_t wanted = wm_handle_number(value->as.i);
        match = b->compare == WM_EQUALS ? cell == wanted : b->compare == WM_AT_LEAST ? cell >= wanted : cell <= wanted;
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
