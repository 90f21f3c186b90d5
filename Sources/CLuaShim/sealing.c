// The end of loading: what rules share becomes read only, and their files' locals are watched.
#include <stdlib.h>

#include "internal.h"

typedef struct {
  const char *const *assigned;
  int32_t count;
} seal_request;

static bool is_assigned(const seal_request *request, const char *name) {
  for (int32_t i = 0; i < request->count; i++)
    if (strcmp(request->assigned[i], name) == 0) return true;
  return false;
}

static void watch_local(lua_State *L, wm_vm *vm, int function, int upvalue, int value) {
  if (vm->local_count == vm->local_capacity) {
    int32_t capacity = vm->local_capacity == 0 ? 16 : vm->local_capacity * 2;
    void *moved = realloc(vm->locals, (size_t)capacity * sizeof *vm->locals);
    if (moved == NULL) wm_raise(L, WM_CODE_MEMORY, "out of memory");
    vm->locals = moved;
    vm->local_capacity = capacity;
  }
  vm->locals[vm->local_count].id = lua_upvalueid(L, function, upvalue);
  vm->locals[vm->local_count++].upvalue = upvalue;
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->local_owners_ref);
  lua_pushvalue(L, function);
  lua_rawseti(L, -2, vm->local_count);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->local_values_ref);
  lua_pushvalue(L, value);
  lua_rawseti(L, -2, vm->local_count);
  lua_pop(L, 2);
}

// A list of work in `pending` stands in for recursion, so that no pack can exhaust the C stack.
static void push_pending(lua_State *L, int pending, int value) {
  int type = lua_type(L, value);
  if (type != LUA_TTABLE && type != LUA_TFUNCTION) return;
  lua_pushvalue(L, value);
  lua_rawseti(L, pending, (lua_Integer)lua_rawlen(L, pending) + 1);
}

// `seen` marks tables, functions and upvalues.
static bool mark_seen(lua_State *L, int seen, int value) {
  lua_pushvalue(L, value);
  lua_rawget(L, seen);
  bool already = lua_toboolean(L, -1);
  lua_pop(L, 1);
  if (already) return false;
  lua_pushvalue(L, value);
  lua_pushboolean(L, 1);
  lua_rawset(L, seen);
  return true;
}

static void push_roots(lua_State *L, wm_vm *vm, int seen, int pending) {
  const int roots[] = { vm->functions_ref, vm->globals_ref, vm->modules_ref };
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, roots[i]);
    int root = lua_gettop(L);
    mark_seen(L, seen, root);
    lua_pushnil(L);
    while (lua_next(L, root)) {
      push_pending(L, pending, lua_gettop(L));
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->env_ref);
  mark_seen(L, seen, lua_gettop(L));
  lua_pop(L, 1);
}

static void seal_table(lua_State *L, int pending, int table) {
  bool already_frozen = wm_push_contents(L, table);
  int contents = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    push_pending(L, pending, lua_gettop(L));
    push_pending(L, pending, lua_gettop(L) - 1);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  if (!already_frozen) wm_freeze_table(L, table);
}

static void seal_function(lua_State *L, wm_vm *vm, const seal_request *request, int seen, int pending, int function) {
  lua_CFunction native = lua_tocfunction(L, function);
  // These remember where they are, so one nominal would see how far the one before it went.
  if (native == wm_pairs_step || native == wm_gmatch_step)
    wm_raise(L, WM_CODE_ARGUMENT, "a walk begun with `pairs` or `gmatch` is kept for later: begin it inside the rule");
  if (native != NULL) return;
  const char *name;
  for (int i = 1; (name = lua_getupvalue(L, function, i)) != NULL; i++) {
    int value = lua_gettop(L);
    push_pending(L, pending, value);
    if (is_assigned(request, name)) {
      lua_pushlightuserdata(L, lua_upvalueid(L, function, i));
      bool fresh = mark_seen(L, seen, lua_gettop(L));
      lua_pop(L, 1);
      if (fresh) watch_local(L, vm, function, i, value);
    }
    lua_pop(L, 1);
  }
}

static int seal(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const seal_request *request = lua_touserdata(L, 1);
  lua_newtable(L);
  int seen = lua_gettop(L);
  lua_newtable(L);
  int pending = lua_gettop(L);
  push_roots(L, vm, seen, pending);
  lua_Integer length;
  while ((length = (lua_Integer)lua_rawlen(L, pending)) > 0) {
    lua_rawgeti(L, pending, length);
    lua_pushnil(L);
    lua_rawseti(L, pending, length);
    int value = lua_gettop(L);
    if (mark_seen(L, seen, value)) {
      if (lua_type(L, value) == LUA_TTABLE) seal_table(L, pending, value);
      else seal_function(L, vm, request, seen, pending, value);
    }
    lua_pop(L, 1);
  }
  vm->loading = false;
  vm->sealed = true;
  return 0;
}

wm_status wm_seal(wm_vm *vm, const char *const *assigned, int32_t count) {
  seal_request request = { assigned, count };
  wm_arm(vm);
  if (vm->incomplete) wm_set_breach(vm, WM_CODE_MEMORY);
  wm_status status = wm_run_protected(vm, seal, &request);
  lua_gc(vm->L, LUA_GCCOLLECT);
  vm->settled = vm->used;
  return status;
}

// Stricter than `==`: a rule can tell 1 from 1.0 and 0.0 from -0.0, and what is not a number equals itself here.
static bool unchanged(lua_State *L, int a, int b) {
  if (lua_type(L, a) != LUA_TNUMBER || lua_type(L, b) != LUA_TNUMBER || lua_isinteger(L, a)) {
    if (lua_isinteger(L, a) != lua_isinteger(L, b)) return false;
    return lua_rawequal(L, a, b);
  }
  lua_Number x = lua_tonumber(L, a), y = lua_tonumber(L, b);
  return !lua_isinteger(L, b) && memcmp(&x, &y, sizeof x) == 0;
}

// Puts every changed local back, and names the first.
static int check_locals(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const char *first = NULL;
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->local_owners_ref);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->local_values_ref);
  int values = lua_gettop(L), owners = values - 1;
  for (int32_t i = 0; i < vm->local_count; i++) {
    lua_rawgeti(L, owners, i + 1);
    const char *name = lua_getupvalue(L, -1, vm->locals[i].upvalue);
    lua_rawgeti(L, values, i + 1);
    if (!unchanged(L, -1, -2)) {
      if (first == NULL) first = name;
      lua_setupvalue(L, -3, vm->locals[i].upvalue);
      lua_pop(L, 2);
    } else {
      lua_pop(L, 3);
    }
  }
  if (first != NULL)
    wm_raise(L, WM_CODE_CHANGED_LOCAL, "the local `%.60s` of the file was changed: what one nominal's rules do must not reach the next; use a local inside the rule", first);
  return 0;
}

bool wm_watches_locals(const wm_vm *vm) { return vm->local_count > 0; }

wm_status wm_check_locals(wm_vm *vm) {
  vm->unchecked = false;
  return vm->local_count == 0 ? WM_OK : wm_run_protected(vm, check_locals, NULL);
}
