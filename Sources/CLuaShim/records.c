// Records: fields answered from cells.
#include "internal.h"

void wm_raise_stale(lua_State *L) {
  wm_raise(L, WM_CODE_STALE_RECORD, "a record of another nominal was kept and used here: read it afresh from `n`");
}

static inline const int64_t *cell_at(const wm_vm *vm, int64_t bits, int32_t cell) {
  int64_t place = wm_cell_of(bits) + cell;
  static const int64_t none = WM_NONE;
  return (uint64_t)place < vm->cell_count ? &vm->cells[place] : &none;
}

// A value dated after the date of the run has not happened yet; one that is too old no longer counts.
static bool counts_by_age(wm_vm *vm, int64_t bits, const wm_field *field) {
  int64_t dated = *cell_at(vm, bits, field->spec.age_cell);
  if (dated != WM_NONE && dated > vm->today) return false;
  if (field->oldest == INT64_MIN) return true;
  if (dated != WM_NONE && dated >= field->oldest) return true;
  int32_t id = field->spec.read_id;
  if (id >= 0 && id < WM_READ_WORDS * 64) vm->stale[id >> 6] |= 1ull << (id & 63);
  return false;
}

static inline bool counts(wm_vm *vm, int64_t bits, const wm_field *field) {
  return field->spec.age_cell < 0 || counts_by_age(vm, bits, field);
}

bool wm_has_value(wm_vm *vm, int64_t bits, const wm_field *field) {
  int64_t cell = *cell_at(vm, bits, field->spec.cell);
  if (field->spec.kind == WM_FIELD_RECORD && cell != 1) return false;  // 0: known not to be there
  return cell != WM_NONE && (field->spec.kind == WM_FIELD_LIST || counts(vm, bits, field));
}

bool wm_field_value(wm_vm *vm, int64_t bits, const wm_field *field, wm_value *value) {
  const wm_field_spec *spec = &field->spec;
  int64_t cell = *cell_at(vm, bits, spec->cell);
  value->length = 0;
  value->as.i = cell;
  switch (spec->kind) {
    case WM_FIELD_BOOL:
      value->tag = WM_BOOL;
      value->as.i = cell != 0;
      return true;
    case WM_FIELD_INT: value->tag = WM_INT; return true;
    case WM_FIELD_NUMBER: value->tag = WM_NUMBER; return true;
    case WM_FIELD_TEXT:
    case WM_FIELD_WORDS: {
      size_t offset = (uint32_t)cell, length = (uint64_t)cell >> 32;
      if (offset + length > vm->string_count) return false;
      const wm_type *type = &vm->types[wm_type_of(bits)];
      if (type->withheld_cell >= 0 && *cell_at(vm, bits, type->withheld_cell) == type->withheld_value) vm->reads.withheld = true;
      *value = (wm_value){ .tag = WM_STRING, .length = (int32_t)length, .as.text = (const char *)vm->strings + offset };
      return true;
    }
    case WM_FIELD_DATE: value->as.i = wm_make(WM_DATE, cell); break;
    case WM_FIELD_ENUM:
      if (cell < 0 || cell >= spec->pool_count) return false;
      value->tag = WM_POOLED;
      value->as.i = spec->pool + cell;
      return true;
    case WM_FIELD_YEARS:
      value->tag = WM_INT;
      value->as.i = wm_whole_years(cell, vm->today);
      return true;
    case WM_FIELD_RECORD: value->as.i = wm_record_bits(vm->generation, spec->type, wm_cell_of(bits)); break;
    case WM_FIELD_LIST:
      value->as.i = wm_list_bits(vm->generation, wm_type_of(bits), (int32_t)(field - vm->types[wm_type_of(bits)].fields));
      break;
    default: value->tag = WM_NIL; return true;
  }
  value->tag = WM_HANDLE;
  return true;
}

// `own`: from within `__index`.
static int push_field(lua_State *L, wm_vm *vm, int64_t bits, const wm_field *field, bool own) {
  wm_value value;
  if (!wm_field_value(vm, bits, field, &value)) wm_raise(L, WM_CODE_STALE_RECORD, "a record of another nominal was kept and used here");
  if (own && value.tag == WM_POOLED) wm_push_own_text(L, value.as.i);
  else wm_push_value(L, vm, &value);
  return 1;
}

static const wm_field *declared_field(lua_State *L, wm_vm *vm, int64_t bits, const char *key) {
  const wm_type *type = &vm->types[wm_type_of(bits)];
  const wm_field *field = wm_lookup(type, key);
  if (field == NULL) wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_FIELD, wm_type_of(bits), -1, key);
  if (!(field->spec.flags & WM_DECLARED))
    wm_raise_name(L, WM_CODE_UNDECLARED_FIELD, WM_NAME_UNDECLARED, wm_type_of(bits), (int32_t)(field - type->fields), field->key);
  return field;
}

static const wm_field *field_named(lua_State *L, wm_vm *vm, int64_t bits, int key) {
  if (lua_type(L, key) != LUA_TSTRING)
    wm_raise_name(L, WM_CODE_UNKNOWN_FIELD, WM_NAME_FIELD, wm_type_of(bits), -1, lua_typename(L, lua_type(L, key)));
  return declared_field(L, vm, bits, lua_tostring(L, key));
}

static bool walk(lua_State *L, wm_vm *vm, int64_t *bits, const wm_field **field) {
  // `n:has "needs.drugs"`: each part but the last must be a record that is there.
  const char *name = lua_tostring(L, 2), *dot;
  while ((dot = strchr(name, '.')) != NULL) {
    lua_pushlstring(L, name, (size_t)(dot - name));
    *field = field_named(L, vm, *bits, lua_gettop(L));
    lua_pop(L, 1);
    if ((*field)->spec.kind != WM_FIELD_RECORD) wm_raise(L, WM_CODE_ARGUMENT, "`%.*s` has no parts", (int)(dot - name), name);
    wm_mark(vm, (*field)->spec.read_id);
    if (!wm_has_value(vm, *bits, *field)) return false;
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
  wm_check_generation(L, vm, *bits);
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
  if (present(L, &bits, &field)) return push_field(L, wm_of(L), bits, field, false);
  lua_settop(L, 3);
  return 1;
}

int wm_record_index(lua_State *L, int64_t bits) {
  wm_vm *vm = wm_of(L);
  wm_check_generation(L, vm, bits);
  if (lua_type(L, 2) != LUA_TSTRING) field_named(L, vm, bits, 2);
  const char *key = lua_tostring(L, 2);
  if (key == vm->k_has) return lua_pushcfunction(L, record_has), 1;
  if (key == vm->k_get) return lua_pushcfunction(L, record_get), 1;
  const wm_field *field = declared_field(L, vm, bits, key);
  wm_mark(vm, field->spec.read_id);
  if (!wm_has_value(vm, bits, field)) wm_raise_unknown_field(L, field->spec.read_id);
  return push_field(L, vm, bits, field, true);
}
