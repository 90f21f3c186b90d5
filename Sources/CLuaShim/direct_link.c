// Makes functions of rules ready to be run directly: their instructions, and what they can reach that never changes.
#include <stdlib.h>

#include "code.h"
#include "recall.h"

enum { MOST_LINKED = 4096, MOST_ENTRIES = 4096, DEEPEST = 30, LONGEST_KEPT = 40 };

typedef struct {
  lua_State *L;
  wm_vm *vm;
  wm_direct *direct;
  int depth;
} linking;

static wm_value convert(linking *k, int index);

static _Noreturn void give_up(linking *k) { wm_raise(k->L, WM_CODE_MEMORY, "out of memory"); }

static void *room(linking *k, int64_t count, size_t size) {
  void *memory = calloc((size_t)count + 1, size);
  if (memory == NULL) give_up(k);
  return memory;
}

// ---- constant tables --------------------------------------------------------------------------------

static uint32_t hash_of(const wm_value *key) {
  uint64_t hash = (uint64_t)key->as.i;
  if (key->tag == WM_STRING) {
    hash = (uint64_t)key->length;
    for (int32_t i = 0; i < key->length; i += 1 + key->length / 32) hash = hash * 31 + (unsigned char)key->as.text[i];
  }
  return (uint32_t)((hash * 0x9E3779B97F4A7C15u) >> 32);
}

static bool is_same_key(const wm_value *a, const wm_value *b) {
  if (a->tag != b->tag) return false;
  return a->tag == WM_STRING ? wm_is_text(a, b->as.text, (size_t)b->length) : a->as.i == b->as.i;
}

const wm_value *wm_constant_at(const wm_constant_table *table, const wm_value *key) {
  if (table->room == 0) return NULL;
  for (uint32_t place = hash_of(key);; place++) {
    place &= table->room - 1;
    if (table->keys[place].tag == WM_NIL) return NULL;
    if (is_same_key(&table->keys[place], key)) return &table->values[place];
  }
}

static int32_t place_for_table(linking *k) {
  wm_direct *direct = k->direct;
  if (direct->table_count == direct->table_capacity) {
    int32_t capacity = direct->table_capacity == 0 ? 16 : direct->table_capacity * 2;
    wm_constant_table *moved = realloc(direct->tables, (size_t)capacity * sizeof *moved);
    if (moved == NULL) give_up(k);
    direct->tables = moved;
    direct->table_capacity = capacity;
  }
  memset(&direct->tables[direct->table_count], 0, sizeof *direct->tables);
  return direct->table_count++;
}

static void add_entries(linking *k, int32_t number, int contents, uint32_t size) {
  lua_State *L = k->L;
  wm_value *keys = room(k, size, sizeof *keys), *values = k->direct->tables[number].values = room(k, size, sizeof *values);
  k->direct->tables[number].keys = keys;
  k->direct->tables[number].room = size;
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    wm_value value = convert(k, lua_gettop(L)), key;
    wm_read_value(L, lua_gettop(L) - 1, &key);
    uint32_t place = hash_of(&key) & (size - 1);
    while (keys[place].tag != WM_NIL) place = (place + 1) & (size - 1);
    keys[place] = key;
    values[place] = value;
    lua_pop(L, 1);
  }
}

// Only a table that is read only, small and keyed by texts and whole numbers.
static wm_value convert_table(linking *k, int index) {
  lua_State *L = k->L;
  wm_direct *direct = k->direct;
  const void *identity = lua_topointer(L, index);
  lua_rawgeti(L, LUA_REGISTRYINDEX, k->vm->env_ref);
  bool is_globals = lua_topointer(L, -1) == identity;
  lua_pop(L, 1);
  if (is_globals) return (wm_value){ .tag = WM_GLOBALS };
  for (int32_t i = 0; i < direct->table_count; i++)
    if (direct->tables[i].identity == identity) return (wm_value){ .tag = WM_TABLE, .as.i = i };
  wm_value other = { .tag = WM_OTHER };
  if (k->depth >= DEEPEST || direct->table_count >= MOST_LINKED) return other;
  luaL_checkstack(L, 12, NULL);
  bool is_constant = wm_push_contents(L, index);
  int contents = lua_gettop(L);
  uint32_t count = 0, size = 4;
  lua_pushnil(L);
  while (is_constant && lua_next(L, contents)) {
    lua_pop(L, 1);
    is_constant = ++count <= MOST_ENTRIES && (lua_type(L, -1) == LUA_TSTRING || lua_isinteger(L, -1));
    if (!is_constant) lua_pop(L, 1);
  }
  while (size < 2 * count) size *= 2;
  if (is_constant) {
    int32_t number = place_for_table(k);
    direct->tables[number].identity = identity;
    direct->tables[number].length = (int64_t)lua_rawlen(L, contents);
    direct->tables[number].border = wm_border(L, contents);
    k->depth++;
    add_entries(k, number, contents, size);
    k->depth--;
    other = (wm_value){ .tag = WM_TABLE, .as.i = number };
  }
  lua_settop(L, contents - 1);
  return other;
}

// ---- functions --------------------------------------------------------------------------------------

static bool is_known(int operation) {
  switch (operation) {
    case OP_LOADKX: case OP_SETUPVAL: case OP_SETTABUP: case OP_SETTABLE: case OP_SETI: case OP_SETFIELD: case OP_NEWTABLE:
    case OP_POWK: case OP_BANDK: case OP_BORK: case OP_BXORK: case OP_SHRI: case OP_SHLI: case OP_POW: case OP_BAND: case OP_BOR:
    case OP_BXOR: case OP_SHL: case OP_SHR: case OP_BNOT: case OP_LEN: case OP_TBC: return false;
    default: return operation < OP_COUNT;
  }
}

// Whether the four instructions from `code` on ask a list one question with a filter that the function knows beforehand, and want one
// answer: `n.offences:count(f)`.
static bool is_question(const uint32_t *code) {
  uint32_t list = code[0], verb = code[1], filter = code[2], call = code[3], a = WM_A(list);
  bool is_call = (call & 127) == OP_TAILCALL || ((call & 127) == OP_CALL && WM_C(call) == 2);
  return (list & 127) == OP_GETFIELD && (verb & 127) == OP_SELF && WM_A(verb) == a && WM_B(verb) == a && WM_K(verb)
      && (filter & 127) == OP_GETUPVAL && WM_A(filter) == a + 2 && is_call && WM_A(call) == a && WM_B(call) == 3;
}

// The code, unless there is something in it that only Lua can do.
static bool read_function(linking *k, wm_direct_function *f, size_t length) {
  wm_body body;
  if (!wm_read_body(f->bytes, length, &body) || body.takes_any || body.count > INT32_MAX || body.constants > INT32_MAX) return false;
  f->length = (int32_t)body.count;
  f->parameters = body.parameters;
  f->registers = body.registers;
  f->code = room(k, body.count, sizeof *f->code);
  memcpy(f->code, body.code, (size_t)body.count * sizeof *f->code);
  f->found = room(k, body.count, sizeof *f->found);
  for (int32_t i = 0; i < f->length; i++) {
    f->found[i].type = -1;
    f->found[i].asks = i + 3 < f->length && is_question(f->code + i);
    if (!is_known((int)(f->code[i] & 127))) return false;
  }
  f->constant_count = (int32_t)body.constants;
  f->constants = room(k, f->constant_count, sizeof *f->constants);
  f->globals = room(k, f->constant_count, sizeof *f->globals);
  for (int32_t i = 0; i < f->constant_count; i++) {
    wm_value *value = &f->constants[i];
    if (!wm_next_constant(&body, value)) return false;
    if (value->tag != WM_STRING || value->length > LONGEST_KEPT) continue;
    // The compiled function holds the same text, so that it stays where it is.
    value->as.text = lua_pushlstring(k->L, value->as.text, (size_t)value->length);
    lua_pop(k->L, 1);
  }
  return true;
}

// A local that some rule assigns to may be another one each time.
static bool is_watched(const wm_vm *vm, const void *upvalue) {
  for (int32_t i = 0; i < vm->local_count; i++)
    if (vm->locals[i].id == upvalue) return true;
  return false;
}

static wm_value global_named(linking *k, const wm_value *name) {
  lua_State *L = k->L;
  if (name->tag != WM_STRING) return (wm_value){ .tag = WM_OTHER };
  lua_rawgeti(L, LUA_REGISTRYINDEX, k->vm->globals_ref);
  lua_pushlstring(L, name->as.text, (size_t)name->length);
  lua_rawget(L, -2);
  wm_value value = convert(k, lua_gettop(L));
  if (value.tag == WM_NIL) value.tag = wm_is_text(name, "as_of", 5) ? WM_TODAY : WM_OTHER;
  lua_pop(L, 2);
  return value;
}

static bool find_reached(linking *k, int32_t number, int function) {
  lua_State *L = k->L;
  wm_value upvalues[256];
  int32_t count = 0;
  for (int i = 1; lua_getupvalue(L, function, i) != NULL; i++) {
    bool is_constant = !is_watched(k->vm, lua_upvalueid(L, function, i));
    upvalues[count++] = is_constant ? convert(k, lua_gettop(L)) : (wm_value){ .tag = WM_OTHER };
    lua_pop(L, 1);
    if (!is_constant) return false;
  }
  // Other functions may have been added meanwhile, and all of them moved.
  wm_value *kept = room(k, count, sizeof *kept);
  memcpy(kept, upvalues, (size_t)count * sizeof *kept);
  k->direct->functions[number].upvalues = kept;
  k->direct->functions[number].upvalue_count = count;
  for (int32_t i = 0; i < k->direct->functions[number].length; i++) {
    uint32_t word = k->direct->functions[number].code[i];
    if ((word & 127) != OP_GETTABUP || kept[word >> 16 & 255].tag != WM_GLOBALS) continue;
    wm_value value = global_named(k, &k->direct->functions[number].constants[word >> 24]);
    k->direct->functions[number].globals[word >> 24] = value;
  }
  return true;
}

static int32_t link_function(linking *k, int index) {
  wm_direct *direct = k->direct;
  lua_State *L = k->L;
  const void *identity = lua_topointer(L, index);
  for (int32_t i = 0; i < direct->function_count; i++)
    if (direct->functions[i].identity == identity) return i;
  if (k->depth >= DEEPEST || direct->function_count >= MOST_LINKED) return -1;
  luaL_checkstack(L, 12, NULL);
  if (direct->function_count == direct->function_capacity) {
    int32_t capacity = direct->function_capacity == 0 ? 32 : direct->function_capacity * 2;
    wm_direct_function *moved = realloc(direct->functions, (size_t)capacity * sizeof *moved);
    if (moved == NULL) give_up(k);
    direct->functions = moved;
    direct->function_capacity = capacity;
  }
  int32_t number = direct->function_count++;
  memset(&direct->functions[number], 0, sizeof *direct->functions);
  direct->functions[number].identity = identity;
  wm_dumped dumped = { NULL, 0, 0 };
  lua_pushvalue(L, index);
  bool able = wm_dump(L, &dumped, true);
  lua_pop(L, 1);
  direct->functions[number].bytes = dumped.bytes;
  able = able && read_function(k, &direct->functions[number], dumped.length);
  k->depth++;
  direct->functions[number].able = able && find_reached(k, number, index);
  k->depth--;
  return number;
}

static wm_value convert(linking *k, int index) {
  wm_value value;
  wm_read_value(k->L, index, &value);
  if (value.tag == WM_TABLE) return convert_table(k, lua_absindex(k->L, index));
  if (value.tag != WM_FUNCTION) return value;
  lua_CFunction native = lua_tocfunction(k->L, index);
  if (native == NULL) {
    int32_t number = link_function(k, lua_absindex(k->L, index));
    return number < 0 ? (wm_value){ .tag = WM_OTHER } : (wm_value){ .tag = WM_FUNCTION, .as.i = number };
  }
  for (int i = WM_BUILTIN_IPAIRS; i < WM_BUILTINS; i++)
    if (k->direct->builtins[i] == native) return (wm_value){ .tag = WM_BUILTIN, .as.i = i };
  return (wm_value){ .tag = WM_OTHER };
}

// ---- the whole --------------------------------------------------------------------------------------

static void find_builtins(linking *k) {
  static const struct { wm_builtin which; const char *library, *name; } named[] = {
    { WM_BUILTIN_IPAIRS, NULL, "ipairs" }, { WM_BUILTIN_PAIRS, NULL, "pairs" }, { WM_BUILTIN_LENGTH, NULL, "_waymark_length" },
    { WM_BUILTIN_TOSTRING, NULL, "tostring" }, { WM_BUILTIN_DAYS, NULL, "days" }, { WM_BUILTIN_MONTHS, NULL, "months" },
    { WM_BUILTIN_YEARS, NULL, "years" }, { WM_BUILTIN_MIN, "math", "min" }, { WM_BUILTIN_MAX, "math", "max" },
    { WM_BUILTIN_FLOOR, "math", "floor" }, { WM_BUILTIN_CEIL, "math", "ceil" },
  };
  lua_State *L = k->L;
  for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
    int top = lua_gettop(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, k->vm->globals_ref);
    if (named[i].library != NULL) {
      lua_pushstring(L, named[i].library);
      lua_rawget(L, -2);
      wm_push_contents(L, -1);
    }
    lua_pushstring(L, named[i].name);
    lua_rawget(L, -2);
    k->direct->builtins[named[i].which] = lua_tocfunction(L, -1);
    lua_settop(L, top);
  }
}

static int link_all(lua_State *L) {
  wm_vm *vm = wm_of(L);
  linking k = { L, vm, vm->direct, 0 };
  find_builtins(&k);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->functions_ref);
  int functions = lua_gettop(L);
  vm->direct->numbers = room(&k, vm->function_count, sizeof *vm->direct->numbers);
  for (int32_t i = 1; i <= vm->function_count; i++) {
    lua_rawgeti(L, functions, i);
    vm->direct->numbers[i - 1] = lua_iscfunction(L, -1) ? -1 : link_function(&k, lua_gettop(L));
    lua_pop(L, 1);
  }
  vm->direct->recalls = wm_in_lines(((size_t)vm->function_count + 1) * sizeof *vm->direct->recalls);
  if (vm->direct->recalls == NULL) give_up(&k);
  vm->direct->number_count = vm->function_count;
  return 0;
}

void wm_free_direct(wm_vm *vm) {
  wm_direct *direct = vm->direct;
  vm->direct = NULL;
  if (direct == NULL) return;
  for (int32_t i = 0; i < direct->function_count; i++) {
    wm_direct_function *f = &direct->functions[i];
    free(f->bytes);
    free(f->code);
    free(f->found);
    free(f->constants);
    free(f->globals);
    free(f->upvalues);
  }
  for (int32_t i = 0; i < direct->table_count; i++) {
    free(direct->tables[i].keys);
    free(direct->tables[i].values);
  }
  for (int32_t i = 0; direct->recalls != NULL && i < direct->number_count; i++) wm_free_recall(&direct->recalls[i]);
  free(direct->recalls);
  free(direct->functions);
  free(direct->tables);
  free(direct->numbers);
  free(direct);
}

bool wm_link_direct(wm_vm *vm) {
  vm->direct = calloc(1, sizeof *vm->direct);
  if (vm->direct == NULL) return false;
  vm->direct->top = vm->direct->values;
  int64_t allowed = vm->limits.instructions;
  // The pack's own limit is for one nominal.
  vm->limits.instructions = INT64_MAX;
  wm_status status = wm_run_protected(vm, link_all, NULL);
  vm->limits.instructions = allowed;
  wm_arm(vm);
  if (status != WM_OK) wm_free_direct(vm);
  return status == WM_OK;
}
