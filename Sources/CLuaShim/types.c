// Types and their fields, found by name.
#include <stdlib.h>

#include "internal.h"

int32_t wm_add_type(wm_vm *vm, const char *label) {
  if (vm->type_count == vm->type_capacity) {
    int32_t capacity = vm->type_capacity == 0 ? 32 : vm->type_capacity * 2;
    wm_type *moved = realloc(vm->types, (size_t)capacity * sizeof *moved);
    if (moved == NULL) return vm->incomplete = true, -1;
    vm->types = moved;
    vm->type_capacity = capacity;
  }
  wm_type *type = &vm->types[vm->type_count];
  memset(type, 0, sizeof *type);
  for (int i = 0; i < WM_MAP; i++) type->map[i] = -1;
  type->withheld_cell = -1;
  type->label = strdup(label);
  if (type->label == NULL) return vm->incomplete = true, -1;
  return vm->type_count++;
}

static unsigned slot_of(const char *key) {
  uint64_t address = (uint64_t)(uintptr_t)key >> 3;
  return (unsigned)((address * 0x9E3779B97F4A7C15u) >> 56) & (WM_MAP - 1);
}

static bool note_list(wm_vm *vm, int32_t type, int32_t field) {
  if (vm->list_count == vm->list_capacity) {
    int32_t capacity = vm->list_capacity == 0 ? 16 : vm->list_capacity * 2;
    void *moved = realloc(vm->lists, (size_t)capacity * sizeof *vm->lists);
    if (moved == NULL) return false;
    vm->lists = moved;
    vm->list_capacity = capacity;
  }
  vm->lists[vm->list_count].type = type;
  vm->lists[vm->list_count].field = field;
  vm->list_count++;
  return true;
}

static bool make_room(wm_type *type) {
  if (type->count < type->capacity) return true;
  int32_t capacity = type->capacity == 0 ? 16 : type->capacity * 2;
  wm_field *moved = realloc(type->fields, (size_t)capacity * sizeof *moved);
  if (moved == NULL) return false;
  type->fields = moved;
  type->capacity = capacity;
  return true;
}

int32_t wm_add_field(wm_vm *vm, int32_t type_id, const wm_field_spec *spec) {
  bool of_record = spec->kind <= WM_FIELD_LIST;
  bool holds_records = spec->kind == WM_FIELD_RECORD || spec->kind == WM_FIELD_LIST;
  int32_t pooled = wm_intern(vm, spec->name, strlen(spec->name));
  if (type_id < 0 || type_id >= vm->type_count || pooled < 0 || (of_record && type_id >= WM_MAX_RECORD_TYPES)
      || (holds_records && (spec->type < 0 || spec->type >= WM_MAX_RECORD_TYPES)) || !make_room(&vm->types[type_id])
      || (spec->kind == WM_FIELD_LIST && !note_list(vm, type_id, vm->types[type_id].count)))
    return vm->incomplete = true, -1;
  // Bindings point at fields, which may just have moved.
  wm_forget_bindings(vm);
  wm_type *type = &vm->types[type_id];
  wm_field *field = &type->fields[type->count];
  if (spec->read_id / 64 >= vm->read_words) vm->read_words = spec->read_id >= WM_READ_WORDS * 64 ? WM_READ_WORDS : spec->read_id / 64 + 1;
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
  return type->count++;
}

// A type or field that found no room has the number -1; that the vm is incomplete is told when it loads.
void wm_withhold(wm_vm *vm, int32_t type, int32_t cell, int64_t value) {
  if (type < 0 || type >= vm->type_count) return;
  vm->types[type].withheld_cell = cell;
  vm->types[type].withheld_value = value;
}

void wm_set_oldest(wm_vm *vm, int32_t type, int32_t field, int64_t day) {
  if (type < 0 || type >= vm->type_count || field < 0 || field >= vm->types[type].count) return;
  if (vm->types[type].fields[field].oldest == day) return;
  vm->types[type].fields[field].oldest = day;
  wm_forget_bindings(vm);  // and with them what functions answered
}

const wm_field *wm_lookup_kept(const wm_type *type, const char *key) {
  for (unsigned slot = slot_of(key);; slot = (slot + 1) & (WM_MAP - 1)) {
    int place = type->map[slot];
    if (place < 0) break;
    if (type->fields[place].key == key) return &type->fields[place];
  }
  for (int32_t i = WM_MAP / 2; i < type->count; i++)
    if (type->fields[i].key == key) return &type->fields[i];
  return NULL;
}

const wm_field *wm_lookup(const wm_type *type, const char *key) {
  const wm_field *field = wm_lookup_kept(type, key);
  if (field != NULL) return field;
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
