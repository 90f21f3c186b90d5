// Lists: the stretch of items that the date of the run lets rules see.
#include "internal.h"

static int64_t stretch_of(int64_t first, int64_t count) { return (int64_t)((uint64_t)count << 32 | (uint32_t)first); }

// Items are in date order, so what a rule may see is one stretch of them.
static int64_t seen(wm_vm *vm, const wm_field *list, int64_t raw) {
  int64_t first = wm_stretch_first(raw), count = wm_stretch_count(raw);
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
  return stretch_of(first + low * stride, end - low);
}

// A stretch that does not lie within the row is treated as left out, rather than read from elsewhere.
static bool lies_within(const wm_vm *vm, const wm_field *list, int64_t stretch) {
  uint64_t first = (uint64_t)wm_stretch_first(stretch), count = (uint64_t)wm_stretch_count(stretch);
  return first <= vm->cell_count && count * (uint64_t)list->spec.stride <= vm->cell_count - first;
}

void wm_see_lists(wm_vm *vm) {
  for (int32_t i = 0; i < vm->list_count; i++) {
    const wm_field *list = &vm->types[vm->lists[i].type].fields[vm->lists[i].field];
    if (!(list->spec.flags & WM_DECLARED) || list->spec.cell < 0 || (size_t)list->spec.cell + 4 > vm->cell_count) continue;
    int64_t *cells = vm->cells + list->spec.cell;
    if (cells[0] == WM_NONE) continue;
    int64_t aside = cells[2] == WM_NONE ? 0 : cells[2];
    if (!lies_within(vm, list, cells[0]) || !lies_within(vm, list, aside)) {
      cells[0] = WM_NONE;
      continue;
    }
    cells[1] = seen(vm, list, cells[0]);
    cells[3] = seen(vm, list, aside);
  }
}

int64_t wm_list_stretch(lua_State *L, int index, const wm_field **list, bool aside) {
  wm_vm *vm = wm_of(L);
  // What is no userdata gives NULL, which is no list either.
  int64_t bits = wm_bits(L, index);
  if (wm_handle_kind(bits) != WM_LIST || lua_type(L, index) != LUA_TLIGHTUSERDATA)
    wm_raise(L, WM_CODE_ARGUMENT, "a list's verbs are called with a colon, as in `n.offences:count()`");
  wm_check_generation(L, vm, bits);
  *list = &vm->types[wm_type_of(bits)].fields[wm_cell_of(bits)];
  return vm->cells[(*list)->spec.cell + (aside ? 3 : 1)];
}

int wm_list_length(lua_State *L) {
  const wm_field *list;
  lua_pushinteger(L, wm_stretch_count(wm_list_stretch(L, 1, &list, false)));
  return 1;
}

static lua_CFunction verb_named(const wm_vm *vm, const char *key) {
  if (key == vm->k_count) return wm_verb_count;
  if (key == vm->k_any) return wm_verb_any;
  if (key == vm->k_all) return wm_verb_all;
  if (key == vm->k_latest) return wm_verb_latest;
  if (key == vm->k_earliest) return wm_verb_earliest;
  return key == vm->k_sum ? wm_verb_sum : NULL;
}

int wm_list_index(lua_State *L, int64_t bits) {
  wm_vm *vm = wm_of(L);
  wm_check_generation(L, vm, bits);
  const wm_field *list = &vm->types[wm_type_of(bits)].fields[wm_cell_of(bits)];
  int64_t stretch = vm->cells[list->spec.cell + 1];
  lua_Integer place;
  if (wm_place_argument(L, 2, &place)) {
    if (place < 1 || place > wm_stretch_count(stretch)) return 0;
    wm_push_bits(L, wm_record_bits(vm->generation, list->spec.type, wm_stretch_first(stretch) + (place - 1) * list->spec.stride));
    return 1;
  }
  if (lua_type(L, 2) != LUA_TSTRING) wm_raise(L, WM_CODE_ARGUMENT, "a place in a list is a whole number, as in `n.offences[1]`");
  const char *key = lua_tostring(L, 2);
  lua_CFunction verb = verb_named(vm, key);
  if (verb == NULL)
    wm_raise(L, WM_CODE_UNKNOWN_FIELD, "a list has no `%.60s`: it has `count`, `any`, `all`, `latest`, `earliest` and `sum`", key);
  lua_pushcfunction(L, verb);
  return 1;
}
