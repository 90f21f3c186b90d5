// Every filter's count of one list, found in one walk over its items: docs/decisions/0026-one-walk-for-all-filters.md.
#include <stdlib.h>

#include "filter.h"

// Counts are kept in slices: bit f of slice s is bit s of the count of filter f. So one item is added to the counts of all filters that
// choose it with a few operations on whole words, and ten slices hold what a list of up to 1,023 items can come to.
enum { SLICES = 10, MOST_ITEMS = (1 << SLICES) - 1, MOST_FILTERS = 64, MOST_CELLS = 8, VALUES = 64, FEW_FILTERS = 3 };

// Filters whose dates begin or end with a day.
typedef struct { int64_t day; uint64_t filters; } edge;

struct wm_tally {
  wm_tally *next;
  const wm_field *list;
  int64_t counted;        // vm->begun when the counts were made; -1: not yet
  int32_t filters, cells, froms, tos;
  uint64_t chosen;        // filters that choose any item
  uint64_t slices[SLICES];
  int32_t cell[MOST_CELLS];
  edge from[MOST_FILTERS], to[MOST_FILTERS];  // latest first
  uint64_t allowed[MOST_CELLS][VALUES + 1];   // by the value of a cell, the filters that let it pass; the last: no value
};

// ---- which filters ----------------------------------------------------------------------------------

static uint64_t up_to(int32_t filters) { return filters == MOST_FILTERS ? UINT64_MAX : (1ull << filters) - 1; }

static void add_edge(edge *edges, int32_t *count, int64_t day, uint64_t filter) {
  int32_t place = *count;
  while (place > 0 && edges[place - 1].day < day) place--;
  if (place > 0 && edges[place - 1].day == day) {
    edges[place - 1].filters |= filter;
    return;
  }
  memmove(&edges[place + 1], &edges[place], (size_t)(*count - place) * sizeof *edges);
  edges[place] = (edge){ day, filter };
  ++*count;
}

// The place of a cell among those looked at; -1: there are too many.
static int32_t place_of(wm_tally *tally, int32_t cell) {
  for (int32_t i = 0; i < tally->cells; i++)
    if (tally->cell[i] == cell) return i;
  if (tally->cells == MOST_CELLS) return -1;
  tally->cell[tally->cells] = cell;
  for (int i = 0; i <= VALUES; i++) tally->allowed[tally->cells][i] = up_to(tally->filters);
  return tally->cells++;
}

static wm_tally *tally_of(wm_vm *vm, const wm_field *list) {
  for (wm_tally *tally = vm->tallies; tally != NULL; tally = tally->next)
    if (tally->list == list) return tally;
  wm_tally *tally = calloc(1, sizeof *tally);
  if (tally == NULL) return NULL;
  tally->next = vm->tallies;
  tally->list = list;
  vm->tallies = tally;
  return tally;
}

void wm_join_tally(wm_vm *vm, wm_bound_filter *bound) {
  if (bound->quick_count < 0 || bound->aside) return;
  wm_tally *tally = tally_of(vm, bound->list);
  if (tally == NULL || tally->filters == MOST_FILTERS) return;
  int32_t places[WM_MAX_CONDITIONS];
  for (int32_t i = 0; i < bound->quick_count; i++)
    if ((places[i] = place_of(tally, bound->quick[i].cell)) < 0) return;
  uint64_t filter = 1ull << tally->filters;
  bound->tally = tally;
  bound->place = tally->filters++;
  tally->counted = -1;
  for (int32_t c = 0; c < tally->cells; c++)
    for (int v = 0; v <= VALUES; v++) tally->allowed[c][v] |= filter;
  for (int32_t i = 0; i < bound->quick_count; i++)
    for (int v = 0; v <= VALUES; v++)
      if (v == VALUES || !(bound->quick[i].members >> v & 1)) tally->allowed[places[i]][v] &= ~filter;
  // Where no date is asked for, an item without one is good, too.
  add_edge(tally->from, &tally->froms, !bound->dated ? WM_NONE : bound->from > WM_NONE ? bound->from : WM_NONE + 1, filter);
  add_edge(tally->to, &tally->tos, bound->dated ? bound->to : INT64_MAX, filter);
}

void wm_free_tallies(wm_vm *vm) {
  while (vm->tallies != NULL) {
    wm_tally *tally = vm->tallies;
    vm->tallies = tally->next;
    free(tally);
  }
}

// ---- the walk ---------------------------------------------------------------------------------------

// Items are in date order, with those that have none first; the walk goes from the last one back.
static void walk(const wm_vm *vm, wm_tally *tally, int64_t stretch) {
  const int64_t stride = tally->list->spec.stride, first = wm_stretch_first(stretch);
  const int32_t date = tally->list->spec.date_cell, cells = tally->cells;
  const int64_t *item = vm->cells + first + wm_stretch_count(stretch) * stride;
  uint64_t alive = up_to(tally->filters), begun = date < 0 ? alive : 0, chosen = 0, low = 0, high = 0;
  int32_t from = 0, to = 0;
  memset(tally->slices, 0, sizeof tally->slices);
  for (int64_t items = wm_stretch_count(stretch); items > 0; items--) {
    item -= stride;
    if (date >= 0) {
      while (from < tally->froms && item[date] < tally->from[from].day) alive &= ~tally->from[from++].filters;
      while (to < tally->tos && item[date] <= tally->to[to].day) begun |= tally->to[to++].filters;
      if (alive == 0) break;
    }
    uint64_t filters = alive & begun;
    for (int32_t c = 0; c < cells; c++) {
      uint64_t value = (uint64_t)item[tally->cell[c]];
      filters &= tally->allowed[c][value < VALUES ? value : VALUES];
    }
    chosen |= filters;
    uint64_t carry = low & filters;
    low ^= filters;
    filters = high & carry;
    high ^= carry;
    for (int s = 2; filters != 0 && s < SLICES; s++) {
      carry = tally->slices[s] & filters;
      tally->slices[s] ^= filters;
      filters = carry;
    }
  }
  tally->slices[0] = low;
  tally->slices[1] = high;
  tally->chosen = chosen;
  tally->counted = vm->begun;
}

// Whether the counts of the row are there. For a filter or two it is not worth while.
static bool is_counted(const wm_vm *vm, wm_tally *tally, int64_t stretch) {
  if (tally->counted == vm->begun) return true;
  if (tally->filters < FEW_FILTERS || wm_stretch_count(stretch) > MOST_ITEMS) return false;
  walk(vm, tally, stretch);
  return true;
}

bool wm_tallied_any(const wm_vm *vm, const wm_bound_filter *bound, int64_t stretch, bool *any) {
  if (bound->tally == NULL || !is_counted(vm, bound->tally, stretch)) return false;
  *any = bound->tally->chosen >> bound->place & 1;
  return true;
}

bool wm_tallied_count(const wm_vm *vm, const wm_bound_filter *bound, int64_t stretch, int64_t *count) {
  if (bound->tally == NULL || !is_counted(vm, bound->tally, stretch)) return false;
  *count = 0;
  for (int s = 0; s < SLICES; s++) *count |= (int64_t)(bound->tally->slices[s] >> bound->place & 1) << s;
  return true;
}
