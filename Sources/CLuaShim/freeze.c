// What rules share is read only: tables are emptied into a hidden one that they show, and locals are watched.
#include <stdlib.h>

#include "internal.h"

static int refuse_write(lua_State *L) {
  const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : lua_isinteger(L, 2) ? "1" : "?";
  char number[32];
  if (lua_isinteger(L, 2)) {
    lua_Integer value = lua_tointeger(L, 2);
    int at = sizeof number;
    number[--at] = 0;
    bool negative = value < 0;
    uint64_t rest = negative ? 0 - (uint64_t)value : (uint64_t)value;
    do number[--at] = (char)('0' + rest % 10), rest /= 10; while (rest > 0);
    if (negative) number[--at] = '-';
    key = number + at;
  }
  wm_raise(L, WM_CODE_READ_ONLY, "`%.60s` cannot be set: a table that outlives one nominal is read only inside a rule", key);
}

static int frozen_length(lua_State *L) {
  wm_push_contents(L, 1);
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
  return 1;
}

bool wm_push_contents(lua_State *L, int index) {
  index = lua_absindex(L, index);
  if (lua_getmetatable(L, index)) {
    lua_pushliteral(L, "__index");
    lua_rawget(L, -2);
    lua_remove(L, -2);
    if (lua_type(L, -1) == LUA_TTABLE) return true;
    lua_pop(L, 1);
  }
  lua_pushvalue(L, index);
  return false;
}

void wm_freeze_table(lua_State *L, int index) {
  index = lua_absindex(L, index);
  lua_newtable(L);
  int contents = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, index)) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, contents);
  }
  lua_pushnil(L);
  while (lua_next(L, contents)) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, index);
  }
  lua_createtable(L, 0, 4);
  lua_pushvalue(L, contents);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, refuse_write);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, frozen_length);
  lua_setfield(L, -2, "__len");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, index);
  lua_pop(L, 1);
}

// ---- sealing --------------------------------------------------------------------------------------

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
  vm->locals[vm->local_count++].upvalue = upvalue;
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->local_owners_ref);
  lua_pushvalue(L, function);
  lua_rawseti(L, -2, vm->local_count);
  lua_rawgeti(L, LUA_REGISTRYINDEX, vm->local_values_ref);
  lua_pushvalue(L, value);
  lua_rawseti(L, -2, vm->local_count);
  lua_pop(L, 2);
}

// Walks all that can be reached from the value on the stack's top, and pops it. `seen` marks tables, functions and upvalues.
// A list of work in `pending` stands in for recursion, so that no pack can exhaust the C stack.
static void push_pending(lua_State *L, int pending, int value) {
  int type = lua_type(L, value);
  if (type != LUA_TTABLE && type != LUA_TFUNCTION) return;
  lua_pushvalue(L, value);
  lua_rawseti(L, pending, (lua_Integer)lua_rawlen(L, pending) + 1);
}

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

static int seal(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const seal_request *request = lua_touserdata(L, 1);
  lua_newtable(L);
  int seen = lua_gettop(L);
  lua_newtable(L);
  int pending = lua_gettop(L);
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
  lua_Integer length;
  while ((length = (lua_Integer)lua_rawlen(L, pending)) > 0) {
    lua_rawgeti(L, pending, length);
    lua_pushnil(L);
    lua_rawseti(L, pending, length);
    int value = lua_gettop(L);
    if (!mark_seen(L, seen, value)) {
      lua_pop(L, 1);
      continue;
    }
    if (lua_type(L, value) == LUA_TTABLE) {
      bool already_frozen = wm_push_contents(L, value);
      int contents = lua_gettop(L);
      lua_pushnil(L);
      while (lua_next(L, contents)) {
        push_pending(L, pending, lua_gettop(L));
        push_pending(L, pending, lua_gettop(L) - 1);
        lua_pop(L, 1);
      }
      lua_pop(L, 1);
      if (!already_frozen) wm_freeze_table(L, value);
    } else if (!lua_iscfunction(L, value)) {
      const char *name;
      for (int i = 1; (name = lua_getupvalue(L, value, i)) != NULL; i++) {
        push_pending(L, pending, lua_gettop(L));
        if (is_assigned(request, name)) {
          lua_pushlightuserdata(L, lua_upvalueid(L, value, i));
          bool fresh = mark_seen(L, seen, lua_gettop(L));
          lua_pop(L, 1);
          if (fresh) watch_local(L, vm, value, i, lua_gettop(L));
        }
        lua_pop(L, 1);
      }
    }
    lua_pop(L, 1);
  }
  vm->loading = false;
  vm->sealed = true;
  return 0;
}


wm_status wm_seal(wm_vm *vm, const char *const *assigned, int32_t count) {
  seal_request request = { assigned, count };
  wm_status status = wm_run_protected(vm, seal, &request);
  lua_gc(vm->L, LUA_GCCOLLECT);
  return status;
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
    if (!lua_rawequal(L, -1, -2)) {
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

wm_status wm_check_locals(wm_vm *vm) {
  return vm->local_count == 0 ? WM_OK : wm_run_protected(vm, check_locals, NULL);
}
