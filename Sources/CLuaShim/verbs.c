// What rules ask of a list: count, any, all, latest, earliest, sum.
#include "filter.h"

typedef struct {
  wm_vm *vm;
  const wm_filter *filter;      // NULL: every item
  const wm_bound_filter *bound;
  const wm_field *list;
  int64_t stretches[2];         // items that count; items set aside, where the filter names them
} query;

// Conditions given in braces inside a rule.
typedef struct {
  wm_filter filter;
  wm_bound_filter bound;
} scratch;

// Whether the dates and, for `all`, the conditions in `where` choose the item.
static bool chosen(const query *q, const int64_t *item, bool only_choosing) {
  if (q->bound == NULL) return true;
  if (q->bound->dated) {
    int64_t date = item[q->list->spec.date_cell];
    if (date == WM_NONE || date < q->bound->from || date > q->bound->to) return false;
  }
  for (int32_t i = 0; i < q->bound->count; i++) {
    if (only_choosing && !q->bound->conditions[i].chooses) continue;
    if (!wm_holds(q->vm, q->filter, &q->bound->conditions[i], item)) return false;
  }
  return true;
}

static bool satisfies(const query *q, const int64_t *item) {
  if (q->bound == NULL) return true;
  for (int32_t i = 0; i < q->bound->count; i++)
    if (!q->bound->conditions[i].chooses && !wm_holds(q->vm, q->filter, &q->bound->conditions[i], item)) return false;
  return true;
}

static void mark_reads(wm_vm *vm, const wm_bound_filter *bound) { wm_join_words(vm->reads.fields, bound->reads, vm->read_words); }

static inline int64_t item_count(const query *q, int part) { return wm_stretch_count(q->stretches[part]); }
static inline int64_t *first_item(const query *q, int part) { return q->vm->cells + wm_stretch_first(q->stretches[part]); }

// What looking through the items is charged.
static int64_t work(const query *q) {
  return wm_question_work(q->bound == NULL ? 0 : q->bound->count, item_count(q, 0) + item_count(q, 1));
}

// Reads the filter at `argument`, if there is one. `verb` names who asks; only `all` knows `at_least`.
static void open_query(lua_State *L, query *q, scratch *given, int argument, const char *verb) {
  q->vm = wm_of(L);
  q->stretches[0] = wm_list_stretch(L, 1, &q->list, false);
  q->stretches[1] = 0;
  q->filter = NULL;
  q->bound = NULL;
  int kind = lua_type(L, argument);
  if (kind == LUA_TNONE) {
    wm_charge(L, work(q));
    return;
  }
  if (kind == LUA_TLIGHTUSERDATA && wm_handle_kind(wm_bits(L, argument)) == WM_FILTER) {
    wm_filter *filter = q->vm->filters[wm_handle_number(wm_bits(L, argument))];
    q->filter = filter;
    q->bound = wm_bound_to(L, q->vm, filter, q->list);
  } else if (kind == LUA_TTABLE) {
    wm_read_filter(L, &given->filter, argument);
    wm_bind(L, q->vm, &given->filter, q->list, &given->bound);
    q->filter = &given->filter;
    q->bound = &given->bound;
  } else {
    // A misspelt name gives nil; taking that for "no filter" would count everything.
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` wants a filter, or conditions in braces, not %s", verb, wm_noun(L, argument));
  }
  if (q->filter->at_least >= 0 && strcmp(verb, "all") != 0)
    wm_raise(L, WM_CODE_ARGUMENT, "`at_least` belongs to `all`; for `%s` compare the number, as in `:count { … } >= 3`", verb);
  if (q->bound->aside) q->stretches[1] = wm_list_stretch(L, 1, &q->list, true);
  wm_charge(L, work(q));
  mark_reads(q->vm, q->bound);
}

static const int64_t *next_item(const query *q, const int64_t *item) { return item + q->list->spec.stride; }

// Cells without a value are negative, so they are members of nothing. Without branches, as what comes next cannot be foreseen.
static inline int64_t is_quick_member(int64_t cell, uint64_t members) {
  uint64_t value = (uint64_t)cell;
  return (int64_t)(members >> (value & 63) & (value < 64));
}

// 1 where the first so many conditions hold, all of them on enumerations.
static inline __attribute__((always_inline)) int64_t quickly_chosen(const wm_bound_filter *bound, const int64_t *item, int conditions) {
  int64_t chosen = 1;
  for (int i = 0; i < conditions; i++) chosen &= is_quick_member(item[bound->quick[i].cell], bound->quick[i].members);
  return chosen;
}

enum { OTHER_CONDITIONS = -1, MANY_CONDITIONS = -2 };

// How many of the last items before `end` are chosen, at most `most`. Items are in date order, with those that have none first, so that
// the first one before the filter's dates ends the search. A copy of it is made for each usual number of conditions.
static inline __attribute__((always_inline)) int64_t count_back(const query *q, const int64_t *end, int64_t items, int64_t most, int conditions) {
  const wm_bound_filter *bound = q->bound;
  const int64_t stride = q->list->spec.stride, from = bound->from > WM_NONE ? bound->from : WM_NONE + 1, to = bound->to;
  const int32_t date = bound->dated ? q->list->spec.date_cell : -1;
  const int64_t *item = end;
  int64_t count = 0;
  for (; items > 0 && count < most; items--) {
    item -= stride;
    if (date >= 0) {
      if (item[date] < from) break;
      if (item[date] > to) continue;
    }
    if (conditions >= 0) {
      count += quickly_chosen(bound, item, conditions);
    } else if (conditions == MANY_CONDITIONS) {
      count += quickly_chosen(bound, item, bound->quick_count);
    } else {
      bool holds = true;
      for (int32_t i = 0; i < bound->count && holds; i++) holds = wm_holds(q->vm, q->filter, &bound->conditions[i], item);
      count += holds;
    }
  }
  return count;
}

static __attribute__((noinline)) int64_t count_otherwise(const query *q, const int64_t *end, int64_t items, int64_t most) {
  return q->bound->quick_count >= 0 ? count_back(q, end, items, most, MANY_CONDITIONS) : count_back(q, end, items, most, OTHER_CONDITIONS);
}

// How many items of a part the filter chooses; at most `most`, beginning with the latest.
static int64_t count_part(const query *q, int part, int64_t most) {
  int64_t items = item_count(q, part);
  if (q->bound == NULL || (q->bound->quick_count == 0 && !q->bound->dated)) return items < most ? items : most;
  const int64_t *end = first_item(q, part) + items * q->list->spec.stride;
  switch (q->bound->quick_count) {
    case 0: return count_back(q, end, items, most, 0);
    case 1: return count_back(q, end, items, most, 1);
    case 2: return count_back(q, end, items, most, 2);
    default: return count_otherwise(q, end, items, most);
  }
}

static int64_t count_items(const query *q) {
  return count_part(q, 0, INT64_MAX) + (q->stretches[1] != 0 ? count_part(q, 1, INT64_MAX) : 0);
}

static bool find_any(const query *q) { return count_part(q, 0, 1) > 0 || (q->stretches[1] != 0 && count_part(q, 1, 1) > 0); }

static bool hold_all(const query *q) {
  int64_t found = 0;
  for (int part = 0; part < 2; part++) {
    const int64_t *item = first_item(q, part);
    for (int64_t i = item_count(q, part); i > 0; i--, item = next_item(q, item)) {
      if (!chosen(q, item, true)) continue;
      found++;
      if (!satisfies(q, item)) return false;
    }
  }
  return q->filter == NULL || found >= q->filter->at_least;
}

int wm_verb_count(lua_State *L) {
  query q;
  scratch given;
  open_query(L, &q, &given, 2, "count");
  lua_pushinteger(L, count_items(&q));
  return 1;
}

int wm_verb_any(lua_State *L) {
  query q;
  scratch given;
  open_query(L, &q, &given, 2, "any");
  lua_pushboolean(L, find_any(&q));
  return 1;
}

int wm_verb_all(lua_State *L) {
  query q;
  scratch given;
  open_query(L, &q, &given, 2, "all");
  lua_pushboolean(L, hold_all(&q));
  return 1;
}

// Whether an item goes before the best so far. One without a date says nothing of when it was, so it comes last;
// on one day the item that counts goes before one set aside.
static bool goes_before(int64_t date, int64_t best, bool latest) {
  if (best == WM_NONE || date == WM_NONE) return best == WM_NONE && date != WM_NONE;
  return latest ? date > best : date < best;
}

// NULL: there is none.
static const int64_t *extreme(const query *q, bool latest) {
  const int64_t *best = NULL;
  int32_t date = q->list->spec.date_cell;
  for (int part = 0; part < 2; part++) {
    int64_t count = item_count(q, part);
    for (int64_t i = 0; i < count; i++) {
      const int64_t *item = first_item(q, part) + (latest ? count - 1 - i : i) * q->list->spec.stride;
      if (!chosen(q, item, false)) continue;
      if (best == NULL || (date >= 0 && goes_before(item[date], best[date], latest))) best = item;
      if (date < 0 || item[date] != WM_NONE) break;
    }
  }
  return best;
}

static int64_t item_bits(const query *q, const int64_t *item) {
  return wm_record_bits(q->vm->generation, q->list->spec.type, item - q->vm->cells);
}

static int push_extreme(lua_State *L, bool latest) {
  query q;
  scratch given;
  open_query(L, &q, &given, 2, latest ? "latest" : "earliest");
  const int64_t *item = extreme(&q, latest);
  if (item == NULL) return 0;
  wm_push_bits(L, item_bits(&q, item));
  return 1;
}

int wm_verb_latest(lua_State *L) { return push_extreme(L, true); }
int wm_verb_earliest(lua_State *L) { return push_extreme(L, false); }

int wm_verb_sum(lua_State *L) {
  query q;
  scratch given;
  if (lua_type(L, 2) != LUA_TSTRING) wm_raise(L, WM_CODE_ARGUMENT, "`sum` wants the field's name first, as in `n.offences:sum(\"value\")`");
  open_query(L, &q, &given, 3, "sum");
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
    for (int64_t i = item_count(&q, part); i > 0; i--, item = next_item(&q, item)) {
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

// ---- without Lua ------------------------------------------------------------------------------------

static const wm_field *list_of(const wm_vm *vm, int64_t list) { return &vm->types[wm_type_of(list)].fields[wm_cell_of(list)]; }

const wm_bound_filter *wm_binding(const wm_vm *vm, int64_t filter, int64_t list) {
  const wm_filter *of = vm->filters[wm_handle_number(filter)];
  for (int32_t i = 0; i < of->binding_count; i++)
    if (of->bindings[i]->list == list_of(vm, list)) return of->bindings[i];
  return NULL;
}

bool wm_answer_question(wm_vm *vm, wm_verb verb, int64_t list, const wm_bound_filter *bound, wm_value *answer) {
  query q = { .vm = vm, .bound = bound, .list = list_of(vm, list) };
  const int64_t *stretches = vm->cells + q.list->spec.cell;
  q.stretches[0] = stretches[1];
  if (bound != NULL) {
    q.filter = bound->filter;
    if (bound->aside) q.stretches[1] = stretches[3];
  }
  if (!wm_spend(vm, work(&q))) return false;
  *answer = (wm_value){ .tag = WM_BOOL };
  const int64_t *item;
  const wm_tally *tally = verb <= WM_ASK_ANY && bound != NULL && bound->tally != NULL && wm_is_counted(vm, bound->tally, q.stretches[0]) ? bound->tally : NULL;
  switch (verb) {
    case WM_ASK_COUNT:
      answer->tag = WM_INT;
      answer->as.i = tally != NULL ? tally->counts[bound->place] : count_items(&q);
      return true;
    case WM_ASK_ANY: answer->as.i = tally != NULL ? (int64_t)(tally->chosen >> bound->place & 1) : find_any(&q); return true;
    case WM_ASK_ALL: answer->as.i = hold_all(&q); return true;
    default: break;
  }
  item = extreme(&q, verb == WM_ASK_LATEST);
  *answer = item == NULL ? (wm_value){ .tag = WM_NIL } : (wm_value){ .tag = WM_HANDLE, .as.i = item_bits(&q, item) };
  return true;
}

bool wm_ask(wm_vm *vm, wm_verb verb, int64_t list, const wm_bound_filter *bound, wm_value *answer) {
  if (wm_generation_of(list) != vm->generation) return false;
  if (bound != NULL) {
    // What is wrong, Lua's own way tells.
    if (bound->list != list_of(vm, list) || (bound->filter->at_least >= 0 && verb != WM_ASK_ALL)) return false;
    mark_reads(vm, bound);
  }
  return wm_answer_question(vm, verb, list, bound, answer);
}
