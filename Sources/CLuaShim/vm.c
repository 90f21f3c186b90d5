// The life of a vm: allocator with a cap, instruction budget, loading, protected calls.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

enum { HOOK_STEP = 100, MAX_NODES = 200000, MAX_DEPTH = 40 };

// ---- limits -------------------------------------------------------------------------------------

static void *capped_alloc(void *context, void *block, size_t old_size, size_t new_size) {
  wm_vm *vm = context;
  if (block == NULL) old_size = 0;  // Lua passes the kind of object there
  if (new_size == 0) {
    free(block);
    vm->used -= old_size;
    return NULL;
  }
  if (new_size > old_size && vm->used + (new_size - old_size) > vm->limits.memory) {
    wm_set_breach(vm, WM_CODE_MEMORY);
    return NULL;
  }
  void *moved = realloc(block, new_size);
  if (moved != NULL) vm->used += new_size - old_size;
  return moved;
}

static void count_hook(lua_State *L, lua_Debug *record) {
  (void)record;
  wm_vm *vm = wm_of(L);
  vm->steps += HOOK_STEP;
  if (vm->breach == 0 && vm->steps > vm->limits.instructions) wm_set_breach(vm, WM_CODE_INSTRUCTIONS);
  if (vm->breach != 0) {
    wm_find_place(L, &vm->outcome);
    // From here on every instruction raises, so that no handler and no tail after a pcall can go on.
    lua_sethook(L, count_hook, LUA_MASKCOUNT, 1);
    wm_push_bits(L, wm_make(WM_SIGNAL, WM_SIGNAL_BREACH));
    lua_error(L);
  }
}

static void arm(wm_vm *vm) {
  vm->steps = 0;
  vm->breach = 0;
  lua_sethook(vm->L, count_hook, LUA_MASKCOUNT, HOOK_STEP);
}

void wm_set_breach(wm_vm *vm, wm_code code) {
  if (vm->breach == 0) vm->breach = code;
}

// ---- faults -------------------------------------------------------------------------------------

void wm_find_place(lua_State *L, wm_outcome *outcome) {
  lua_Debug record;
  outcome->line = 0;
  outcome->file[0] = 0;
  for (int level = 0; lua_getstack(L, level, &record); level++) {
    lua_getinfo(L, "Sl", &record);
    if (record.what[0] == 'C' || record.currentline <= 0) continue;
    outcome->line = record.currentline;
    snprintf(outcome->file, sizeof outcome->file, "%s", record.short_src);
    return;
  }
}

int wm_signal(lua_State *L, int index) {
  return wm_is(L, index, WM_SIGNAL) ? (int)wm_handle_number(wm_bits(L, index)) : 0;
}

void wm_raise(lua_State *L, wm_code code, const char *format, ...) {
  wm_outcome *outcome = &wm_of(L)->outcome;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(outcome->message, sizeof outcome->message, format, arguments);
  va_end(arguments);
  outcome->code = code;
  wm_find_place(L, outcome);
  wm_push_bits(L, wm_make(WM_SIGNAL, WM_SIGNAL_FAULT));
  lua_error(L);
  __builtin_unreachable();
}

void wm_raise_name(lua_State *L, wm_code code, wm_name_problem problem, int32_t type, int32_t field, const char *name) {
  wm_vm *vm = wm_of(L);
  char text[1024] = "";
  vm->host.explain(vm->host.context, problem, type, field, name, text, sizeof text);
  wm_raise(L, code, "%s", text);
}

void wm_raise_unknown_field(lua_State *L, int32_t read_id) {
  wm_outcome *outcome = &wm_of(L)->outcome;
  outcome->unknown_field = read_id;
  outcome->unknown_slot = -1;
  wm_push_bits(L, wm_make(WM_SIGNAL, WM_SIGNAL_UNKNOWN));
  lua_error(L);
  __builtin_unreachable();
}

void wm_raise_unknown_slot(lua_State *L, int32_t slot) {
  wm_outcome *outcome = &wm_of(L)->outcome;
  outcome->unknown_field = -1;
  outcome->unknown_slot = slot;
  wm_push_bits(L, wm_make(WM_SIGNAL, WM_SIGNAL_UNKNOWN));
  lua_error(L);
  __builtin_unreachable();
}

void wm_raise_status(lua_State *L, wm_status status) {
  wm_push_bits(L, wm_make(WM_SIGNAL, status == WM_BREACH ? WM_SIGNAL_BREACH : WM_SIGNAL_FAULT));
  lua_error(L);
  __builtin_unreachable();
}

static int note_place(lua_State *L) {
  if (!wm_signal(L, 1)) wm_find_place(L, &wm_of(L)->outcome);
  return 1;
}

static const char *breach_text(int32_t code) {
  return code == WM_CODE_MEMORY ? "it needs more memory than one nominal may take" : "it runs for longer than one nominal may take";
}

// Turns what lua_pcall left on the stack's top into a status and an outcome, and pops it.
static wm_status finish(wm_vm *vm, int lua_status) {
  lua_State *L = vm->L;
  wm_outcome *outcome = &vm->outcome;
  if (vm->breach != 0) {
    if (lua_status != LUA_OK) lua_pop(L, 1);
    outcome->code = vm->breach;
    snprintf(outcome->message, sizeof outcome->message, "%s", breach_text(vm->breach));
    return WM_BREACH;
  }
  if (lua_status == LUA_OK) return WM_OK;
  int signal = wm_signal(L, -1);
  if (signal == 0) {
    outcome->code = lua_status == LUA_ERRSYNTAX ? WM_CODE_SYNTAX : WM_CODE_LUA;
    if (lua_type(L, -1) == LUA_TSTRING) {
      const char *text = lua_tostring(L, -1);
      size_t place = strlen(outcome->file);
      // Lua puts `file:line: ` in front, which the outcome holds apart.
      if (lua_status == LUA_ERRSYNTAX) {
        const char *colon = strchr(text, ':');
        if (colon != NULL && (size_t)(colon - text) < sizeof outcome->file) {
          memcpy(outcome->file, text, (size_t)(colon - text));
          outcome->file[colon - text] = 0;
          char *rest;
          outcome->line = (int32_t)strtol(colon + 1, &rest, 10);
          if (*rest == ':') text = rest + 1 + (rest[1] == ' ');
        }
      } else if (place > 0 && strncmp(text, outcome->file, place) == 0 && text[place] == ':') {
        char *rest;
        strtol(text + place + 1, &rest, 10);
        if (*rest == ':') text = rest + 1 + (rest[1] == ' ');
      }
      snprintf(outcome->message, sizeof outcome->message, "%s", text);
    } else {
      snprintf(outcome->message, sizeof outcome->message, "an error was raised with a %s, not with words",
               lua_typename(L, lua_type(L, -1)));
    }
  }
  lua_pop(L, 1);
  return signal == WM_SIGNAL_UNKNOWN ? WM_UNKNOWN : WM_FAULT;
}

wm_status wm_run_protected(wm_vm *vm, lua_CFunction function, void *argument) {
  lua_State *L = vm->L;
  int top = lua_gettop(L);
  lua_pushcfunction(L, note_place);
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, argument);
  wm_status status = finish(vm, lua_pcall(L, 1, 0, top + 1));
  lua_settop(L, top);
  return status;
}

// ---- life ---------------------------------------------------------------------------------------

static const char *anchor(lua_State *L, const char *text) {
  const char *kept = lua_pushstring(L, text);
  luaL_ref(L, LUA_REGISTRYINDEX);
  return kept;
}

static int set_up(lua_State *L) {
  wm_vm *vm = wm_of(L);
  int *references[] = { &vm->pool_ref, &vm->env_ref, &vm->globals_ref, &vm->modules_ref, &vm->functions_ref,
                        &vm->local_owners_ref, &vm->local_values_ref };
  for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
    lua_newtable(L);
    *references[i] = luaL_ref(L, LUA_REGISTRYINDEX);
  }
  vm->k_has = anchor(L, "has"), vm->k_get = anchor(L, "get");
  vm->k_count = anchor(L, "count"), vm->k_any = anchor(L, "any"), vm->k_all = anchor(L, "all");
  vm->k_latest = anchor(L, "latest"), vm->k_earliest = anchor(L, "earliest"), vm->k_sum = anchor(L, "sum");
  vm->k_year = anchor(L, "year"), vm->k_month = anchor(L, "month"), vm->k_day = anchor(L, "day");
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
  vm->outcome.unknown_field = vm->outcome.unknown_slot = -1;
  vm->trace = malloc(limits->trace + 1);
  vm->L = vm->trace == NULL ? NULL : lua_newstate(capped_alloc, vm);
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
  arm(vm);
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
wm_reads *wm_current_reads(wm_vm *vm) { return &vm->reads; }
const uint64_t *wm_stale(const wm_vm *vm) { return vm->stale; }
int64_t wm_instructions(const wm_vm *vm) { return vm->steps; }
size_t wm_memory(const wm_vm *vm) { return vm->used; }
const char *wm_trace(const wm_vm *vm, size_t *length) {
  *length = vm->trace_length;
  return vm->trace;
}

// ---- loading ------------------------------------------------------------------------------------

typedef struct {
  const char *source;
  size_t length;
  const char *chunk;
  bool data;
} load_request;

static wm_node *new_node(lua_State *L, wm_vm *vm) {
  if (vm->node_count >= MAX_NODES) wm_raise(L, WM_CODE_ARGUMENT, "the table is too large: at most %d values", MAX_NODES);
  if (vm->node_count == vm->node_capacity) {
    int32_t capacity = vm->node_capacity == 0 ? 256 : vm->node_capacity * 2;
    wm_node *moved = realloc(vm->nodes, (size_t)capacity * sizeof *moved);
    if (moved == NULL) wm_raise(L, WM_CODE_MEMORY, "out of memory");
    vm->nodes = moved;
    vm->node_capacity = capacity;
  }
  wm_node *node = &vm->nodes[vm->node_count++];
  memset(node, 0, sizeof *node);
  return node;
}

static void read_node(lua_State *L, wm_vm *vm, int key, int value, int depth);

// The array part in order, then the other keys sorted, so that nothing depends on hashing.
static void read_children(lua_State *L, wm_vm *vm, int table, int depth) {
  if (depth > MAX_DEPTH) wm_raise(L, WM_CODE_ARGUMENT, "the table is nested too deeply, or contains itself");
  luaL_checkstack(L, 10, "nested tables");
  wm_push_contents(L, table);
  table = lua_gettop(L);
  lua_Integer length = (lua_Integer)lua_rawlen(L, table);
  for (lua_Integer i = 1; i <= length; i++) {
    lua_pushinteger(L, i);
    lua_rawgeti(L, table, i);
    if (!lua_isnil(L, -1)) read_node(L, vm, lua_gettop(L) - 1, lua_gettop(L), depth);
    lua_pop(L, 2);
  }
  lua_pushnil(L);
  while (wm_next_sorted(L)) {  // (table, previous key) -> (table, key, value)
    bool positional = lua_isinteger(L, -2) && lua_tointeger(L, -2) >= 1 && lua_tointeger(L, -2) <= length;
    if (!positional) read_node(L, vm, lua_gettop(L) - 1, lua_gettop(L), depth);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void read_node(lua_State *L, wm_vm *vm, int key, int value, int depth) {
  int32_t place = vm->node_count;
  wm_node *node = new_node(L, vm);
  wm_read_value(L, key, &node->key);
  wm_read_value(L, value, &node->value);
  if (node->value.tag == WM_FUNCTION) {
    lua_Debug record;
    lua_pushvalue(L, value);
    lua_getinfo(L, ">S", &record);
    node->line = record.linedefined > 0 ? record.linedefined : 0;
    lua_rawgeti(L, LUA_REGISTRYINDEX, vm->functions_ref);
    lua_pushvalue(L, value);
    lua_rawseti(L, -2, ++vm->function_count);
    lua_pop(L, 1);
    vm->nodes[place].value.as.i = vm->function_count;
  } else if (node->value.tag == WM_TABLE) {
    read_children(L, vm, value, depth + 1);
  }
  vm->nodes[place].next = vm->node_count;
}

static int declare_table(lua_State *L, const char *kind, const char *name, int table) {
  wm_vm *vm = wm_of(L);
  if (vm->sealed) wm_raise(L, WM_CODE_ARGUMENT, "`%s` is a declaration: it belongs at the top of a file, not inside a rule", kind);
  if (lua_type(L, table) != LUA_TTABLE)
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` wants a table in braces, as in `%s%s { … }`", kind, kind, name == NULL ? "" : " \"name\"");
  wm_outcome place;
  wm_find_place(L, &place);
  vm->node_count = 0;
  read_node(L, vm, table, table, 0);
  char error[1024] = "";
  if (vm->host.declare(vm->host.context, kind, name, place.file, place.line, vm->nodes, vm->node_count, error, sizeof error) != 0)
    wm_raise(L, WM_CODE_HOST, "%s", error);
  // Rules reach the table through functions only; keeping it would only cost memory.
  return 0;
}

static int named_body(lua_State *L) {
  return declare_table(L, lua_tostring(L, lua_upvalueindex(1)), lua_tostring(L, lua_upvalueindex(2)), 1);
}

static int named_declaration(lua_State *L) {
  const char *kind = lua_tostring(L, lua_upvalueindex(1));
  if (lua_type(L, 1) != LUA_TSTRING)
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` wants a name first, as in `%s \"name\" { … }`", kind, kind);
  if (lua_gettop(L) >= 2) return declare_table(L, kind, lua_tostring(L, 1), 2);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, 1);
  lua_pushcclosure(L, named_body, 2);
  return 1;
}

static int plain_declaration(lua_State *L) {
  return declare_table(L, lua_tostring(L, lua_upvalueindex(1)), NULL, 1);
}

typedef struct { const char *kind; bool named; } declaration_request;

static int add_declaration(lua_State *L) {
  const declaration_request *request = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, wm_of(L)->globals_ref);
  lua_pushstring(L, request->kind);
  lua_pushcclosure(L, request->named ? named_declaration : plain_declaration, 1);
  lua_setfield(L, -2, request->kind);
  return 0;
}

void wm_add_declaration(wm_vm *vm, const char *kind, bool named) {
  declaration_request request = { kind, named };
  wm_run_protected(vm, add_declaration, &request);
}

static int run_chunk(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const load_request *request = lua_touserdata(L, 1);
  char name[96];
  snprintf(name, sizeof name, "=%s", request->chunk);
  int status = luaL_loadbufferx(L, request->source, request->length, name, "t");
  if (status != LUA_OK) {
    wm_outcome *outcome = &vm->outcome;
    snprintf(outcome->file, sizeof outcome->file, "%s", request->chunk);
    outcome->line = 0;
    outcome->code = WM_CODE_SYNTAX;
    const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "it cannot be read";
    size_t place = strlen(request->chunk);
    if (strncmp(text, request->chunk, place) == 0 && text[place] == ':') {
      char *rest;
      outcome->line = (int32_t)strtol(text + place + 1, &rest, 10);
      if (*rest == ':') text = rest + 1 + (rest[1] == ' ');
    }
    snprintf(outcome->message, sizeof outcome->message, "%s", text);
    wm_push_bits(L, wm_make(WM_SIGNAL, WM_SIGNAL_FAULT));
    return lua_error(L);
  }
  if (request->data) {
    lua_newtable(L);
  } else {
    lua_rawgeti(L, LUA_REGISTRYINDEX, vm->env_ref);
  }
  lua_setupvalue(L, -2, 1);
  lua_call(L, 0, 1);
  vm->node_count = 0;
  if (request->data) {
    read_node(L, vm, lua_gettop(L), lua_gettop(L), 0);
    // Strings of the nodes live as long as the value does.
    lua_rawgeti(L, LUA_REGISTRYINDEX, vm->modules_ref);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, "=data");
  }
  return 0;
}

wm_status wm_load_data(wm_vm *vm, const char *source, size_t length, const char *chunk, const wm_node **nodes, int32_t *count) {
  load_request request = { source, length, chunk, true };
  arm(vm);
  wm_status status = wm_run_protected(vm, run_chunk, &request);
  *nodes = vm->nodes;
  *count = status == WM_OK ? vm->node_count : 0;
  return status;
}

wm_status wm_load_rules(wm_vm *vm, const char *source, size_t length, const char *chunk) {
  load_request request = { source, length, chunk, false };
  arm(vm);
  return wm_run_protected(vm, run_chunk, &request);
}

// ---- strings, sets, memo, globals ----------------------------------------------------------------

typedef struct { const char *text; size_t length; const char *kept; } intern_request;

static int intern(lua_State *L) {
  intern_request *request = lua_touserdata(L, 1);
  wm_vm *vm = wm_of(L);
  request->kept = lua_pushlstring(L, request->text, request->length);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->pool_ref);
  lua_pushvalue(L, -2);
  lua_rawseti(L, -2, vm->pool_count + 1);
  return 0;
}

int32_t wm_intern(wm_vm *vm, const char *text, size_t length) {
  if (vm->pool_count == vm->pool_capacity) {
    int32_t capacity = vm->pool_capacity == 0 ? 256 : vm->pool_capacity * 2;
    void *moved = realloc(vm->pool, (size_t)capacity * sizeof *vm->pool);
    if (moved == NULL) return -1;
    vm->pool = moved;
    vm->pool_capacity = capacity;
  }
  intern_request request = { text, length, NULL };
  if (wm_run_protected(vm, intern, &request) != WM_OK) return -1;
  vm->pool[vm->pool_count].text = request.kept;
  vm->pool[vm->pool_count].length = length;
  return vm->pool_count++;
}

const char *wm_interned(const wm_vm *vm, int32_t index, size_t *length) {
  *length = vm->pool[index].length;
  return vm->pool[index].text;
}

int32_t wm_add_set(wm_vm *vm) {
  if (vm->set_count == vm->set_capacity) {
    int32_t capacity = vm->set_capacity == 0 ? 16 : vm->set_capacity * 2;
    wm_set *moved = realloc(vm->sets, (size_t)capacity * sizeof *moved);
    if (moved == NULL) return -1;
    vm->sets = moved;
    vm->set_capacity = capacity;
  }
  memset(&vm->sets[vm->set_count], 0, sizeof(wm_set));
  return vm->set_count++;
}

void wm_set_assign(wm_vm *vm, int32_t index, const wm_value *values, int32_t count) {
  wm_set *set = &vm->sets[index];
  if (count > set->capacity) {
    wm_value *moved = realloc(set->values, (size_t)count * sizeof *moved);
    if (moved == NULL) return;
    set->values = moved;
    const char **texts = realloc(set->texts, (size_t)count * sizeof *texts);
    if (texts == NULL) return;
    set->texts = texts;
    size_t *lengths = realloc(set->lengths, (size_t)count * sizeof *lengths);
    if (lengths == NULL) return;
    set->lengths = lengths;
    set->capacity = count;
  }
  for (int32_t i = 0; i < count; i++) {
    set->values[i] = values[i];
    bool text = values[i].tag == WM_POOLED;
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

// ---- evaluation ---------------------------------------------------------------------------------

void wm_set_date(wm_vm *vm, int64_t day) {
  if (vm->today != day) wm_forget_bindings(vm);
  vm->today = day;
}

int64_t wm_root_bits(const wm_vm *vm) { return wm_record_bits(vm->generation, vm->root, 0); }

wm_status wm_call(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count, wm_value results[2]) {
  lua_State *L = vm->L;
  results[0].tag = results[1].tag = WM_NIL;
  if (vm->breach != 0) return finish(vm, LUA_OK);
  int top = lua_gettop(L);
  if (!lua_checkstack(L, count + 8)) {
    wm_set_breach(vm, WM_CODE_MEMORY);
    return finish(vm, LUA_OK);
  }
  lua_pushcfunction(L, note_place);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->functions_ref);
  lua_rawgeti(L, -1, function);
  lua_remove(L, -2);
  for (int32_t i = 0; i < count; i++) wm_push_bits(L, handles[i]);
  wm_status status = finish(vm, lua_pcall(L, count, 2, top + 1));
  if (status == WM_OK) {
    for (int i = 0; i < 2; i++) {
      wm_read_value(L, top + 2 + i, &results[i]);
      if (results[i].tag != WM_STRING) continue;
      // Only one result, the reason, is ever a text that matters; it must outlive the stack.
      size_t length = (size_t)results[i].length < sizeof vm->result_text ? (size_t)results[i].length : sizeof vm->result_text;
      memcpy(vm->result_text, results[i].as.text, length);
      results[i].as.text = vm->result_text;
      results[i].length = (int32_t)length;
    }
  }
  lua_settop(L, top);
  return status;
}

void wm_begin(wm_vm *vm, int32_t root, int64_t *cells, size_t cell_count, const uint8_t *strings, size_t string_count) {
  vm->root = root;
  bool out_of_memory = vm->breach == WM_CODE_MEMORY;
  vm->cells = cells;
  vm->cell_count = cell_count;
  vm->strings = strings;
  vm->string_count = string_count;
  vm->generation = (vm->generation + 1) % WM_GENERATIONS;
  memset(vm->stale, 0, sizeof vm->stale);
  memset(&vm->reads, 0, sizeof vm->reads);
  for (int32_t i = 0; i < vm->memo_count; i++) vm->memos[i].state = WM_MEMO_UNSET;
  vm->trace_length = 0;
  vm->trace_cut = false;
  vm->outcome.code = WM_CODE_NONE;
  vm->outcome.line = 0;
  vm->outcome.file[0] = 0;
  wm_see_lists(vm);
  arm(vm);
  if (out_of_memory) lua_gc(vm->L, LUA_GCCOLLECT);
}
