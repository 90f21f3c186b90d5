// The life of a vm, what its host puts into it, and evaluation.
#include <stdio.h>
#include <stdlib.h>

#include "recall.h"

// ---- life -----------------------------------------------------------------------------------------

static const char *anchor(lua_State *L, const char *text) {
  const char *kept = lua_pushstring(L, text);
  luaL_ref(L, LUA_REGISTRYINDEX);
  return kept;
}

static int set_up(lua_State *L) {
  wm_vm *vm = wm_of(L);
  int *references[] = { &vm->pool_ref, &vm->env_ref, &vm->globals_ref, &vm->modules_ref, &vm->data_ref, &vm->functions_ref,
                        &vm->local_owners_ref, &vm->local_values_ref, &vm->global_owners_ref };
  for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
    lua_newtable(L);
    *references[i] = luaL_ref(L, LUA_REGISTRYINDEX);
  }
  vm->k_has = anchor(L, "has"), vm->k_get = anchor(L, "get");
  vm->k_count = anchor(L, "count"), vm->k_any = anchor(L, "any"), vm->k_all = anchor(L, "all");
  vm->k_latest = anchor(L, "latest"), vm->k_earliest = anchor(L, "earliest"), vm->k_sum = anchor(L, "sum");
  vm->k_year = anchor(L, "year"), vm->k_month = anchor(L, "month"), vm->k_day = anchor(L, "day");
  // Lua makes this text outside any protected call; kept, it needs no memory then.
  anchor(L, "error in error handling");
  wm_install_handles(L);
  wm_install_sandbox(L);
  return 0;
}

wm_vm *wm_open(const wm_limits *limits, const wm_host *host) {
  wm_vm *vm = calloc(1, sizeof *vm);
  if (vm == NULL) return NULL;
  vm->limits = *limits;
  vm->host = *host;
  vm->loading = true;
  vm->last = &vm->reads;
  vm->outcome.unknown_field = vm->outcome.unknown_slot = -1;
  vm->read_words = 2, vm->memo_words = 1;
  vm->trace = malloc(limits->trace + 1);
  vm->L = vm->trace == NULL ? NULL : lua_newstate(wm_capped_alloc, vm);
  if (vm->L == NULL) {
    free(vm->trace);
    free(vm);
    return NULL;
  }
  *(wm_vm **)lua_getextraspace(vm->L) = vm;
  if (wm_run_protected(vm, set_up, NULL) != WM_OK) {
    wm_close(vm);
    return NULL;
  }
  wm_arm(vm);
  return vm;
}

void wm_close(wm_vm *vm) {
  lua_close(vm->L);
  for (int32_t i = 0; i < vm->type_count; i++) {
    free(vm->types[i].label);
    free(vm->types[i].fields);
  }
  for (int32_t i = 0; i < vm->set_count; i++) {
    free(vm->sets[i].values);
    free(vm->sets[i].texts);
    free(vm->sets[i].lengths);
  }
  wm_free_filters(vm);
  wm_free_lines(vm);
  wm_free_direct(vm);
  free(vm->types);
  free(vm->sets);
  free(vm->memos);
  free(vm->pool);
  free(vm->trace);
  free(vm->nodes);
  free(vm->locals);
  free(vm->lists);
  free(vm);
}

const wm_outcome *wm_last(const wm_vm *vm) { return &vm->outcome; }
bool wm_loading_read_date(const wm_vm *vm) { return vm->loading_read_date; }
const wm_reads *wm_last_reads(const wm_vm *vm) { return vm->last; }
const wm_reads *wm_all_reads(const wm_vm *vm) { return &vm->all_reads; }
const uint64_t *wm_stale(const wm_vm *vm) { return vm->stale; }
int64_t wm_instructions(const wm_vm *vm) { return vm->steps; }
size_t wm_memory(const wm_vm *vm) { return vm->used; }
const char *wm_trace(const wm_vm *vm, size_t *length) {
  *length = vm->trace_length;
  return vm->trace;
}

// ---- strings, sets, memo, globals -----------------------------------------------------------------

typedef struct { const char *text; size_t length; const char *kept; } intern_request;

static int intern(lua_State *L) {
  intern_request *request = lua_touserdata(L, 1);
  wm_vm *vm = wm_of(L);
  const char *kept = lua_pushlstring(L, request->text, request->length);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->pool_ref);
  lua_pushvalue(L, -2);
  lua_rawseti(L, -2, vm->pool_count + 1);
  request->kept = kept;
  return 0;
}

int32_t wm_intern(wm_vm *vm, const char *text, size_t length) {
  if (vm->pool_count == vm->pool_capacity) {
    int32_t capacity = vm->pool_capacity == 0 ? 256 : vm->pool_capacity * 2;
    void *moved = realloc(vm->pool, (size_t)capacity * sizeof *vm->pool);
    if (moved == NULL) return vm->incomplete = true, -1;
    vm->pool = moved;
    vm->pool_capacity = capacity;
  }
  intern_request request = { text, length, NULL };
  wm_run_protected(vm, intern, &request);
  if (request.kept == NULL) return vm->incomplete = true, -1;
  vm->pool[vm->pool_count].text = request.kept;
  vm->pool[vm->pool_count].length = length;
  return vm->pool_count++;
}

int32_t wm_add_set(wm_vm *vm) {
  if (vm->set_count == vm->set_capacity) {
    int32_t capacity = vm->set_capacity == 0 ? 16 : vm->set_capacity * 2;
    wm_set *moved = realloc(vm->sets, (size_t)capacity * sizeof *moved);
    if (moved == NULL) return vm->incomplete = true, -1;
    vm->sets = moved;
    vm->set_capacity = capacity;
  }
  memset(&vm->sets[vm->set_count], 0, sizeof(wm_set));
  return vm->set_count++;
}

static bool make_room(wm_set *set, int32_t count) {
  if (count <= set->capacity) return true;
  wm_value *values = realloc(set->values, (size_t)count * sizeof *values);
  if (values != NULL) set->values = values;
  const char **texts = realloc(set->texts, (size_t)count * sizeof *texts);
  if (texts != NULL) set->texts = texts;
  size_t *lengths = realloc(set->lengths, (size_t)count * sizeof *lengths);
  if (lengths != NULL) set->lengths = lengths;
  if (values == NULL || texts == NULL || lengths == NULL) return false;
  set->capacity = count;
  return true;
}

void wm_set_assign(wm_vm *vm, int32_t index, const wm_value *values, int32_t count) {
  if (index < 0 || index >= vm->set_count || !make_room(&vm->sets[index], count)) {
    vm->incomplete = true;
    return;
  }
  wm_set *set = &vm->sets[index];
  for (int32_t i = 0; i < count; i++) {
    set->values[i] = values[i];
    bool text = values[i].tag == WM_POOLED && values[i].as.i >= 0 && values[i].as.i < vm->pool_count;
    set->texts[i] = text ? vm->pool[values[i].as.i].text : NULL;
    set->lengths[i] = text ? vm->pool[values[i].as.i].length : 0;
  }
  set->count = count;
}

int64_t wm_set_bits(int32_t set) { return wm_make(WM_SET, set); }
int64_t wm_namespace_bits(int32_t type) { return wm_make(WM_NAMESPACE, type); }

wm_memo *wm_memos(wm_vm *vm, int32_t count) {
  if (count > vm->memo_count) {
    wm_memo *moved = realloc(vm->memos, (size_t)count * sizeof *moved);
    if (moved == NULL) return NULL;
    memset(moved + vm->memo_count, 0, (size_t)(count - vm->memo_count) * sizeof *moved);
    vm->memos = moved;
    vm->memo_count = count;
    int32_t words = vm->memo_words;
    vm->memo_words = count >= WM_MEMO_WORDS * 64 ? WM_MEMO_WORDS : count / 64 + 1;
    if (vm->memo_words != words) wm_forget_bindings(vm);  // and with them what functions read
  }
  return vm->memos;
}

typedef struct { const char *name; const wm_value *value; } global_request;

static int define_global(lua_State *L) {
  const global_request *request = lua_touserdata(L, 1);
  wm_vm *vm = wm_of(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->globals_ref);
  lua_pushstring(L, request->name);
  wm_push_value(L, vm, request->value);
  lua_rawset(L, -3);
  return 0;
}

wm_status wm_define_global(wm_vm *vm, const char *name, const wm_value *value) {
  global_request request = { name, value };
  return wm_run_protected(vm, define_global, &request);
}

// ---- evaluation -----------------------------------------------------------------------------------

void wm_set_date(wm_vm *vm, int64_t day) {
  if (vm->today != day) wm_forget_bindings(vm);
  vm->today = day;
}

int64_t wm_root_bits(const wm_vm *vm) { return vm->root_bits; }

// Texts are copied, as the next call into Lua may free them. A long one is cut, between characters.
static void keep_text(char kept[2048], wm_value *result) {
  size_t length = (size_t)result->length;
  if (length > 2048) {
    length = 2048;
    while (length > 0 && ((unsigned char)result->as.text[length] & 0xC0) == 0x80) length--;
  }
  memcpy(kept, result->as.text, length);
  result->as.text = kept;
  result->length = (int32_t)length;
}

// Only the words that can have a bit are copied: most packs need two or three of them.
static inline void copy_words(uint64_t *to, const uint64_t *from, int32_t count) {
  if (count > 4) memcpy(to, from, (size_t)count * sizeof *to);
  else for (int32_t i = 0; i < 4; i++) to[i] = from[i];  // a call for a few words would cost more than copying some in vain
}

static void copy_reads(const wm_vm *vm, wm_reads *to, const wm_reads *from) {
  copy_words(to->fields, from->fields, vm->read_words);
  copy_words(to->memos, from->memos, vm->memo_words);
  to->withheld = from->withheld;
}

static inline void clear_words(uint64_t *words, int32_t count) {
  if (count > 4) memset(words, 0, (size_t)count * sizeof *words);
  else for (int32_t i = 0; i < 4; i++) words[i] = 0;
}

static void clear_reads(const wm_vm *vm, wm_reads *reads) {
  clear_words(reads->fields, vm->read_words);
  clear_words(reads->memos, vm->memo_words);
  reads->withheld = false;
}

void wm_add_reads(wm_vm *vm, const wm_reads *reads) {
  wm_join_words(vm->all_reads.fields, reads->fields, vm->read_words);
  wm_join_words(vm->all_reads.memos, reads->memos, vm->memo_words);
  vm->all_reads.withheld |= reads->withheld;
}

// Keeps the texts among a call's results; WM_BREACH where all those of an evaluation are too long together.
static wm_status keep_results(wm_vm *vm, wm_value results[2]) {
  for (int i = 0; i < 2; i++) {
    if (results[i].tag != WM_STRING) continue;
    keep_text(vm->result_texts[i], &results[i]);
    vm->reasons += (size_t)results[i].length;
    if (vm->reasons <= vm->limits.reasons) continue;
    wm_set_breach(vm, WM_CODE_REASONS);
    return wm_finish(vm, LUA_OK);
  }
  return WM_OK;
}

static wm_status call_lua(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count, wm_value results[2]) {
  lua_State *L = vm->L;
  int top = lua_gettop(L);
  // The stack that a state begins with is enough for a call from outside.
  if (vm->breach == 0 && vm->depth > 0 && !lua_checkstack(L, count + 8)) wm_set_breach(vm, WM_CODE_MEMORY);
  vm->unchecked = true;
  int32_t depth = vm->depth;
  if (vm->breach == 0) wm_go_deeper(vm);
  if (vm->breach != 0) return wm_finish(vm, LUA_OK);
  lua_pushcfunction(L, wm_note_place);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->functions_ref);
  lua_rawgeti(L, -1, function);
  lua_replace(L, -2);
  for (int32_t i = 0; i < count; i++) wm_push_bits(L, handles[i]);
  int ended = lua_pcall(L, count, 2, top + 1);
  wm_status status = ended == LUA_OK && vm->breach == 0 ? WM_OK : wm_finish(vm, ended);
  vm->depth = depth;
  if (status == WM_OK) {
    wm_read_value(L, top + 2, &results[0]);
    wm_read_value(L, top + 3, &results[1]);
    status = keep_results(vm, results);
  }
  lua_settop(L, top);
  return status;
}

static wm_status call(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count, wm_recall *recall, wm_value results[2]) {
  if (vm->runs_direct) {
    // It is all to be done again, so nothing more is done.
    if (vm->doubtful) return WM_FAULT;
    wm_way way = wm_direct_call(vm, function, handles, count, recall, results);
    vm->calls.direct += way != WM_ASTRAY;
    if (way == WM_WELL) return keep_results(vm, results);
    if (way == WM_NOT_KNOWN) return WM_UNKNOWN;
    if (vm->doubtful) return WM_FAULT;
    clear_reads(vm, &vm->reads);
  }
  return call_lua(vm, function, handles, count, results);
}

const wm_value *wm_results(const wm_vm *vm) { return vm->results; }

// Results are put where the host finds them at the very end, as a call may nest in another by way of the host.
static inline wm_status give_results(wm_vm *vm, wm_status status, const wm_value results[2]) {
  wm_move(&vm->results[0], &results[0]);
  wm_move(&vm->results[1], &results[1]);
  return status;
}

static __attribute__((noinline)) wm_status call_anew(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count, wm_recall *recall) {
  wm_value results[2] = { { .tag = WM_NIL }, { .tag = WM_NIL } };
  if (vm->depth == 0) {
    clear_reads(vm, &vm->reads);
    wm_status status = call(vm, function, handles, count, recall, results);
    wm_add_reads(vm, &vm->reads);
    vm->last = &vm->reads;
    return give_results(vm, status, results);
  }
  wm_reads outer;
  copy_reads(vm, &outer, &vm->reads);
  clear_reads(vm, &vm->reads);
  wm_status status = call(vm, function, handles, count, recall, results);
  copy_reads(vm, &vm->inner_reads, &vm->reads);
  wm_add_reads(vm, &vm->inner_reads);
  copy_reads(vm, &vm->reads, &outer);
  vm->last = &vm->inner_reads;
  return give_results(vm, status, results);
}

wm_status wm_call(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count) {
  vm->calls.all++;
  wm_recall *recall = NULL;
  wm_status status;
  if (vm->runs_direct && wm_recalled(vm, function, handles, count, &status, &recall)) return status;
  return call_anew(vm, function, handles, count, recall);
}

// ---- without Lua ----------------------------------------------------------------------------------

// So much memory must be left that nothing which a function can do without Lua would use it up if Lua did it.
enum { ROOM_TO_SPARE = 1 << 20 };

void wm_go_direct(wm_vm *vm) {
  if (vm->never_direct || vm->records_lines) return;
  if (vm->direct == NULL) vm->never_direct = vm->limits.memory < vm->settled + ROOM_TO_SPARE || !wm_link_direct(vm);
  vm->runs_direct = vm->direct != NULL;
  vm->shown = 0;
}

wm_calls wm_calls_since_begin(const wm_vm *vm) { return vm->calls; }

bool wm_is_doubtful(const wm_vm *vm) {
  return vm->runs_direct && (vm->doubtful || vm->breach != 0 || vm->refusals > 0 || vm->steps > vm->limits.instructions / 2);
}

void wm_begin(wm_vm *vm, int32_t root, int64_t *cells, size_t cell_count, const uint8_t *strings, size_t string_count) {
  bool out_of_memory = vm->breach == WM_CODE_MEMORY;
  wm_arm(vm);
  if (vm->unchecked) wm_check_locals(vm);
  vm->root = root;
  vm->cells = cells;
  vm->cell_count = cell_count;
  vm->strings = strings;
  vm->string_count = string_count;
  vm->generation = (vm->generation + 1) % WM_GENERATIONS;
  vm->root_bits = wm_record_bits(vm->generation, root, 0);
  vm->begun++;
  vm->runs_direct = vm->doubtful = false;
  vm->calls = (wm_calls){ 0 };
  memset(vm->stale, 0, (size_t)vm->read_words * sizeof *vm->stale);
  clear_reads(vm, &vm->reads);
  clear_reads(vm, &vm->inner_reads);
  clear_reads(vm, &vm->all_reads);
  for (int32_t i = 0; i < vm->memo_count; i++) vm->memos[i].state = WM_MEMO_UNSET;
  vm->trace_length = 0;
  vm->outcome.code = WM_CODE_NONE;
  vm->outcome.line = 0;
  vm->outcome.file[0] = 0;
  wm_see_lists(vm);
  // What one nominal left behind must not decide whether the next one reaches the limit.
  if (out_of_memory || (vm->used > vm->settled && vm->used - vm->settled > (vm->limits.memory - vm->settled) / 2))
    lua_gc(vm->L, LUA_GCCOLLECT);
}
