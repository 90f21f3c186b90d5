#ifndef WM_INTERNAL_H
#define WM_INTERNAL_H

#include <assert.h>
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
typedef struct wm_bound_filter wm_bound_filter;
typedef struct wm_tally wm_tally;
typedef struct wm_tallied_list wm_tallied_list;
typedef struct wm_direct wm_direct;
typedef struct wm_recall wm_recall;
typedef struct wm_recorder wm_recorder;

struct wm_vm {
  lua_State *L;
  wm_host host;
  wm_limits limits;
  wm_outcome outcome;
  size_t prefix;             // bytes of an error's text that only repeat its place
  size_t used, settled;      // bytes now, and once loading had ended
  const void *refused_block; // what the allocator refused last, to know its second try
  size_t refused_size;
  int32_t refusals;
  int64_t steps;
  int64_t next_look;         // at how many steps the clock is looked at next
  int64_t deadline;          // of the clock, in nanoseconds; 0: it has not been looked at yet
  size_t reasons;            // bytes of text that functions gave back
  int32_t depth;
  int32_t breach;            // wm_code, sticky until wm_begin
  bool long_text;            // the breach was one text that is too long
  bool incomplete;           // something could not be set up for want of memory
  bool loading, sealed, loading_read_date;
  bool unchecked;            // a rule has run since the locals were last compared
  int64_t today;
  uint32_t generation;
  int64_t root_bits;         // the row's
  int64_t begun;             // how often wm_begin was called
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
  uint32_t forgotten;        // how often bindings were forgotten
  wm_tallied_list *tallied;
  wm_memo *memos;
  int32_t memo_count;
  struct { const char *text; size_t length; } *pool;
  int32_t pool_count, pool_capacity;
  wm_reads reads;            // of the call that runs
  wm_reads inner_reads, all_reads;
  const wm_reads *last;      // of the call that ended last
  int32_t read_words, memo_words;  // words of these that can have a bit
  uint64_t stale[WM_READ_WORDS];
  char *trace;
  size_t trace_length;
  wm_node *nodes;
  int32_t node_count, node_capacity;
  wm_value results[2];       // of the call that ended last
  char result_texts[2][2048];
  struct { int32_t upvalue; const void *id; } *locals;
  int32_t local_count, local_capacity;
  int pool_ref, env_ref, globals_ref, modules_ref, data_ref, functions_ref, local_owners_ref, local_values_ref, global_owners_ref;
  int32_t function_count;
  wm_direct *direct;          // NULL: no function can be run without Lua
  bool runs_direct, never_direct;
  wm_recorder *recorder;      // of the call that runs without Lua; NULL: what it reads is not recorded
  wm_calls calls;             // since wm_begin
  size_t shown;               // bytes of texts that rules read without Lua, since wm_go_direct
  bool doubtful;              // something came up that only an evaluation by Lua alone can settle
  struct wm_lines *lines;     // NULL: nobody has asked for them
  bool records_lines;
  const char *k_has, *k_get, *k_count, *k_any, *k_all, *k_latest, *k_earliest, *k_sum, *k_year, *k_month, *k_day;
};

// Copies a value as the two words that it was written as. The processor stalls where sixteen bytes are read at once that came in two
// parts just before, and what an instruction made is mostly read by the next.
static inline void wm_move(wm_value *to, const wm_value *from) {
  uint64_t words[2];
  memcpy(words, from, sizeof words);
  __asm__("" : "+r"(words[0]), "+r"(words[1]));  // or they would be made one again
  memcpy(to, words, sizeof words);
}
static_assert(sizeof(wm_value) == 2 * sizeof(uint64_t), "a value is two words");

// Four words one after another are quicker than a loop over two; a set has sixteen, so there always are four. Each by itself, as the
// processor stalls where two are read at once that were written one by one just before.
static inline void wm_join_words(uint64_t *to, const uint64_t *from, int32_t count) {
  for (int32_t i = 0; i < 4; i++) {
    uint64_t word = from[i];
    __asm__("" : "+r"(word));
    to[i] |= word;
  }
  for (int32_t i = 4; i < count; i++) to[i] |= from[i];
}

static inline wm_vm *wm_of(lua_State *L) { return *(wm_vm **)lua_getextraspace(L); }

// ---- handles: light userdata, so that dates, records and lists cost no allocation -------------------
// record: kind 4 bits, type 8, cell 28, generation 24. list: kind 4, type 8 and field 28 of the list, generation 24.

enum { WM_GENERATIONS = 1 << 24, WM_MAX_RECORD_TYPES = 256, WM_MAX_CELLS = 1 << 28 };

static inline int64_t wm_bits(lua_State *L, int index) { return (int64_t)(intptr_t)lua_touserdata(L, index); }
static inline void wm_push_bits(lua_State *L, int64_t bits) { lua_pushlightuserdata(L, (void *)(intptr_t)bits); }
static inline int64_t wm_make(int kind, int64_t number) { return (int64_t)((uint64_t)number << 4 | (uint64_t)kind); }
static inline int64_t wm_record_bits(uint32_t generation, int32_t type, int64_t cell) {
  return (int64_t)((uint64_t)generation << 40 | (uint64_t)cell << 12 | (uint64_t)type << 4 | WM_RECORD);
}
static inline int64_t wm_list_bits(uint32_t generation, int32_t type, int32_t field) {
  return (int64_t)((uint64_t)generation << 40 | (uint64_t)field << 12 | (uint64_t)type << 4 | WM_LIST);
}
static inline int32_t wm_type_of(int64_t bits) { return (int32_t)(bits >> 4 & 255); }
static inline int64_t wm_cell_of(int64_t bits) { return bits >> 12 & (WM_MAX_CELLS - 1); }
static inline uint32_t wm_generation_of(int64_t bits) { return (uint32_t)((uint64_t)bits >> 40); }
static inline bool wm_is(lua_State *L, int index, int kind) {
  return lua_type(L, index) == LUA_TLIGHTUSERDATA && wm_handle_kind(wm_bits(L, index)) == kind;
}
// A list's stretch of items: the first one's cell and how many.
static inline int64_t wm_stretch_first(int64_t stretch) { return (int64_t)(uint32_t)stretch; }
static inline int64_t wm_stretch_count(int64_t stretch) { return (int64_t)((uint64_t)stretch >> 32); }

enum { WM_SIGNAL_UNKNOWN = 1, WM_SIGNAL_FAULT, WM_SIGNAL_BREACH };
#define WM_NONE INT64_MIN

// ---- limits.c -------------------------------------------------------------------------------------

void *wm_capped_alloc(void *context, void *block, size_t old_size, size_t new_size);
void wm_arm(wm_vm *vm);
void wm_set_breach(wm_vm *vm, wm_code code);
// Counts work that the hook cannot see, and raises where it is too much.
void wm_weigh(lua_State *L, wm_vm *vm);
static inline void wm_charge(lua_State *L, int64_t steps) {
  wm_vm *vm = wm_of(L);
  vm->steps += steps;
  if (vm->breach != 0 || vm->steps > vm->limits.instructions || vm->steps >= vm->next_look) wm_weigh(L, vm);
}
// Calls a function from C on behalf of a rule, with arguments as lua_call, and counts how deep that goes. An error leaves
// the count to whoever catches it, who keeps vm->depth of before.
void wm_call_inside(lua_State *L, int arguments, int results);

// Counts a call within a call through C.
void wm_go_deeper(wm_vm *vm);

// ---- direct_link.c, direct_run.c ------------------------------------------------------------------

// Makes functions ready to be run without Lua; false where memory or limits do not allow it.
bool wm_link_direct(wm_vm *vm);
// Counts work; false where so much was done by now that only Lua can tell whether a limit is reached.
bool wm_spend(wm_vm *vm, int64_t steps);
void wm_free_direct(wm_vm *vm);
typedef enum { WM_WELL, WM_NOT_KNOWN, WM_ASTRAY } wm_way;
// Calls a function without Lua. WM_ASTRAY: Lua has to call it, and nothing has happened yet. What it comes to is kept in `recall`,
// where that is not NULL.
wm_way wm_direct_call(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count, wm_recall *recall, wm_value results[2]);

// ---- lines.c --------------------------------------------------------------------------------------

void wm_note_line(lua_State *L, lua_Debug *record);
void wm_free_lines(wm_vm *vm);

// ---- faults.c -------------------------------------------------------------------------------------

// Raises a fault that no pcall of a script can swallow.
_Noreturn void wm_raise(lua_State *L, wm_code code, const char *format, ...) __attribute__((format(printf, 3, 4)));
_Noreturn void wm_raise_name(lua_State *L, wm_code code, wm_name_problem problem, int32_t type, int32_t field, const char *name);
_Noreturn void wm_raise_unknown_field(lua_State *L, int32_t read_id);
_Noreturn void wm_raise_unknown_slot(lua_State *L, int32_t slot);
_Noreturn void wm_raise_status(lua_State *L, wm_status status);
void wm_find_place(lua_State *L, wm_outcome *outcome);
int wm_signal(lua_State *L, int index);  // 0: not a signal
int wm_note_place(lua_State *L);         // the message handler of every protected call
wm_status wm_finish(wm_vm *vm, int lua_status);
wm_status wm_run_protected(wm_vm *vm, lua_CFunction function, void *argument);

// ---- loading.c ------------------------------------------------------------------------------------

int wm_require(lua_State *L);
// Makes the values on the stack from `first` to `last` the nodes of one table.
void wm_read_arguments(lua_State *L, int first, int last);

// ---- objects.c ------------------------------------------------------------------------------------

int wm_object_call(lua_State *L);
int wm_object_index(lua_State *L);
int wm_object_length(lua_State *L);

// ---- calendar.c -----------------------------------------------------------------------------------

enum { WM_EARLIEST = -719162, WM_LATEST = 2932896 };  // 0001-01-01, 9999-12-31

void wm_format_day(int64_t day, char text[16]);
bool wm_parse_day(const char *text, size_t length, int64_t *day);
int64_t wm_add_months(int64_t day, int64_t months);
void wm_day_parts(int64_t day, int64_t *year, int64_t *month, int64_t *day_of_month);
int64_t wm_whole_years(int64_t from, int64_t to);

// ---- handles.c, values.c --------------------------------------------------------------------------

void wm_install_handles(lua_State *L);
// Pushes a pooled text from within `__index` of a handle, which has the pool at hand. Elsewhere it is a text of another kind.
static inline void wm_push_own_text(lua_State *L, lua_Integer place) { lua_rawgeti(L, lua_upvalueindex(1), place + 1); }
const char *wm_noun(lua_State *L, int index);  // `a date`, `text`
void wm_push_value(lua_State *L, wm_vm *vm, const wm_value *value);
void wm_read_value(lua_State *L, int index, wm_value *value);
int wm_set_index(lua_State *L);
// Whether a key is a whole number, as Lua's own tables take one.
bool wm_place_argument(lua_State *L, int index, lua_Integer *place);

// ---- types.c, records.c, lists.c, namespaces.c ------------------------------------------------------

const wm_field *wm_lookup(const wm_type *type, const char *key);
// Only by its address: a text that Lua does not keep, or one that does not end with a zero, is no field's name.
const wm_field *wm_lookup_kept(const wm_type *type, const char *key);
static inline void wm_mark(wm_vm *vm, int32_t read_id) {
  if (read_id >= 0 && read_id < WM_READ_WORDS * 64) vm->reads.fields[read_id >> 6] |= 1ull << (read_id & 63);
}
bool wm_has_value(wm_vm *vm, int64_t bits, const wm_field *field);
// What a field holds that has a value; a text of an enumeration is a pooled one. False: the record cannot be one of this row.
bool wm_field_value(wm_vm *vm, int64_t bits, const wm_field *field, wm_value *value);
_Noreturn void wm_raise_stale(lua_State *L);
static inline void wm_check_generation(lua_State *L, const wm_vm *vm, int64_t bits) {
  if (wm_generation_of(bits) != vm->generation) wm_raise_stale(L);
}
int wm_record_index(lua_State *L, int64_t bits);
void wm_see_lists(wm_vm *vm);
int wm_list_index(lua_State *L, int64_t bits);
int wm_list_length(lua_State *L);
lua_Integer wm_border(lua_State *L, int index);
int wm_length(lua_State *L);
// The items that a rule may see: those that count, or those set aside. `list` is set to the list's field.
int64_t wm_list_stretch(lua_State *L, int index, const wm_field **list, bool aside);
int wm_namespace_index(lua_State *L, int64_t bits);

// ---- filters.c, binding.c, verbs.c ------------------------------------------------------------------

int wm_make_filter(lua_State *L);
void wm_free_filters(wm_vm *vm);
void wm_forget_bindings(wm_vm *vm);
int wm_verb_count(lua_State *L);
int wm_verb_any(lua_State *L);
int wm_verb_all(lua_State *L);
int wm_verb_latest(lua_State *L);
int wm_verb_earliest(lua_State *L);
int wm_verb_sum(lua_State *L);
typedef enum { WM_ASK_COUNT, WM_ASK_ANY, WM_ASK_ALL, WM_ASK_LATEST, WM_ASK_EARLIEST } wm_verb;
// The binding of a filter to a list, by their bits; NULL: there is none yet. It holds until vm->forgotten changes.
const wm_bound_filter *wm_binding(const wm_vm *vm, int64_t filter, int64_t list);
// The same without Lua: a list's bits, and the binding of a filter or NULL for every item. False: only Lua's own way can tell.
bool wm_ask(wm_vm *vm, wm_verb verb, int64_t list, const wm_bound_filter *bound, wm_value *answer);
// The same without noting what it reads.
bool wm_answer_question(wm_vm *vm, wm_verb verb, int64_t list, const wm_bound_filter *bound, wm_value *answer);

// ---- freeze.c, order.c ------------------------------------------------------------------------------

// Pushes the table that holds a table's contents: the table itself, or what a read-only view stands for.
// Returns true for a read-only one.
bool wm_push_contents(lua_State *L, int index);
void wm_freeze_table(lua_State *L, int index);
int wm_compare_keys(lua_State *L, int a, int b);
// (table, previous key) -> (table, key, value) and 1, or (table) and 0.
int wm_next_sorted(lua_State *L);
// Pushes a list of a table's keys in order, without the places 1 to `skip`, and gives their number.
lua_Integer wm_push_sorted_keys(lua_State *L, int table, lua_Integer skip);
int wm_ordered_pairs(lua_State *L);   // upvalue: the stock ipairs
int wm_ordered_next(lua_State *L);
int wm_pairs_step(lua_State *L);

// ---- the sandbox --------------------------------------------------------------------------------------

void wm_install_sandbox(lua_State *L);
void wm_install_tables(lua_State *L);
void wm_install_strings(lua_State *L);
void wm_install_math(lua_State *L);
void wm_install_library(lua_State *L, const char *name);  // the table on the stack's top, read only from now on
void wm_copy_functions(lua_State *L, int from, int to, const char *const *names);
// Replaces functions of the table at `to` by ones that charge for the length of their first argument.
void wm_copy_charged(lua_State *L, int from, int to, const char *const *names);
int wm_tostring(lua_State *L);
int wm_string_find(lua_State *L);
int wm_string_match(lua_State *L);
int wm_string_gmatch(lua_State *L);
int wm_string_gsub(lua_State *L);
int wm_gmatch_step(lua_State *L);

#endif
