// Every filter's count of one list, found in one walk over its items: docs/decisions/0026-one-walk-for-all-filters.md.
#include <stdlib.h>

#include "filter.h"

// Counts are kept in slices: bit f of slice s is bit s of the count of filter f. So one item is added to the counts of all filters that
// choose it with a few operations on whole words, and ten slices hold what a list of up to 1,023 items can come to.
enum { SLICES = 10, MOST_ITEMS = (1 << SLICES) - 1, MOST_FILTERS = WM_TALLY_FILTERS, MOST_CELLS = 8, VALUES = 64, FEW_FILTERS = 3 };

// Filters whose dates begin or end with a day.
typedef struct { int64_t day; uint64_t filters; } edge;

struct wm_tallied_list {
  wm_tally tally;         // first, as bindings point at it
  wm_tallied_list *next;
  const wm_field *list;
  int32_t filters, cells, froms, tos;
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
static int32_t place_of(wm_tallied_list *of, int32_t cell) {
  for (int32_t i = 0; i < of->cells; i++)
    if (of->cell[i] == cell) return i;
  if (of->cells == MOST_CELLS) return -1;
  of->cell[of->cells] = cell;
  for (int i = 0; i <= VALUES; i++) of->allowed[of->cells][i] = up_to(of->filters);
  return of->cells++;
}

static wm_tallied_list *tallied_list(wm_vm *vm, const wm_field *list) {
  for (wm_tallied_list *of = vm->tallied; of != NULL; of = of->next)
    if (of->list == list) return of;
  wm_tallied_list *of = calloc(1, sizeof *of);
  if (of == NULL) return NULL;
  of->next = vm->tallied;
  of->list = list;
  vm->tallied = of;
  return of;
}

void wm_join_tally(wm_vm *vm, wm_bound_filter *bound) {
  if (bound->quick_count < 0 || bound->aside) return;
  wm_tallied_list *of = tallied_list(vm, bound->list);
  if (of == NULL || of->filters == MOST_FILTERS) return;
  int32_t places[WM_MAX_CONDITIONS];
  for (int32_t i = 0; i < bound->quick_count; i++)
    if ((places[i] = place_of(of, bound->quick[i].cell)) < 0) return;
  uint64_t filter = 1ull << of->filters;
  bound->tally = &of->tally;
  bound->place = of->filters++;
  of->tally.counted = -1;
  for (int32_t c = 0; c < of->cells; c++)
    for (int v = 0; v <= VALUES; v++) of->allowed[c][v] |= filter;
  for (int32_t i = 0; i < bound->quick_count; i++)
    for (int v = 0; v <= VALUES; v++)
      if (v == VALUES || !(bound->quick[i].members >> v & 1)) of->allowed[places[i]][v] &= ~filter;
  // Where no date is asked for, an item without one is good, too.
  add_edge(of->from, &of->froms, !bound->dated ? WM_NONE : bound->from > WM_NONE ? bound->from : WM_NONE + 1, filter);
  add_edge(of->to, &of->tos, bound->dated ? bound->to : INT64_MAX, filter);
}

void wm_free_tallies(wm_vm *vm) {
  while (vm->tallied != NULL) {
    wm_tallied_list *of = vm->tallied;
    vm->tallied = of->next;
    free(of);
  }
}

// ---- the walk ---------------------------------------------------------------------------------------

// Writes the slices as numbers.
static void write_counts(wm_tallied_list *of, const uint64_t slices[SLICES]) {
  memset(of->tally.counts, 0, (size_t)of->filters * sizeof *of->tally.counts);
  for (int s = 0; s < SLICES; s++)
    for (uint64_t filters = slices[s]; filters != 0; filters &= filters - 1)
      of->tally.counts[__builtin_ctzll(filters)] |= (uint16_t)(1 << s);
}

// Items are in date order, with those that have none first; the walk goes from the last one back.
static void walk(const wm_vm *vm, wm_tallied_list *of, int64_t stretch) {
  const int64_t stride = of->list->spec.stride, first = wm_stretch_first(stretch);
  const int32_t date = of->list->spec.date_cell, cells = of->cells;
  const int64_t *item = vm->cells + first + wm_stretch_count(stretch) * stride;
  uint64_t alive = up_to(of->filters), begun = date < 0 ? alive : 0, chosen = 0, low = 0, high = 0, slices[SLICES] = { 0 };
  int32_t from = 0, to = 0;
  for (int64_t items = wm_stretch_count(stretch); items > 0; items--) {
    item -= stride;
    if (date >= 0) {
      while (from < of->froms && item[date] < of->from[from].day) alive &= ~of->from[from++].filters;
      while (to < of->tos && item[date] <= of->to[to].day) begun |= of->to[to++].filters;
      if (alive == 0) break;
    }
    uint64_t filters = alive & begun;
    for (int32_t c = 0; c < cells; c++) {
      uint64_t value = (uint64_t)item[of->cell[c]];
      filters &= of->allowed[c][value < VALUES ? value : VALUES];
    }
    chosen |= filters;
    uint64_t carry = low & filters;
    low ^= filters;
    filters = high & carry;
    high ^= carry;
    for (int s = 2; filters != 0 && s < SLICES; s++) {
      carry = slices[s] & filters;
      slices[s] ^= filters;
      filters = carry;
    }
  }
  slices[0] = low;
  slices[1] = high;
  write_counts(of, slices);
  of->tally.chosen = chosen;
  of->tally.items = wm_stretch_count(stretch);
  of->tally.counted = vm->begun;
}

bool wm_is_counted(const wm_vm *vm, wm_tally *tally, int64_t stretch) {
  if (tally->counted == vm->begun) return true;
  wm_tallied_list *of = (wm_tallied_list *)tally;
  // For a filter or two it is not worth while.
  if (of->filters < FEW_FILTERS || wm_stretch_count(stretch) > MOST_ITEMS) return false;
  walk(vm, of, stretch);
  return true;
}
