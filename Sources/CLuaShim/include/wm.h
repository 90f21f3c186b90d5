// The whole of what Swift sees of Lua. Nothing here shows a lua_State, and no function here lets a
// longjmp reach its caller: whatever can raise runs under lua_pcall inside this target.
#ifndef WM_H
#define WM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct wm_vm wm_vm;

// ---- values -------------------------------------------------------------------------------------

typedef enum {
  WM_NIL, WM_BOOL, WM_INT, WM_NUMBER,
  WM_STRING,    // text, valid until the next call into the vm
  WM_POOLED,    // i: index of a string kept for the life of the vm (wm_intern)
  WM_HANDLE,    // i: bits of a date, span, record, list, filter, set or namespace
  WM_TABLE, WM_FUNCTION,  // WM_FUNCTION: i is the id for wm_call
  WM_OTHER
} wm_tag;

typedef struct {
  int32_t tag;
  int32_t length;  // of text
  union { int64_t i; double d; const char *text; } as;
} wm_value;

// Kinds of handle, in the low four bits of the bits.
typedef enum {
  WM_DATE = 1, WM_DAYS, WM_MONTHS, WM_RECORD, WM_LIST, WM_FILTER, WM_SET, WM_NAMESPACE, WM_SIGNAL,
  WM_OBJECT     // of the host: what its number stands for only the host knows
} wm_handle;

static inline int64_t wm_object_bits(int32_t object) { return (int64_t)object << 4 | WM_OBJECT; }
static inline int wm_handle_kind(int64_t bits) { return (int)(bits & 15); }
static inline int64_t wm_date_bits(int64_t day) { return (int64_t)((uint64_t)day << 4) | WM_DATE; }
static inline int64_t wm_handle_number(int64_t bits) { return bits >> 4; }

typedef enum {
  WM_OK,
  WM_UNKNOWN,  // stopped at data that has no value: wm_outcome.unknown_*
  WM_FAULT,    // a rule broke the contract or failed: wm_outcome
  WM_BREACH,   // a limit was reached; the evaluation is over: wm_outcome
} wm_status;

typedef enum {
  WM_CODE_NONE, WM_CODE_SYNTAX, WM_CODE_LUA, WM_CODE_UNDEFINED_NAME, WM_CODE_UNKNOWN_FIELD, WM_CODE_UNDECLARED_FIELD,
  WM_CODE_READ_ONLY, WM_CODE_ARGUMENT, WM_CODE_STALE_RECORD, WM_CODE_CHANGED_LOCAL, WM_CODE_HOST,
  WM_CODE_INSTRUCTIONS, WM_CODE_MEMORY, WM_CODE_MODULE, WM_CODE_TIME, WM_CODE_DEPTH, WM_CODE_REASONS
} wm_code;

// How the last call ended. Texts are valid until the next call.
typedef struct {
  int32_t code;
  int32_t line;            // 0: not known
  char file[256];          // chunk name, empty: not known
  char message[2048];
  int32_t unknown_field;   // read id, or -1
  int32_t unknown_slot;    // memo slot, or -1
} wm_outcome;

// ---- what the vm asks of its host --------------------------------------------------------------

// One value of a declaration's table, depth first. A table's children follow it; `next` is the index after its last one.
typedef struct {
  wm_value key;     // WM_INT for the array part, WM_STRING for names
  wm_value value;
  int32_t next;
  int32_t line;     // of a function: where it starts
} wm_node;

typedef enum { WM_NAME_GLOBAL, WM_NAME_FIELD, WM_NAME_UNDECLARED, WM_NAME_CONDITION, WM_NAME_VALUE, WM_NAME_WRITE } wm_name_problem;

typedef enum { WM_USE_CALL, WM_USE_INDEX, WM_USE_LENGTH } wm_object_use;

typedef struct {
  void *context;
  // A declaration was met. Returns 0, or writes why not to `error` and returns 1.
  int32_t (*declare)(void *context, const char *kind, const char *name, const char *file, int32_t line,
                     const wm_node *nodes, int32_t count, char *error, size_t capacity);
  // Work out the memo slot that a rule reads. Returns WM_OK once the slot is known or unknown; a slot left unset is unknown.
  wm_status (*compute)(void *context, int32_t slot);
  // A method of a namespace, such as `mean_score`, was called with one text.
  wm_status (*method)(void *context, int32_t type, const char *argument, wm_value *result, char *error, size_t capacity);
  // Put into words what is wrong with a name.
  void (*explain)(void *context, wm_name_problem problem, int32_t type, int32_t field, const char *name, char *text, size_t capacity);
  // The source of a module that `require` names. Returns 0, or writes why not and returns 1.
  int32_t (*module)(void *context, const char *name, const char **source, size_t *length, char *chunk, size_t chunk_capacity,
                    char *error, size_t capacity);
  // Lua calls one of the host's objects, asks it for a part or for its length. `nodes` are the arguments, as a table. A text
  // in `result` must stay until the next call of this. Returns 0, or writes why not to `error` and returns 1.
  int32_t (*object)(void *context, int32_t object, wm_object_use use, const char *file, int32_t line, const wm_node *nodes,
                    int32_t count, wm_value *result, char *error, size_t capacity);
} wm_host;

// ---- life of a vm -------------------------------------------------------------------------------

typedef struct {
  int64_t instructions;  // for one evaluation, or for the loading of one file; library functions are charged by their work
  size_t memory;         // bytes, of the whole state
  size_t trace;          // bytes of print output kept
  size_t text;           // bytes of the longest string
  size_t reasons;        // bytes of all texts that functions give back
  int64_t milliseconds;  // by the clock
  int32_t depth;         // protected calls, comparisons, replacements and answers inside one another
  bool uncounted;        // instructions are not counted and the clock is not looked at
} wm_limits;

wm_vm *wm_open(const wm_limits *limits, const wm_host *host);  // NULL: no memory
void wm_close(wm_vm *vm);
const wm_outcome *wm_last(const wm_vm *vm);

// Reads a table of plain data: the chunk sees no names at all. Nodes are valid until the next call.
wm_status wm_load_data(wm_vm *vm, const char *source, size_t length, const char *chunk, const wm_node **nodes, int32_t *count);
// Runs a rule file, whose declarations arrive through wm_host.declare. Types and globals must be there before.
wm_status wm_load_rules(wm_vm *vm, const char *source, size_t length, const char *chunk);
void wm_add_declaration(wm_vm *vm, const char *kind, bool named);
// Ends loading: globals, tables and locals that rules can reach become read only. `assigned`: names that some file assigns to.
wm_status wm_seal(wm_vm *vm, const char *const *assigned, int32_t count);
bool wm_loading_read_date(const wm_vm *vm);

// ---- types, strings, sets, memo ----------------------------------------------------------------

typedef enum {
  WM_FIELD_BOOL, WM_FIELD_INT, WM_FIELD_NUMBER, WM_FIELD_TEXT, WM_FIELD_WORDS, WM_FIELD_DATE, WM_FIELD_ENUM, WM_FIELD_YEARS,
  WM_FIELD_RECORD, WM_FIELD_LIST,
  WM_FIELD_NAMESPACE, WM_FIELD_MEMO, WM_FIELD_CONSTANT, WM_FIELD_METHOD
} wm_field_kind;

enum { WM_DECLARED = 1 };

typedef struct {
  const char *name;
  int32_t kind;
  int32_t read_id;      // names the field in wm_reads; -1: not recorded
  int32_t cell;         // from the row's or the item's start; WM_FIELD_YEARS: the date's cell
  int32_t type;         // RECORD, LIST (item type), NAMESPACE: type id; METHOD: passed to the host
  int32_t slot;         // MEMO: slot
  int32_t pool;         // ENUM: first value's pool index
  int32_t pool_count;   // ENUM: number of values
  int32_t flags;
  int32_t age_cell;     // cell of the date that tells its age, -1: none
  int32_t stride;       // LIST
  int32_t date_cell;    // LIST: its items' date, -1: none
  int32_t aside_cell, aside_value;        // LIST: items kept aside unless a filter names them; -1: none
  wm_value constant;
} wm_field_spec;

int32_t wm_add_type(wm_vm *vm, const char *label);                          // -1: no memory
int32_t wm_add_field(wm_vm *vm, int32_t type, const wm_field_spec *spec);   // -1: no memory
void wm_withhold(wm_vm *vm, int32_t type, int32_t cell, int64_t value);     // text of items of the type with that enum value
// Oldest day that still counts for a field with a date, and INT64_MIN for no limit. Set again with each date of the run.
void wm_set_oldest(wm_vm *vm, int32_t type, int32_t field, int64_t day);
int32_t wm_intern(wm_vm *vm, const char *text, size_t length);              // -1: no memory
int32_t wm_add_set(wm_vm *vm);
void wm_set_assign(wm_vm *vm, int32_t set, const wm_value *values, int32_t count);
int64_t wm_set_bits(int32_t set);
int64_t wm_namespace_bits(int32_t type);
wm_status wm_define_global(wm_vm *vm, const char *name, const wm_value *value);
int32_t wm_find_field(const wm_vm *vm, int32_t type, const char *name);     // -1: none

typedef enum { WM_MEMO_UNSET, WM_MEMO_KNOWN, WM_MEMO_UNKNOWN } wm_memo_state;
typedef struct { wm_value value; int32_t state; } wm_memo;
wm_memo *wm_memos(wm_vm *vm, int32_t count);  // makes room for `count`; the address holds until the next call of this

// ---- evaluation ---------------------------------------------------------------------------------

void wm_set_date(wm_vm *vm, int64_t day);
// Binds the row that rules will see, and forgets all of the one before. `root` is the type of a nominal.
void wm_begin(wm_vm *vm, int32_t root, int64_t *cells, size_t cell_count, const uint8_t *strings, size_t string_count);
int64_t wm_root_bits(const wm_vm *vm);
// After wm_begin: until the next one, functions of everyday rules run without Lua. What they give is the same. An evaluation
// that is doubtful at its end, or in which a call was WM_FAULT or WM_BREACH, has to be done again from wm_begin on, without this:
// whether a limit is reached only Lua tells.
void wm_go_direct(wm_vm *vm);
bool wm_is_doubtful(const wm_vm *vm);
// Functions called since wm_begin, how many of them ended without Lua, and how many of those were not run at all, as they had read the
// same before.
typedef struct { int32_t all, direct, recalled; } wm_calls;
wm_calls wm_calls_since_begin(const wm_vm *vm);
wm_status wm_call(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count);
// Two: of the call that ended last; where it was not WM_OK they say nothing. The address holds for the life of the vm.
const wm_value *wm_results(const wm_vm *vm);
// After a call: WM_FAULT if a rule changed a local of a file, which is put back. wm_begin puts back what was not checked.
wm_status wm_check_locals(wm_vm *vm);
bool wm_watches_locals(const wm_vm *vm);

enum { WM_READ_WORDS = 16, WM_MEMO_WORDS = 16 };
typedef struct {
  uint64_t fields[WM_READ_WORDS];
  uint64_t memos[WM_MEMO_WORDS];
  bool withheld;  // text that no explanation may show was read
} wm_reads;
// What the last call that ended read, calls for the slots that it asked for not included; and everything since wm_begin.
const wm_reads *wm_last_reads(const wm_vm *vm);
const wm_reads *wm_all_reads(const wm_vm *vm);
// Counts what the host looks at for a rule among everything that was read.
void wm_add_reads(wm_vm *vm, const wm_reads *reads);
const uint64_t *wm_stale(const wm_vm *vm);   // fields met since wm_begin whose value is too old
const char *wm_trace(const wm_vm *vm, size_t *length);
int64_t wm_instructions(const wm_vm *vm);
size_t wm_memory(const wm_vm *vm);

// ---- lines --------------------------------------------------------------------------------------

// Lines of one chunk, a bit for each: line 70 is bit 6 of word 1. `code`: those that have code which can run, in functions
// that declarations hold and in functions that those can reach. `run`: those that ran, for the caller to clear.
typedef struct {
  char *name;
  uint64_t *code, *run;
  int32_t words;
} wm_chunk_lines;

// Finds them once loading has ended; not while a function runs.
wm_status wm_find_lines(wm_vm *vm);
// From the next wm_begin on. Nothing is recorded before wm_find_lines.
void wm_record_lines(wm_vm *vm, bool on);
int32_t wm_chunk_count(const wm_vm *vm);
const wm_chunk_lines *wm_chunk_at(const wm_vm *vm, int32_t place);

double wm_exp(double x);
double wm_log(double x);

#endif
