// Reading from records, lists, answers and constant tables, and the library functions of everyday rules.
#include <math.h>
#include <stdio.h>

#include "recall.h"

enum { MOST_DAYS = 100000, MOST_SHOWN = 256 << 10 };

static wm_way give(wm_value *result, wm_value value) {
  *result = value;
  return WM_WELL;
}

static wm_value builtin(wm_builtin which) { return (wm_value){ .tag = WM_BUILTIN, .as.i = which }; }

// As Lua would be given it: pooled texts as texts, and fractions without a fraction as whole numbers. Lua would copy a text, and
// count the copy; what long texts come to there is left to it.
static bool settle(wm_vm *vm, wm_value *value) {
  if (value->tag == WM_POOLED) {
    if (value->as.i < 0 || value->as.i >= vm->pool_count || vm->pool[value->as.i].length > INT32_MAX) return false;
    *value = (wm_value){ .tag = WM_STRING, .length = (int32_t)vm->pool[value->as.i].length, .as.text = vm->pool[value->as.i].text };
  } else if (value->tag == WM_STRING) {
    vm->shown += (size_t)value->length;
    if (vm->shown > MOST_SHOWN) vm->doubtful = true;
    return value->length <= WM_DIRECT_TEXT && !vm->doubtful;
  } else if (value->tag == WM_NUMBER) {
    double d = value->as.d;
    if (d > -9007199254740992.0 && d < 9007199254740992.0 && d == (double)(int64_t)d) *value = wm_whole((int64_t)d);
  }
  return value->tag <= WM_HANDLE;
}

static wm_way not_known(wm_vm *vm, int32_t field, int32_t slot) {
  vm->outcome.unknown_field = field;
  vm->outcome.unknown_slot = slot;
  return WM_NOT_KNOWN;
}

// ---- records ----------------------------------------------------------------------------------------

static void note(wm_found *found, int64_t type, int64_t field) {
  if (found != NULL) *found = (wm_found){ .type = (int32_t)type, .field = (int32_t)field, .asks = found->asks };
}

// Whether each value of an enumeration is a text in the pool.
static bool is_pooled(const wm_vm *vm, const wm_field_spec *spec) {
  if (spec->pool < 0 || spec->pool_count < 0 || spec->pool_count > UINT16_MAX || spec->pool > vm->pool_count - spec->pool_count)
    return false;
  for (int32_t i = 0; i < spec->pool_count; i++)
    if (vm->pool[spec->pool + i].length > INT32_MAX) return false;
  return true;
}

// Prepares the instruction for wm_index_again, where the field is one for it.
static void note_field(const wm_vm *vm, wm_found *found, int32_t type, const wm_field *field) {
  if (found == NULL) return;
  const wm_field_spec *spec = &field->spec;
  note(found, type, field - vm->types[type].fields);
  bool is_answer = spec->kind == WM_FIELD_MEMO && spec->slot >= 0 && spec->slot < vm->memo_count && spec->slot < WM_MEMO_WORDS * 64;
  if (is_answer || spec->kind == WM_FIELD_NAMESPACE) {
    found->kind = (uint8_t)(spec->kind + 1);
    found->cell = spec->slot;
    found->pool = spec->type;
    return;
  }
  bool is_plain = spec->kind == WM_FIELD_INT || spec->kind == WM_FIELD_BOOL || spec->kind == WM_FIELD_DATE || spec->kind == WM_FIELD_LIST
               || spec->kind == WM_FIELD_RECORD || (spec->kind == WM_FIELD_ENUM && is_pooled(vm, spec));
  if (!is_plain || !(spec->flags & WM_DECLARED) || spec->age_cell >= 0 || type >= WM_MAX_RECORD_TYPES) return;
  found->kind = (uint8_t)(spec->kind + 1);
  found->cell = spec->cell;
  found->pool = spec->kind == WM_FIELD_RECORD ? spec->type : spec->pool;
  found->pool_count = (uint16_t)spec->pool_count;
  if (spec->read_id < 0 || spec->read_id >= WM_READ_WORDS * 64) return;
  found->word = (uint8_t)(spec->read_id >> 6);
  found->bit = (uint8_t)((spec->read_id & 63) << 1 | 1);
}

// NULL: there is none.
static const wm_field *field_of(const wm_vm *vm, int32_t type, const wm_value *key, wm_found *found) {
  const wm_type *of = &vm->types[type];
  if (found != NULL && found->type == type) return &of->fields[found->field];
  const wm_field *field = key->tag == WM_STRING ? wm_lookup_kept(of, key->as.text) : NULL;
  if (field != NULL) note_field(vm, found, type, field);
  return field;
}

static wm_way index_record(wm_vm *vm, int64_t bits, const wm_value *key, wm_found *found, wm_value *result) {
  if (wm_generation_of(bits) != vm->generation) return WM_ASTRAY;
  bool is_found = found != NULL && found->type == wm_type_of(bits);
  if (!is_found && key->tag == WM_STRING && key->as.text == vm->k_has) return give(result, builtin(WM_BUILTIN_HAS));
  if (!is_found && key->tag == WM_STRING && key->as.text == vm->k_get) return give(result, builtin(WM_BUILTIN_GET));
  const wm_field *field = field_of(vm, wm_type_of(bits), key, found);
  if (field == NULL || !(field->spec.flags & WM_DECLARED)) return WM_ASTRAY;
  wm_mark(vm, field->spec.read_id);
  if (vm->recorder != NULL) wm_record_field(vm, bits, field);
  if (!wm_has_value(vm, bits, field)) return not_known(vm, field->spec.read_id, -1);
  return wm_field_value(vm, bits, field, result) && settle(vm, result) ? WM_WELL : WM_ASTRAY;
}

// ---- answers ----------------------------------------------------------------------------------------

bool wm_work_out(wm_vm *vm, int32_t slot) {
  if (vm->memos[slot].state != WM_MEMO_UNSET) return true;
  wm_recorder *recorder = vm->recorder;
  int64_t steps = vm->steps;
  vm->recorder = NULL;
  wm_status status = vm->host.compute(vm->host.context, slot);
  vm->recorder = recorder;
  if (recorder != NULL) recorder->elsewhere += vm->steps - steps;
  if (status == WM_FAULT || status == WM_BREACH) vm->doubtful = true;
  return !vm->doubtful;
}

static wm_way index_answers(wm_vm *vm, int64_t bits, const wm_value *key, wm_found *found, wm_value *result) {
  const wm_field *field = field_of(vm, (int32_t)wm_handle_number(bits), key, found);
  if (field == NULL) return WM_ASTRAY;
  if (field->spec.kind == WM_FIELD_NAMESPACE) return give(result, wm_as_handle(wm_make(WM_NAMESPACE, field->spec.type)));
  if (field->spec.kind == WM_FIELD_CONSTANT) {
    *result = field->spec.constant;
    return settle(vm, result) ? WM_WELL : WM_ASTRAY;
  }
  int32_t slot = field->spec.slot;
  if (field->spec.kind == WM_FIELD_METHOD || slot < 0 || slot >= vm->memo_count) return WM_ASTRAY;
  if (slot < WM_MEMO_WORDS * 64) vm->reads.memos[slot >> 6] |= 1ull << (slot & 63);
  if (!wm_work_out(vm, slot)) return WM_ASTRAY;
  if (vm->recorder != NULL) wm_record_answer(vm, slot);
  if (vm->memos[slot].state != WM_MEMO_KNOWN) return not_known(vm, -1, slot);
  wm_move(result, &vm->memos[slot].value);
  return settle(vm, result) ? WM_WELL : WM_ASTRAY;
}

// ---- lists, sets, dates, tables ---------------------------------------------------------------------

static wm_way index_list(wm_vm *vm, int64_t bits, const wm_value *key, wm_found *found, wm_value *result) {
  if (wm_generation_of(bits) != vm->generation) return WM_ASTRAY;
  if (found != NULL && found->type == WM_VERB_PLACE) return give(result, builtin((wm_builtin)found->field));
  const wm_field *list = &vm->types[wm_type_of(bits)].fields[wm_cell_of(bits)];
  if (key->tag == WM_INT) {
    wm_lose_record(vm);
    int64_t stretch = vm->cells[list->spec.cell + 1], number = key->as.i;
    if (number < 1 || number > wm_stretch_count(stretch)) return give(result, (wm_value){ .tag = WM_NIL });
    return give(result, wm_as_handle(wm_record_bits(vm->generation, list->spec.type, wm_stretch_first(stretch) + (number - 1) * list->spec.stride)));
  }
  if (key->tag != WM_STRING) return WM_ASTRAY;
  const char *const verbs[] = { vm->k_count, vm->k_any, vm->k_all, vm->k_latest, vm->k_earliest };
  for (int i = 0; i < 5; i++) {
    if (key->as.text != verbs[i]) continue;
    note(found, WM_VERB_PLACE, WM_BUILTIN_COUNT + i);
    return give(result, builtin(WM_BUILTIN_COUNT + i));
  }
  return WM_ASTRAY;
}

static wm_way index_set(wm_vm *vm, int64_t bits, const wm_value *key, wm_value *result) {
  const wm_set *set = &vm->sets[wm_handle_number(bits)];
  if (key->tag == WM_INT) {
    if (key->as.i < 1 || key->as.i > set->count) return give(result, (wm_value){ .tag = WM_NIL });
    *result = set->values[key->as.i - 1];
    return settle(vm, result) ? WM_WELL : WM_ASTRAY;
  }
  if (key->tag == WM_NUMBER || !wm_spend(vm, set->count / 16)) return WM_ASTRAY;
  bool found = false;
  for (int32_t i = 0; i < set->count && !found && key->tag == WM_STRING; i++)
    found = set->texts[i] != NULL && wm_is_text(key, set->texts[i], set->lengths[i]);
  return give(result, wm_truth(found));
}

static wm_way index_date(const wm_vm *vm, int64_t bits, const wm_value *key, wm_value *result) {
  int64_t year, month, day;
  wm_day_parts(wm_handle_number(bits), &year, &month, &day);
  const char *name = key->tag == WM_STRING ? key->as.text : NULL;
  if (name == vm->k_year) return give(result, wm_whole(year));
  if (name == vm->k_month) return give(result, wm_whole(month));
  return name == vm->k_day ? give(result, wm_whole(day)) : WM_ASTRAY;
}

static wm_way index_table(const wm_vm *vm, int64_t number, const wm_value *key, wm_found *found, wm_value *result) {
  const wm_constant_table *table = &vm->direct->tables[number];
  if (found != NULL && found->type == WM_TABLE_PLACE - number) return give(result, table->values[found->field]);
  if (key->tag != WM_STRING && key->tag != WM_INT && key->tag != WM_BOOL) return WM_ASTRAY;
  const wm_value *value = wm_constant_at(table, key);
  if (value == NULL) return give(result, (wm_value){ .tag = WM_NIL });
  note(found, WM_TABLE_PLACE - number, value - table->values);
  return give(result, *value);
}

wm_way wm_direct_index(wm_vm *vm, const wm_value *object, const wm_value *key, wm_found *found, wm_value *result) {
  if (object->tag == WM_TABLE) return index_table(vm, object->as.i, key, found, result);
  if (object->tag != WM_HANDLE) return WM_ASTRAY;
  switch (wm_handle_kind(object->as.i)) {
    case WM_RECORD: return index_record(vm, object->as.i, key, found, result);
    case WM_NAMESPACE: return index_answers(vm, object->as.i, key, found, result);
    case WM_LIST: return index_list(vm, object->as.i, key, found, result);
    case WM_SET: return index_set(vm, object->as.i, key, result);
    case WM_DATE: return index_date(vm, object->as.i, key, result);
    default: return WM_ASTRAY;
  }
}

// ---- library functions ------------------------------------------------------------------------------

// `n:has "ogrs2"` and `n:get("ogrs2", 0)`; the path of a part is left to Lua.
static int has_or_get(wm_vm *vm, bool get, wm_value *arguments, int count, wm_way *way) {
  if (count < 2 || !wm_is_handle(&arguments[0], WM_RECORD) || wm_generation_of(arguments[0].as.i) != vm->generation) return -1;
  const wm_field *field = field_of(vm, wm_type_of(arguments[0].as.i), &arguments[1], NULL);
  if (field == NULL || !(field->spec.flags & WM_DECLARED)) return -1;
  wm_mark(vm, field->spec.read_id);
  int64_t bits = arguments[0].as.i;
  if (vm->recorder != NULL) wm_record_field(vm, bits, field);
  bool has = wm_has_value(vm, bits, field);
  if (!get) return *way = give(arguments, wm_truth(has)), 1;
  if (!has) return *way = give(arguments, count > 2 ? arguments[2] : (wm_value){ .tag = WM_NIL }), 1;
  return wm_field_value(vm, bits, field, arguments) && settle(vm, arguments) ? 1 : -1;
}

bool wm_direct_ask(wm_vm *vm, wm_builtin verb, const wm_value *list, const wm_bound_filter *bound, wm_value *answer) {
  static const wm_verb verbs[] = { WM_ASK_COUNT, WM_ASK_ANY, WM_ASK_ALL, WM_ASK_LATEST, WM_ASK_EARLIEST };
  wm_verb question = verbs[verb - WM_BUILTIN_COUNT];
  int64_t steps = vm->steps;
  bool is_answered = wm_ask(vm, question, list->as.i, bound, answer);
  if (vm->recorder != NULL && is_answered) wm_record_question(vm, question, list->as.i, bound, answer, vm->steps - steps);
  return is_answered;
}

static int ask(wm_vm *vm, wm_builtin verb, wm_value *arguments, int count) {
  if (count < 1 || count > 2 || !wm_is_handle(&arguments[0], WM_LIST) || wm_generation_of(arguments[0].as.i) != vm->generation) return -1;
  const wm_bound_filter *bound = NULL;
  if (count == 2) {
    // What is yet to be bound, Lua's own way does.
    if (!wm_is_handle(&arguments[1], WM_FILTER) || (bound = wm_binding(vm, arguments[1].as.i, arguments[0].as.i)) == NULL) return -1;
  }
  wm_value answer;
  if (!wm_direct_ask(vm, verb, &arguments[0], bound, &answer)) return -1;
  arguments[0] = answer;
  return answer.tag == WM_NIL ? 0 : 1;
}

static int walk(wm_vm *vm, wm_builtin which, wm_value *arguments, int count) {
  bool is_list = count >= 1 && (wm_is_handle(arguments, WM_LIST) || wm_is_handle(arguments, WM_SET));
  if (which == WM_BUILTIN_STEP) {
    if (count < 2 || arguments[1].tag != WM_INT) return -1;
    wm_value place = wm_whole((int64_t)((uint64_t)arguments[1].as.i + 1)), item;
    if (wm_direct_index(vm, &arguments[0], &place, NULL, &item) != WM_WELL) return -1;
    arguments[0] = item.tag == WM_NIL ? item : place;
    arguments[1] = item;
    return item.tag == WM_NIL ? 1 : 2;
  }
  if (!is_list && !(which == WM_BUILTIN_IPAIRS && count >= 1 && arguments->tag == WM_TABLE)) return -1;
  wm_move(&arguments[1], &arguments[0]);
  arguments[0] = builtin(WM_BUILTIN_STEP);
  arguments[2] = wm_whole(0);
  return 3;
}

static int length(wm_vm *vm, wm_value *value) {
  if (value->tag == WM_TABLE) {
    const wm_constant_table *table = &vm->direct->tables[value->as.i];
    if (!wm_spend(vm, table->length / 64)) return -1;
    *value = wm_whole(table->border);
  } else if (value->tag == WM_STRING) {
    *value = wm_whole(value->length);
  } else if (wm_is_handle(value, WM_SET)) {
    *value = wm_whole(vm->sets[wm_handle_number(value->as.i)].count);
  } else if (wm_is_handle(value, WM_LIST) && wm_generation_of(value->as.i) == vm->generation) {
    const wm_field *list = &vm->types[wm_type_of(value->as.i)].fields[wm_cell_of(value->as.i)];
    wm_lose_record(vm);
    *value = wm_whole(wm_stretch_count(vm->cells[list->spec.cell + 1]));
  } else {
    return -1;
  }
  return 1;
}

static int in_words(wm_direct *direct, wm_value *value) {
  if (value->tag == WM_STRING) return 1;
  return value->tag == WM_INT && wm_direct_concat(direct, value, 1, value) ? 1 : -1;
}

static int extreme(bool least, wm_value *arguments, int count) {
  if (count < 1) return -1;
  int best = 0;
  for (int i = 0; i < count; i++) {
    bool is_less;
    if (arguments[i].tag != WM_INT && arguments[i].tag != WM_NUMBER) return -1;
    if (!wm_direct_less(&arguments[least ? i : best], &arguments[least ? best : i], false, &is_less)) return -1;
    if (is_less) best = i;
  }
  if (best != 0) wm_move(&arguments[0], &arguments[best]);
  return 1;
}

static int round_off(bool down, wm_value *value) {
  if (value->tag == WM_INT) return 1;
  if (value->tag != WM_NUMBER) return -1;
  double rounded = down ? floor(value->as.d) : ceil(value->as.d);
  if (!(rounded > -9007199254740992.0 && rounded < 9007199254740992.0)) return -1;
  *value = wm_whole((int64_t)rounded);
  return 1;
}

static int span(wm_builtin which, wm_value *value) {
  if (value->tag != WM_INT || value->as.i < -MOST_DAYS || value->as.i > MOST_DAYS) return -1;
  *value = wm_as_handle(wm_make(which == WM_BUILTIN_DAYS ? WM_DAYS : WM_MONTHS, which == WM_BUILTIN_YEARS ? 12 * value->as.i : value->as.i));
  return 1;
}

int wm_direct_builtin(wm_vm *vm, wm_builtin which, wm_value *arguments, int count, wm_way *way) {
  switch (which) {
    case WM_BUILTIN_HAS: return has_or_get(vm, false, arguments, count, way);
    case WM_BUILTIN_GET: return has_or_get(vm, true, arguments, count, way);
    case WM_BUILTIN_STEP: case WM_BUILTIN_IPAIRS: case WM_BUILTIN_PAIRS: return walk(vm, which, arguments, count);
    case WM_BUILTIN_MIN: case WM_BUILTIN_MAX: return extreme(which == WM_BUILTIN_MIN, arguments, count);
    default: break;
  }
  if (which <= WM_BUILTIN_EARLIEST) return ask(vm, which, arguments, count);
  if (count < 1) return -1;
  switch (which) {
    case WM_BUILTIN_LENGTH: return length(vm, arguments);
    case WM_BUILTIN_TOSTRING: return in_words(vm->direct, arguments);
    case WM_BUILTIN_FLOOR: case WM_BUILTIN_CEIL: return round_off(which == WM_BUILTIN_FLOOR, arguments);
    default: return span(which, arguments);
  }
}
