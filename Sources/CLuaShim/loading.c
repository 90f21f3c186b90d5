// Chunks and what they declare: plain data, rule files, modules.
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

enum { MAX_NODES = 200000, NODE_STEPS = 5, BYTES_A_STEP = 4, MAX_DEPTH = 40, SHOWN_NAME = LUA_IDSIZE - 1, MAX_NAME = 256 };

// ---- tables as nodes ------------------------------------------------------------------------------

static wm_node *new_node(lua_State *L, wm_vm *vm) {
  if (vm->node_count >= MAX_NODES) wm_raise(L, WM_CODE_ARGUMENT, "the table is too large: at most %d values", MAX_NODES);
  if (vm->node_count == vm->node_capacity) {
    int32_t capacity = vm->node_capacity == 0 ? 256 : vm->node_capacity * 2;
    wm_node *moved = realloc(vm->nodes, (size_t)capacity * sizeof *moved);
    if (moved == NULL) wm_raise(L, WM_CODE_MEMORY, "out of memory");
    vm->nodes = moved;
    vm->node_capacity = capacity;
  }
  wm_charge(L, NODE_STEPS);
  wm_node *node = &vm->nodes[vm->node_count++];
  memset(node, 0, sizeof *node);
  return node;
}

static void read_node(lua_State *L, wm_vm *vm, int key, int value, int depth);

// The array part in order, then the other keys sorted, so that nothing depends on hashing.
static void read_children(lua_State *L, wm_vm *vm, int table, int depth) {
  if (depth > MAX_DEPTH) wm_raise(L, WM_CODE_ARGUMENT, "the table is nested too deeply, or contains itself");
  luaL_checkstack(L, 12, "nested tables");
  wm_push_contents(L, table);
  int contents = lua_gettop(L);
  lua_Integer length = (lua_Integer)lua_rawlen(L, contents);
  for (lua_Integer i = 1; i <= length; i++) {
    lua_pushinteger(L, i);
    lua_rawgeti(L, contents, i);
    if (!lua_isnil(L, -1)) read_node(L, vm, lua_gettop(L) - 1, lua_gettop(L), depth);
    lua_pop(L, 2);
  }
  lua_Integer count = wm_push_sorted_keys(L, contents, length);
  int keys = lua_gettop(L);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, keys, i);
    lua_pushvalue(L, -1);
    lua_rawget(L, contents);
    read_node(L, vm, lua_gettop(L) - 1, lua_gettop(L), depth);
    lua_pop(L, 2);
  }
  lua_pop(L, 2);
}

static void read_node(lua_State *L, wm_vm *vm, int key, int value, int depth) {
  int32_t place = vm->node_count;
  wm_node *node = new_node(L, vm);
  wm_read_value(L, key, &node->key);
  wm_read_value(L, value, &node->value);
  // The host copies every text, however often a pack shows it the same one.
  wm_charge(L, (node->key.length + node->value.length) / BYTES_A_STEP);
  if (node->value.tag == WM_FUNCTION) {
    lua_Debug record;
    lua_pushvalue(L, value);
    lua_getinfo(L, ">S", &record);
    node->line = record.linedefined > 0 ? record.linedefined : 0;
    node->value.as.i = ++vm->function_count;
    lua_rawgeti(L, LUA_REGISTRYINDEX, vm->functions_ref);
    lua_pushvalue(L, value);
    lua_rawseti(L, -2, vm->function_count);
    lua_pop(L, 1);
  } else if (node->value.tag == WM_TABLE) {
    read_children(L, vm, value, depth + 1);
  }
  vm->nodes[place].next = vm->node_count;
}

void wm_read_arguments(lua_State *L, int first, int last) {
  wm_vm *vm = wm_of(L);
  vm->node_count = 0;
  new_node(L, vm)->value.tag = WM_TABLE;
  luaL_checkstack(L, 4, "arguments");
  for (int i = first; i <= last; i++) {
    lua_pushinteger(L, i - first + 1);
    read_node(L, vm, lua_gettop(L), i, 0);
    lua_pop(L, 1);
  }
  vm->nodes[0].next = vm->node_count;
}

// ---- declarations ---------------------------------------------------------------------------------

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
  size_t length;
  const char *name = lua_tolstring(L, 1, &length);
  if (strlen(name) != length) wm_raise(L, WM_CODE_ARGUMENT, "the name after `%s` holds a zero byte", kind);
  if (lua_gettop(L) >= 2) return declare_table(L, kind, name, 2);
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
  if (wm_run_protected(vm, add_declaration, &request) != WM_OK) vm->incomplete = true;
}

// ---- chunks ---------------------------------------------------------------------------------------

static bool is_too_deep(lua_State *L) {
  return lua_type(L, -1) == LUA_TSTRING && strstr(lua_tostring(L, -1), "C stack overflow") != NULL;
}

// The bytes of the first lines of a source.
static size_t lines_size(const char *source, size_t length, int32_t lines) {
  const char *at = source, *end = source + length;
  while (lines-- > 0 && at < end) {
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    at = newline == NULL ? end : newline + 1;
  }
  return (size_t)(at - source);
}

// The compiler does not say where a source nests too deeply: it is where the shortest run of whole lines ends that does so.
static int32_t too_deep_line(lua_State *L, const char *source, size_t length, const char *name) {
  int32_t low = 1, high = 1;
  while (lines_size(source, length, high) < length) high *= 2;
  while (low < high) {
    int32_t middle = low + (high - low) / 2;
    luaL_loadbufferx(L, source, lines_size(source, length, middle), name, "t");
    if (is_too_deep(L)) high = middle;
    else low = middle + 1;
    lua_pop(L, 1);
  }
  return low;
}

// Pushes the chunk as a function, or raises what the compiler says.
static void push_chunk(lua_State *L, const char *source, size_t length, const char *chunk) {
  char name[MAX_NAME + 1];
  snprintf(name, sizeof name, "=%s", chunk);
  int status = luaL_loadbufferx(L, source, length, name, "t");
  if (status == LUA_OK) return;
  wm_vm *vm = wm_of(L);
  if (status == LUA_ERRMEM) {
    wm_set_breach(vm, WM_CODE_MEMORY);
    wm_raise_status(L, WM_BREACH);
  }
  wm_outcome *outcome = &vm->outcome;
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "it cannot be read";
  int32_t line = 0;
  size_t shown = strlen(chunk) < SHOWN_NAME ? strlen(chunk) : SHOWN_NAME;
  if (strncmp(text, chunk, shown) == 0 && text[shown] == ':') {
    char *rest;
    line = (int32_t)strtol(text + shown + 1, &rest, 10);
    if (*rest == ':') text = rest + 1 + (rest[1] == ' ');
  }
  if (is_too_deep(L)) {
    line = too_deep_line(L, source, length, name);
    text = "the code nests too deeply here: Lua takes some 190 brackets, tables, blocks or operators inside one another, or 100 functions";
  }
  snprintf(outcome->file, sizeof outcome->file, "%s", chunk);
  outcome->line = line;
  outcome->code = WM_CODE_SYNTAX;
  snprintf(outcome->message, sizeof outcome->message, "%s", text);
  wm_raise_status(L, WM_FAULT);
}

typedef struct {
  const char *source;
  size_t length;
  const char *chunk;
} load_request;

static int no_names(lua_State *L) {
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  wm_raise(L, WM_CODE_UNDEFINED_NAME, "`%.60s` is used here, and the file sees no names", name);
}

static int run_data(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const load_request *request = lua_touserdata(L, 1);
  push_chunk(L, request->source, request->length, request->chunk);
  lua_newtable(L);
  lua_createtable(L, 0, 3);
  lua_pushcfunction(L, no_names);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, no_names);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_setupvalue(L, -2, 1);
  lua_call(L, 0, 1);
  vm->node_count = 0;
  read_node(L, vm, lua_gettop(L), lua_gettop(L), 0);
  // Strings of the nodes live as long as the value does.
  lua_rawseti(L, LUA_REGISTRYINDEX, vm->data_ref);
  return 0;
}

static int run_rules(lua_State *L) {
  const load_request *request = lua_touserdata(L, 1);
  push_chunk(L, request->source, request->length, request->chunk);
  lua_rawgeti(L, LUA_REGISTRYINDEX, wm_of(L)->env_ref);
  lua_setupvalue(L, -2, 1);
  lua_call(L, 0, 0);
  return 0;
}

wm_status wm_load_data(wm_vm *vm, const char *source, size_t length, const char *chunk, const wm_node **nodes, int32_t *count) {
  load_request request = { source, length, chunk };
  wm_arm(vm);
  wm_status status = wm_run_protected(vm, run_data, &request);
  *nodes = vm->nodes;
  *count = status == WM_OK ? vm->node_count : 0;
  return status;
}

wm_status wm_load_rules(wm_vm *vm, const char *source, size_t length, const char *chunk) {
  load_request request = { source, length, chunk };
  wm_arm(vm);
  if (vm->incomplete) {
    wm_set_breach(vm, WM_CODE_MEMORY);
    return wm_finish(vm, LUA_OK);
  }
  return wm_run_protected(vm, run_rules, &request);
}

// ---- modules --------------------------------------------------------------------------------------

int wm_require(lua_State *L) {
  static const char loading_mark = 0;  // its address stands for a module that has not ended yet
  wm_vm *vm = wm_of(L);
  if (lua_type(L, 1) != LUA_TSTRING) wm_raise(L, WM_CODE_ARGUMENT, "`require` wants a module's name in quotes, as in `require \"common.rag\"`");
  size_t name_length;
  const char *name = lua_tolstring(L, 1, &name_length);
  if (strlen(name) != name_length) wm_raise(L, WM_CODE_MODULE, "the module's name holds a zero byte");
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->modules_ref);
  int modules = lua_gettop(L);
  lua_pushvalue(L, 1);
  if (lua_rawget(L, modules) != LUA_TNIL) {
    if (lua_touserdata(L, -1) == &loading_mark) wm_raise(L, WM_CODE_MODULE, "the module `%.100s` requires itself, by way of others or directly", name);
    return 1;
  }
  if (vm->sealed) wm_raise(L, WM_CODE_MODULE, "`require` belongs at the top of a file, not inside a rule");
  const char *source;
  size_t length;
  char chunk[MAX_NAME] = "", error[1024] = "";
  if (vm->host.module(vm->host.context, name, &source, &length, chunk, sizeof chunk, error, sizeof error) != 0)
    wm_raise(L, WM_CODE_MODULE, "%s", error);
  lua_pushvalue(L, 1);
  lua_pushlightuserdata(L, (void *)&loading_mark);
  lua_rawset(L, modules);
  push_chunk(L, source, length, chunk);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->env_ref);
  lua_setupvalue(L, -2, 1);
  wm_call_inside(L, 0, 1);
  if (lua_isnil(L, -1)) lua_pop(L, 1), lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -2);
  lua_rawset(L, modules);
  return 1;
}
