// Typed fields of records, lists and namespaces, answered from cells.
#include <stdlib.h>

#include "internal.h"

// ---- types --------------------------------------------------------------------------------------

int32_t wm_add_type(wm_vm *vm, const char *label) {
  if (vm->type_count == vm->type_capacity) {
    int32_t capacity = vm->type_capacity == 0 ? 32 : vm->type_capacity * 2;
    wm_type *moved = realloc(vm->types, (size_t)capacity * sizeof *moved);
    if (moved == NULL) return -1;
    vm->types = moved;
    vm->type_capacity = capacity;
  }
  wm_type *type = &vm->types[vm->type_count];
  memset(type, 0, sizeof *type);
  for (int i = 0; i < WM_MAP; i++) type->map[i] = -1;
  type->withheld_cell = -1;
  type->label = strdup(label);
  return type->label == NULL ? -1 : vm->type_count++;
}

static unsigned slot_of(const char *key) {
  uint64_t address = (uint64_t)(uintptr_t)key >> 3;
  return (unsigned)((address * 0x9E3779B97F4A7C15u) >> 56) & (WM_MAP - 1);
}

int32_t wm_add_field(wm_vm *vm, int32_t type_id, const wm_field_spec *spec) {
  int32_t pooled = wm_intern(vm, spec->name, strlen(spec->name));
  if (pooled < 0) return -1;
  wm_type *type = &vm->types[type_id];
  if (type->count >= WM_MAP / 2 && type->count >= INT16_MAX) return -1;
  if (type->count == type->capacity) {
    int32_t capacity = type->capacity == 0 ? 16 : type->capacity * 2;
    wm_field *moved = realloc(type->fields, (size_t)capacity * sizeof *moved);
    if (moved == NULL) return -1;
    type->fields = moved;
    type->capacity = capacity;
  }
  wm_field *field = &type->fields[type->count];
  field->spec = *spec;
  field->key = vm->pool[pooled].text;
  field->spec.name = field->key;
  field->oldest = INT64_MIN;
  // A map that is more than half full is slow; fields beyond that are found by walking.
  if (type->count < WM_MAP / 2) {
    unsigned slot = slot_of(field->key);
    while (type->map[slot] >= 0) slot = (slot + 1) & (WM_MAP - 1);
    type->map[slot] = (int16_t)type->count;
  }
  if (spec->kind == WM_FIELD_LIST) {
    if (vm->list_count == vm->list_capacity) {
      int32_t capacity = vm->list_capacity == 0 ? 16 : vm->list_capacity * 2;
      void *moved = realloc(vm->lists, (size_t)capacity * sizeof *vm->lists);
      if (moved == NULL) return -1;
      vm->lists = moved;
      vm->list_capacity = capacity;
    }
    vm->lists[vm->list_count].type = type_id;
    vm->lists[vm->list_count].field = type->count;
    vm->list_count++;
  }
  return type->count++;
}

void wm_withhold(wm_vm *vm, int32_t type, int32_t cell, int64_t value) {
  vm->types[type].withheld_cell = cell;
  vm->types[type].withheld_value = value;
}

void wm_set_oldest(wm_vm *vm, int32_t type, int32_t field, int64_t day) { vm->types[type].fields[field].oldest = day; }

const wm_field *wm_lookup(const wm_vm *vm, const wm_type *type, const char *key) {
  (void)vm;
  for (unsigned slot = slot_of(key);; slot = (slot + 1) & (WM_MAP - 1)) {
    int place = type->map[slot];
    if (place < 0) break;
    if (type->fields[place].key == key) return &type->fields[place];
  }
  for (int32_t i = WM_MAP / 2; i < type->count; i++)
    if (type->fields[i].key == key) return &type->fields[i];
  // Keys of more than 40 bytes are not interned by Lua.
  if (strlen(key) > 40)
    for (int32_t i = 0; i < type->count; i++)
      if (strcmp(type->fields[i].key, key) == 0) return &type->fields[i];
  return NULL;
}

int32_t wm_find_field(const wm_vm *vm, int32_t type, const char *name) {
  for (int32_t i = 0; i < vm->types[type].count; i++)
    if (strcmp(vm->types[type].fields[i].key, name) == 0) return i;
  return -1;
}

void wm_mark(wm_vm *vm, int32_t read_id) {
  if (read_id >= 0 && read_id < WM_READ_WORDS * 64) vm->reads.fields[read_id >> 6] |= 1ull << (read_id & 63);
}

// ---- records ------------------------------------------------------------------------------------

static void check_generation(lua_State *L, wm_vm *vm, int64_t bits) {
  if (wm_generation_of(bits) != vm->generation)
    wm_raise(L, WM_CODE_STALE_RECORD, "a record of another nominal was kept and used here: read it afresh from `n`");
}

static inline int64_t *cell_at(wm_vm *vm, int64_t bits, int32_t cell) {
  int64_t place = wm_cell_of(bits) + cell;
  static int64_t none = WM_NONE;
  return (uint64_t)place < vm->cell_count ? &vm->cells[place] : &none;
}

// A value dated after the date of the run has not happened yet; one that is too old no longer counts.
static bool counts(wm_vm *vm, int64_t bits, const wm_field *field) {
  if (field->spec.age_cell < 0) return true;
  int64_t dated = *cell_at(vm, bits, field->spec.age_cell);
  if (dated != WM_NONE && dated > vm->today) return false;
  if (field->oldest == INT64_MIN) return true;
  if (dated != WM_NONE && dated >= field->oldest) return true;
  int32_t id = field->spec.read_id;
  if (id >= 0 && id < WM_READ_WORDS * 64) vm->stale[id >> 6] |= 1ull << (id & 63);
  return false;
}

bool wm_has_value(wm_vm *vm, int64_t bits, const wm_field *field) {
  return *cell_at(vm, bits, field->spec.cell) != WM_NONE && (field->spec.kind == WM_FIELD_LIST || counts(vm, bits, field));
}

int wm_push_field(lua_State *L, wm_vm *vm, int64_t bits, const wm_field *field) {
  const wm_field_spec *spec = &field->spec;
  int64_t cell = *cell_at(vm, bits, spec->cell);
  switch (spec->kind) {
    case WM_FIELD_BOOL: lua_pushboolean(L, cell != 0); break;
    case WM_FIELD_INT: lua_pushinteger(L, cell); break;
    case WM_FIELD_NUMBER: {
      wm_value value = { .tag = WM_NUMBER };
      memcpy(&value.as.d, &cell, sizeof cell);
      wm_push_value(L, vm, &value);
      break;
    }
    case WM_FIELD_TEXT:
    case WM_FIELD_WORDS: {
      size_t offset = (uint32_t)cell, length = (uint64_t)cell >> 32;
      if (offset + length > vm->string_count) wm_raise(L, WM_CODE_STALE_RECORD, "a record of another nominal was kept and used here");
      const wm_type *type = &vm->types[wm_type_of(bits)];
      if (type->withheld_cell >= 0 && *cell_at(vm, bits, type->withheld_cell) == type->withheld_value) vm->reads.withheld = true;
      lua_pushlstring(L, (const char *)vm->strings + offset, length);
      break;
    }
    case WM_FIELD_DATE: wm_push_bits(L, wm_make(WM_DATE, cell)); break;
    case WM_FIELD_ENUM:
      if (cell < 0 || cell >= spec->pool_count) wm_raise(L, WM_CODE_STALE_RECORD, "a record of another nominal was kept and used here");
      lua_rawgeti(L, LUA_REGISTRYINDEX, vm->pool_ref);
      lua_rawgeti(L, -1, spec->pool + cell + 1);
      lua_remove(L, -2);
      break;
    case WM_FIELD_YEARS: lua_pushinteger(L, wm_whole_years(cell, vm->today)); break;
    case WM_FIELD_RECORD: wm_push_bits(L, wm_record_bits(vm->generation, spec->type, wm_cell_of(bits))); break;
    case WM_FIELD_LIST:
      wm_push_bits(L, wm_list_bits(vm->generation, wm_type_of(bits), (int32_t)(field - vm->types[wm_type_of(bits)].fields)));
      break;
    default: lua_pushnil(L);
  }
  return 1;
}

static const wm_field *field_named(lua_State *L, wm_vm *vm, int64_t bits, int key) {
  const wm_type *type = &vm->types[wm_type_of(bits)];
  const wm_field *field = lua_type(L, key) == LUA_TSTRING ? wm_lookup(vm, type, lua_tostring(L, key)) : NULL;
  if (field == NULL) {
    const char *name = lua_type(L, key) == LUA_TSTRING ? lua_tostring(L, key) : lua_typename(L, lua_type(L, key));
    wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_FIELD, wm_type_of(bits), -1, name);
  }
  if (!(field->spec.flags & WM_DECLARED))
    wm_raise_name(L, WM_CODE_UNDECLARED_FIELD, WM_NAME_UNDECLARED, wm_type_of(bits), (int32_t)(field - type->fields), field->key);
  return field;
}

static bool walk(lua_State *L, wm_vm *vm, int64_t *bits, const wm_field **field) {
  // `n:has "needs.drugs"`: each part but the last must be a record that is there.
  const char *name = lua_tostring(L, 2), *dot;
  while ((dot = strchr(name, '.')) != NULL) {
    lua_pushlstring(L, name, (size_t)(dot - name));
    *field = field_named(L, vm, *bits, lua_gettop(L));
    lua_pop(L, 1);
    if ((*field)->spec.kind != WM_FIELD_RECORD) wm_raise(L, WM_CODE_ARGUMENT, "`%.*s` has no parts", (int)(dot - name), name);
    if (!wm_has_value(vm, *bits, *field)) {
      wm_mark(vm, (*field)->spec.read_id);
      return false;
    }
    *bits = wm_record_bits(vm->generation, (*field)->spec.type, wm_cell_of(*bits));
    name = dot + 1;
  }
  lua_pushstring(L, name);
  *field = field_named(L, vm, *bits, lua_gettop(L));
  lua_pop(L, 1);
  return true;
}

static bool present(lua_State *L, int64_t *bits, const wm_field **field) {
  wm_vm *vm = wm_of(L);
  if (!wm_is(L, 1, WM_RECORD)) wm_raise(L, WM_CODE_ARGUMENT, "`has` and `get` are called with a colon, as in `n:has \"ogrs2\"`");
  if (lua_type(L, 2) != LUA_TSTRING) wm_raise(L, WM_CODE_ARGUMENT, "name the field in quotes, as in `n:has \"ogrs2\"`");
  *bits = wm_bits(L, 1);
  check_generation(L, vm, *bits);
  if (!walk(L, vm, bits, field)) return false;
  wm_mark(vm, (*field)->spec.read_id);
  return wm_has_value(vm, *bits, *field);
}

static int record_has(lua_State *L) {
  int64_t bits;
  const wm_field *field;
  lua_pushboolean(L, present(L, &bits, &field));
  return 1;
}

static int record_get(lua_State *L) {
  int64_t bits;
  const wm_field *field;
  if (present(L, &bits, &field)) return wm_push_field(L, wm_of(L), bits, field);
  lua_settop(L, 3);
  return 1;
}

int wm_record_index(lua_State *L) {
  wm_vm *vm = wm_of(L);
  int64_t bits = wm_bits(L, 1);
  check_generation(L, vm, bits);
  if (lua_type(L, 2) == LUA_TSTRING) {
    const char *key = lua_tostring(L, 2);
    if (key == vm->k_has) return lua_pushcfunction(L, record_has), 1;
    if (key == vm->k_get) return lua_pushcfunction(L, record_get), 1;
  }
  const wm_field *field = field_named(L, vm, bits, 2);
  wm_mark(vm, field->spec.read_id);
  if (!wm_has_value(vm, bits, field)) wm_raise_unknown_field(L, field->spec.read_id);
  return wm_push_field(L, vm, bits, field);
}

// ---- lists --------------------------------------------------------------------------------------

static int64_t header(int64_t first, int64_t count) { return (int64_t)((uint64_t)count << 32 | (uint32_t)first); }

// Items are in date order, so what a rule may see is one stretch of them.
static int64_t seen(wm_vm *vm, const wm_field *list, int64_t raw) {
  int64_t first = (uint32_t)raw, count = (int64_t)((uint64_t)raw >> 32);
  int32_t date = list->spec.date_cell, stride = list->spec.stride;
  if (date < 0 || count == 0) return raw;
  const int64_t *dates = vm->cells + first + date;
  int64_t low = 0, high = count;
  while (low < high) {  // items not after the date of the run
    int64_t middle = (low + high) / 2;
    if (dates[middle * stride] <= vm->today) low = middle + 1;
    else high = middle;
  }
  int64_t end = low;
  low = 0;
  if (list->oldest != INT64_MIN) {
    high = end;
    while (low < high) {
      int64_t middle = (low + high) / 2;
      if (dates[middle * stride] < list->oldest) low = middle + 1;
      else high = middle;
    }
  }
  return header(first + low * stride, end - low);
}

void wm_see_lists(wm_vm *vm) {
  for (int32_t i = 0; i < vm->list_count; i++) {
    const wm_field *list = &vm->types[vm->lists[i].type].fields[vm->lists[i].field];
    if (!(list->spec.flags & WM_DECLARED)) continue;
    int64_t *cells = vm->cells + list->spec.cell;
    if (cells[0] == WM_NONE) continue;
    cells[1] = seen(vm, list, cells[0]);
    cells[3] = cells[2] == WM_NONE ? 0 : seen(vm, list, cells[2]);
  }
}

// The stretch of items that a rule may see; `cell` 1: those that count, 3: those set aside.
int64_t wm_list_header(lua_State *L, int index, const wm_field **list, int32_t cell) {
  wm_vm *vm = wm_of(L);
  if (!wm_is(L, index, WM_LIST)) wm_raise(L, WM_CODE_ARGUMENT, "a list's verbs are called with a colon, as in `n.offences:count()`");
  int64_t bits = wm_bits(L, index);
  check_generation(L, vm, bits);
  *list = &vm->types[wm_type_of(bits)].fields[wm_cell_of(bits)];
  return vm->cells[(*list)->spec.cell + cell];
}

int wm_list_length(lua_State *L) {
  const wm_field *list;
  lua_pushinteger(L, (lua_Integer)((uint64_t)wm_list_header(L, 1, &list, 1) >> 32));
  return 1;
}

int wm_list_index(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const wm_field *list;
  int64_t stretch = wm_list_header(L, 1, &list, 1);
  if (lua_isinteger(L, 2)) {
    lua_Integer place = lua_tointeger(L, 2);
    if (place < 1 || place > (lua_Integer)((uint64_t)stretch >> 32)) return 0;
    wm_push_bits(L, wm_record_bits(vm->generation, list->spec.type, (uint32_t)stretch + (place - 1) * list->spec.stride));
    return 1;
  }
  const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
  lua_CFunction verb = key == vm->k_count ? wm_verb_count : key == vm->k_any ? wm_verb_any : key == vm->k_all ? wm_verb_all
      : key == vm->k_latest ? wm_verb_latest : key == vm->k_earliest ? wm_verb_earliest : key == vm->k_sum ? wm_verb_sum : NULL;
  if (verb == NULL)
    wm_raise(L, WM_CODE_UNKNOWN_FIELD, "a list has no `%.60s`: it has `count`, `any`, `all`, `latest`, `earliest` and `sum`", key);
  lua_pushcfunction(L, verb);
  return 1;
}

// ---- namespaces: `param`, `d` and what is in it ---------------------------------------------------

static int call_method(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const wm_field *method = lua_touserdata(L, lua_upvalueindex(1));
  int argument = lua_gettop(L);
  if (lua_type(L, argument) != LUA_TSTRING)
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` wants a name in quotes, as in `:%s(\"sac\")`", method->key, method->key);
  wm_value result = { .tag = WM_NIL };
  char error[1024] = "";
  wm_status status = vm->host.method(vm->host.context, method->spec.type, lua_tostring(L, argument), &result, error, sizeof error);
  if (status == WM_UNKNOWN) wm_raise_unknown_slot(L, (int32_t)result.as.d);
  if (status != WM_OK && error[0] != 0) wm_raise(L, WM_CODE_HOST, "%s", error);
  if (status != WM_OK) wm_raise_status(L, status);
  wm_push_value(L, vm, &result);
  return 1;
}

int wm_namespace_index(lua_State *L) {
  wm_vm *vm = wm_of(L);
  int32_t type_id = (int32_t)wm_handle_number(wm_bits(L, 1));
  const wm_type *type = &vm->types[type_id];
  const wm_field *field = lua_type(L, 2) == LUA_TSTRING ? wm_lookup(vm, type, lua_tostring(L, 2)) : NULL;
  if (field == NULL) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : lua_typename(L, lua_type(L, 2));
    wm_raise_name(L, WM_CODE_UNDEFINED_NAME, WM_NAME_FIELD, type_id, -1, name);
  }
  switch (field->spec.kind) {
    case WM_FIELD_NAMESPACE: wm_push_bits(L, wm_make(WM_NAMESPACE, field->spec.type)); return 1;
    case WM_FIELD_CONSTANT: wm_push_value(L, vm, &field->spec.constant); return 1;
    case WM_FIELD_METHOD:
      lua_pushlightuserdata(L, (void *)field);
      lua_pushcclosure(L, call_method, 1);
      return 1;
    default: break;
  }
  int32_t slot = field->spec.slot;
  if (slot < WM_MEMO_WORDS * 64) vm->reads.memos[slot >> 6] |= 1ull << (slot & 63);
  if (vm->memos[slot].state == WM_MEMO_UNSET) {
    wm_status status = vm->host.compute(vm->host.context, slot);
    if (status != WM_OK) wm_raise_status(L, status);
  }
  if (vm->memos[slot].state == WM_MEMO_UNKNOWN) wm_raise_unknown_slot(L, slot);
  wm_push_value(L, vm, &vm->memos[slot].value);
  return 1;
}
