// What one evaluation may take: memory through the allocator, work and time through a hook and through charges.
#include <stdlib.h>
#include <time.h>

#include "internal.h"

// A few instructions can copy megabytes, so the clock is looked at often; it costs a hundredth of what runs in between.
enum { HOOK_STEP = 100, CLOCK_STEP = 1000, MAX_REFUSALS = 32, STRING_OVERHEAD = 64, PLAINLY_SHALLOW = 16 };

static void breach(wm_vm *vm, wm_code code) {
  if (vm->breach != 0) return;
  vm->breach = code;
  if (vm->L != NULL) wm_find_place(vm->L, &vm->outcome);
}

void wm_set_breach(wm_vm *vm, wm_code code) { breach(vm, code); }

// Lua answers a refusal with a full collection and asks once more. Each costs time, so only few are borne.
static void *refuse(wm_vm *vm, const void *block, size_t size) {
  bool again = vm->refused_size == size && vm->refused_block == block;
  vm->refused_block = block;
  vm->refused_size = size;
  vm->refusals++;
  if (again || vm->refusals > MAX_REFUSALS) breach(vm, WM_CODE_MEMORY);
  // A library function's buffer is asked for only once, so the place is noted each time.
  else if (vm->L != NULL && vm->breach == 0) wm_find_place(vm->L, &vm->outcome);
  return NULL;
}

void *wm_capped_alloc(void *context, void *block, size_t old_size, size_t new_size) {
  wm_vm *vm = context;
  bool is_text = block == NULL && old_size == LUA_TSTRING;
  if (block == NULL) old_size = 0;  // Lua passes the kind of object there
  if (new_size == 0) {
    free(block);
    vm->used -= old_size;
    return NULL;
  }
  if (is_text && new_size > vm->limits.text + STRING_OVERHEAD) {
    if (vm->breach == 0) vm->long_text = true;
    breach(vm, WM_CODE_MEMORY);
    return NULL;
  }
  if (new_size > old_size && vm->used + (new_size - old_size) > vm->limits.memory) return refuse(vm, block, new_size);
  void *moved = realloc(block, new_size);
  if (moved == NULL) return new_size <= old_size ? block : refuse(vm, block, new_size);
  vm->used = vm->used - old_size + new_size;
  vm->refused_size = 0;
  return moved;
}

static void count_hook(lua_State *L, lua_Debug *record) {
  if (record->event == LUA_HOOKLINE) wm_note_line(L, record);
  else wm_charge(L, HOOK_STEP);
}

// Only work that takes its time is ever asked for its time: most evaluations end before the first look.
static void look_at_clock(wm_vm *vm) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  int64_t nanoseconds = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
  if (vm->deadline == 0) vm->deadline = nanoseconds + vm->limits.milliseconds * 1000000;
  else if (nanoseconds > vm->deadline) breach(vm, WM_CODE_TIME);
  vm->next_look = vm->steps + CLOCK_STEP;
}

void wm_weigh(lua_State *L, wm_vm *vm) {
  if (vm->breach == 0 && vm->steps > vm->limits.instructions) breach(vm, WM_CODE_INSTRUCTIONS);
  if (vm->breach == 0 && vm->steps >= vm->next_look) look_at_clock(vm);
  if (vm->breach == 0) return;
  // From here on every instruction raises, so that no handler and no tail after a pcall can go on.
  lua_sethook(L, count_hook, LUA_MASKCOUNT, 1);
  wm_raise_status(L, WM_BREACH);
}

void wm_go_deeper(wm_vm *vm) {
  if (++vm->depth > vm->limits.depth) breach(vm, WM_CODE_DEPTH);
  // Lua has a limit of its own here, which calls without Lua do not come near.
  if (vm->depth > PLAINLY_SHALLOW) vm->doubtful = true;
}

void wm_call_inside(lua_State *L, int arguments, int results) {
  wm_vm *vm = wm_of(L);
  wm_go_deeper(vm);
  if (vm->breach != 0) wm_charge(L, 0);
  lua_call(L, arguments, results);
  vm->depth--;
}

void wm_arm(wm_vm *vm) {
  vm->steps = vm->next_look = vm->deadline = 0;
  vm->reasons = 0;
  vm->depth = 0;
  vm->breach = 0;
  vm->long_text = false;
  vm->refusals = 0;
  vm->refused_size = 0;
  int mask = (vm->limits.uncounted ? 0 : LUA_MASKCOUNT) | (vm->records_lines ? LUA_MASKLINE : 0);
  if (mask != 0) lua_sethook(vm->L, count_hook, mask, HOOK_STEP);
}
