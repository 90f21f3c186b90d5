// Filters: conditions on a list's items, read once, bound once to each kind of list, run over cells.
#ifndef WM_FILTER_H
#define WM_FILTER_H

#include "internal.h"

enum { WM_MAX_CONDITIONS = 24, WM_MAX_VALUES = 256, WM_MEMBER_WORDS = 4 };

typedef enum { WM_EQUALS, WM_AT_LEAST, WM_AT_MOST } wm_comparison;

typedef struct {
  char name[64];
  int32_t compare;
  int32_t first, count;  // of the filter's values
  bool chooses;          // stands in `where`
} wm_condition;

typedef struct {
  const wm_field *field;
  int32_t compare, first, count;
  bool chooses;
  uint64_t members[WM_MEMBER_WORDS];  // enumerations: the values named
} wm_bound_condition;

struct wm_bound_filter {
  // What every question looks at, side by side.
  const wm_field *list;
  const wm_filter *filter;
  int64_t from, to;      // days, both included
  int32_t count, quick_count;
  bool dated, aside;
  int32_t place;         // in the tally
  wm_tally *tally;       // NULL: it has none, as not all filters can be counted that way
  uint64_t reads[WM_READ_WORDS];  // the fields that the filter looks at
  // Where every condition is on an enumeration of up to 64 values, the cell and the values of each; otherwise -1 of them.
  struct { int32_t cell; uint64_t members; } quick[WM_MAX_CONDITIONS];
  wm_bound_condition conditions[WM_MAX_CONDITIONS];
};

struct wm_filter {
  int32_t condition_count, value_count;
  int64_t within;        // bits of a span, 0: none
  int64_t from, to;      // INT64_MIN, INT64_MAX: none
  int64_t at_least;      // -1: not given
  char *texts;           // of a kept filter: its values' text
  wm_bound_filter **bindings;
  int32_t binding_count;
  wm_condition conditions[WM_MAX_CONDITIONS];
  wm_value values[WM_MAX_VALUES];  // INT, NUMBER, BOOL, STRING, HANDLE (date)
};

// Whether a condition on the field can ever hold with this value.
bool wm_value_fits(const wm_vm *vm, const wm_field *field, const wm_value *value);
void wm_read_filter(lua_State *L, wm_filter *filter, int table);
void wm_bind(lua_State *L, wm_vm *vm, const wm_filter *filter, const wm_field *list, wm_bound_filter *bound);
const wm_bound_filter *wm_bound_to(lua_State *L, wm_vm *vm, wm_filter *filter, const wm_field *list);
// What looking through so many items for so many conditions is charged.
static inline int64_t wm_question_work(int32_t conditions, int64_t items) { return 1 + items * (1 + conditions) / 4; }

// ---- tally.c --------------------------------------------------------------------------------------

enum { WM_TALLY_FILTERS = 64 };

// What the filters of a list that are counted together come to.
struct wm_tally {
  int64_t counted;        // vm->begun when they were counted; -1: not yet
  int64_t items;
  uint64_t chosen;        // filters that choose any item
  uint16_t counts[WM_TALLY_FILTERS];
};

// Has a kept binding counted together with the others of its list, if it is one for that.
void wm_join_tally(wm_vm *vm, wm_bound_filter *bound);
void wm_free_tallies(wm_vm *vm);
// Whether the counts of the row's list are there; `stretch` is that of the list's items that count. False: the items have to be looked
// through.
bool wm_is_counted(const wm_vm *vm, wm_tally *tally, int64_t stretch);

// ---- binding.c ------------------------------------------------------------------------------------

bool wm_holds(const wm_vm *vm, const wm_filter *filter, const wm_bound_condition *condition, const int64_t *item);

#endif
