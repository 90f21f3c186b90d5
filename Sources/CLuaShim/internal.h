#ifndef WM_INTERNAL_H
#define WM_INTERNAL_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <string.h>

#include "include/wm.h"

typedef struct {
  wm_field_spec spec;
  const char *key;    // interned in the pool: equal strings of up to 40 bytes have one address
  int64_t oldest;
} wm_field;

enum { WM_MAP = 256 };

typedef struct {
  char *label;
  wm_field *fields;
  int32_t count, capacity;
  int16_t map[WM_MAP];       // open addressing on the key's address; -1: free
  int32_t withheld_cell;     // -1: none
  int64_t withheld_value;
} wm_type;

typedef struct {
  wm_value *values;
  const char **texts;        // of pooled values
  size_t *lengths;
  int32_t count, capacity;
} wm_set;

typedef struct wm_filter wm_filter;

struct wm_vm {
  lua_State *L;
  wm_host host;
  wm_limits limits;
  wm_outcome outcome;
  size_t used;
  int64_t steps;
  int32_t breach;            // wm_code, sticky until wm_begin
  bool loading, sealed, loading_read_date;
  int64_t today;
  uint32_t generation;
  int32_t root;
  struct { int32_t type, field; } *lists;  // every list, to be cut to what the date lets rules see
  int32_t list_count, list_capacity;
  int64_t *cells;
  size_t cell_count;
  const uint8_t *strings;
  size_t string_count;
  wm_type *types;
  int32_t type_count, type_capacity;
  wm_set *sets;
  int32_t set_count, set_capacity;
  wm_filter **filters;
  int32_t filter_count, filter_capacity;
  wm_memo *memos;
  int32_t memo_count;
  struct { const char *text; size_t length; } *pool;
  int32_t pool_count, pool_capacity;
  wm_reads reads;
  uint64_t stale[WM_READ_WORDS];
  char *trace;
  size_t trace_length;
  bool trace_cut;
  wm_node *nodes;
  int32_t node_count, node_capacity;
  char result_text[2048];
  struct { int32_t upvalue; } *locals;
  int32_t local_count, local_capacity;
  int pool_ref, env_ref, globals_ref, modules_ref, functions_ref, local_owners_ref, local_values_ref;
  int32_t function_count;
  const char *k_has, *k_get, *k_count, *k_any, *k_all, *k_latest, *k_earliest, *k_sum, *k_year, *k_month, *k_day;
};

static inline wm_vm *wm_of(lua_State *L) { return *(wm_vm **)lua_getextraspace(L); }

// ---- handles: light userdata, so that dates, records and lists cost no allocation -------------------
// record: kind 4 bits, type 8, cell 28, generation 24. list: kind 4, type 8 and field 8 of the list, generation 24 above cell 20.

enum { WM_GENERATIONS = 1 << 24, WM_MAX_RECORD_TYPES = 255, WM_MAX_CELLS = 1 << 28 };

static inline int64_t wm_bits(lua_State *L, int index) { return (int64_t)(intptr_t)lua_touserdata(L, index); }
static inline void wm_push_bits(lua_State *L, int64_t bits) { lua_pushlightuserdata(L, (void *)(intptr_t)bits); }
static inline int64_t wm_make(int kind, int64_t number) { return (int64_t)((uint64_t)number << 4) | kind; }
static inline int64_t wm_record_bits(uint32_t generation, int32_t type, int64_t cell) {
  return (int64_t)((uint64_t)generation << 40 | (uint64_t)cell << 12 | (uint64_t)type << 4 | WM_RECORD);
}
// A list's header is in the fixed part of the row, so its cell needs fewer bits.
static inline int64_t wm_list_bits(uint32_t generation, int32_t type, int32_t field) {
  return (int64_t)((uint64_t)generation << 40 | (uint64_t)field << 12 | (uint64_t)type << 4 | WM_LIST);
}
static inline int32_t wm_type_of(int64_t bits) { return (int32_t)(bits >> 4 & 255); }
static inline int64_t wm_cell_of(int64_t bits) { return bits >> 12 & (WM_MAX_CELLS - 1); }
static inline uint32_t wm_generation_of(int64_t bits) { return (uint32_t)((uint64_t)bits >> 40); }
static inline bool wm_is(lua_State *L, int index, int kind) {
  return lua_type(L, index) == LUA_TLIGHTUSERDATA && wm_handle_kind(wm_bits(L, index)) == kind;
}

enum { WM_SIGNAL_UNKNOWN = 1, WM_SIGNAL_FAULT, WM_SIGNAL_BREACH };
#define WM_NONE INT64_MIN

// ---- faults ---------------------------------------------------------------------------------------

// Raises a fault that no pcall of a script can swallow.
_Noreturn void wm_raise(lua_State *L, wm_code code, const char *format, ...) __attribute__((format(printf, 3, 4)));
_Noreturn void wm_raise_name(lua_State *L, wm_code code, wm_name_problem problem, int32_t type, int32_t field, const char *name);
_Noreturn void wm_raise_unknown_field(lua_State *L, int32_t read_id);
_Noreturn void wm_raise_unknown_slot(lua_State *L, int32_t slot);
_Noreturn void wm_raise_status(lua_State *L, wm_status status);
void wm_set_breach(wm_vm *vm, wm_code code);
void wm_find_place(lua_State *L, wm_outcome *outcome);
int wm_signal(lua_State *L, int index);  // 0: not a signal

// ---- parts ----------------------------------------------------------------------------------------

wm_status wm_run_protected(wm_vm *vm, lua_CFunction function, void *argument);

void wm_install_handles(lua_State *L);
void wm_install_sandbox(lua_State *L);
void wm_install_tables(lua_State *L);
void wm_install_strings(lua_State *L);
void wm_install_math(lua_State *L);
void wm_push_value(lua_State *L, wm_vm *vm, const wm_value *value);
void wm_read_value(lua_State *L, int index, wm_value *value);
int wm_push_field(lua_State *L, wm_vm *vm, int64_t bits, const wm_field *field);
const wm_field *wm_lookup(const wm_vm *vm, const wm_type *type, const char *key);
void wm_mark(wm_vm *vm, int32_t read_id);
void wm_see_lists(wm_vm *vm);
bool wm_has_value(wm_vm *vm, int64_t bits, const wm_field *field);
int wm_record_index(lua_State *L);
int wm_list_index(lua_State *L);
int wm_list_length(lua_State *L);
int64_t wm_list_header(lua_State *L, int index, const wm_field **list, int32_t cell);
int wm_namespace_index(lua_State *L);
int wm_set_index(lua_State *L);
int wm_make_filter(lua_State *L);
void wm_free_filters(wm_vm *vm);
void wm_forget_bindings(wm_vm *vm);
int wm_verb_count(lua_State *L);
int wm_verb_any(lua_State *L);
int wm_verb_all(lua_State *L);
int wm_verb_latest(lua_State *L);
int wm_verb_earliest(lua_State *L);
int wm_verb_sum(lua_State *L);
// Pushes the table that holds a table's contents: the table itself, or what a read-only view stands for.
// Returns true for a read-only one.
bool wm_push_contents(lua_State *L, int index);
void wm_freeze_table(lua_State *L, int index);
void wm_format_day(int64_t day, char text[16]);
bool wm_parse_day(const char *text, size_t length, int64_t *day);
int64_t wm_add_months(int64_t day, int64_t months);
void wm_day_parts(int64_t day, int64_t *year, int64_t *month, int64_t *day_of_month);
int64_t wm_whole_years(int64_t from, int64_t to);
int wm_next_sorted(lua_State *L);
int wm_compare_keys(lua_State *L, int a, int b);

#endif
