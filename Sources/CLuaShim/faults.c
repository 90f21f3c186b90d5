// How things go wrong: faults with their place, and protected calls that turn them into a status.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

// ---- raising --------------------------------------------------------------------------------------

static void keep_file(wm_outcome *outcome, const char *source) {
  snprintf(outcome->file, sizeof outcome->file, "%s", *source == '=' ? source + 1 : source);
}

void wm_find_place(lua_State *L, wm_outcome *outcome) {
  lua_Debug record;
  outcome->line = 0;
  outcome->file[0] = 0;
  for (int level = 0; lua_getstack(L, level, &record); level++) {
    lua_getinfo(L, "Sl", &record);
    if (record.what[0] == 'C' || record.currentline <= 0) continue;
    outcome->line = record.currentline;
    keep_file(outcome, record.source);
    return;
  }
}

int wm_signal(lua_State *L, int index) {
  return wm_is(L, index, WM_SIGNAL) ? (int)wm_handle_number(wm_bits(L, index)) : 0;
}

static _Noreturn void raise_signal(lua_State *L, int signal) {
  wm_push_bits(L, wm_make(WM_SIGNAL, signal));
  lua_error(L);
  __builtin_unreachable();
}

void wm_raise(lua_State *L, wm_code code, const char *format, ...) {
  wm_outcome *outcome = &wm_of(L)->outcome;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(outcome->message, sizeof outcome->message, format, arguments);
  va_end(arguments);
  outcome->code = code;
  wm_find_place(L, outcome);
  raise_signal(L, WM_SIGNAL_FAULT);
}

void wm_raise_name(lua_State *L, wm_code code, wm_name_problem problem, int32_t type, int32_t field, const char *name) {
  wm_vm *vm = wm_of(L);
  char text[1024] = "";
  vm->host.explain(vm->host.context, problem, type, field, name, text, sizeof text);
  wm_raise(L, code, "%s", text);
}

static _Noreturn void raise_unknown(lua_State *L, int32_t field, int32_t slot) {
  wm_outcome *outcome = &wm_of(L)->outcome;
  outcome->unknown_field = field;
  outcome->unknown_slot = slot;
  raise_signal(L, WM_SIGNAL_UNKNOWN);
}

void wm_raise_unknown_field(lua_State *L, int32_t read_id) { raise_unknown(L, read_id, -1); }
void wm_raise_unknown_slot(lua_State *L, int32_t slot) { raise_unknown(L, -1, slot); }

void wm_raise_status(lua_State *L, wm_status status) {
  raise_signal(L, status == WM_BREACH ? WM_SIGNAL_BREACH : WM_SIGNAL_FAULT);
}

// ---- catching -------------------------------------------------------------------------------------

// Lua puts `file:line: ` in front of its texts; the outcome holds these apart.
int wm_note_place(lua_State *L) {
  if (wm_signal(L, 1)) return 1;
  wm_vm *vm = wm_of(L);
  vm->prefix = 0;
  wm_find_place(L, &vm->outcome);
  if (lua_type(L, 1) != LUA_TSTRING) return 1;
  const char *text = lua_tostring(L, 1);
  lua_Debug record;
  // Finding a level takes longer the deeper it is, so only the nearest are tried.
  for (int level = 0; level < 50 && lua_getstack(L, level, &record); level++) {
    lua_getinfo(L, "S", &record);
    size_t length = strlen(record.short_src);
    if (record.what[0] == 'C' || strncmp(text, record.short_src, length) != 0 || text[length] != ':') continue;
    const char *digits = text + length + 1;
    char *rest;
    long line = strtol(digits, &rest, 10);
    if (rest == digits || *rest != ':') continue;
    vm->outcome.line = (int32_t)line;
    keep_file(&vm->outcome, record.source);
    vm->prefix = (size_t)(rest + 1 + (rest[1] == ' ') - text);
    break;
  }
  return 1;
}

static void describe_breach(wm_vm *vm) {
  wm_outcome *outcome = &vm->outcome;
  outcome->code = vm->breach;
  if (vm->long_text) {
    snprintf(outcome->message, sizeof outcome->message, "it makes a text of more than %zu bytes", vm->limits.text);
    return;
  }
  const char *words = "it runs for longer than one nominal may take";
  if (vm->breach == WM_CODE_MEMORY) words = "it needs more memory than one nominal may take";
  if (vm->breach == WM_CODE_DEPTH) words = "functions or answers call one another too deeply";
  if (vm->breach == WM_CODE_REASONS) words = "its reasons are longer, all together, than those of one nominal may be";
  if (vm->breach == WM_CODE_TIME) words = "it takes more time than one nominal may take";
  snprintf(outcome->message, sizeof outcome->message, "%s", words);
}

static void describe_error(wm_vm *vm, int lua_status) {
  lua_State *L = vm->L;
  wm_outcome *outcome = &vm->outcome;
  outcome->code = WM_CODE_LUA;
  if (lua_status != LUA_ERRRUN) {  // the handler did not run
    vm->prefix = 0;
    outcome->line = 0;
    outcome->file[0] = 0;
  }
  if (lua_type(L, -1) != LUA_TSTRING) {
    snprintf(outcome->message, sizeof outcome->message, "an error was raised with %s, not with words", wm_noun(L, -1));
    return;
  }
  const char *text = lua_tostring(L, -1) + vm->prefix;
  bool too_deep = lua_status == LUA_ERRERR || strncmp(text, "stack overflow", 14) == 0 || strncmp(text, "C stack overflow", 16) == 0;
  snprintf(outcome->message, sizeof outcome->message, "%s",
           too_deep ? "functions or answers call one another too deeply" : text);
}

// Turns what lua_pcall left on the stack's top into a status and an outcome, and pops an error.
wm_status wm_finish(wm_vm *vm, int lua_status) {
  lua_State *L = vm->L;
  // The place is that of the allocator's refusal, as there is nothing left of the rule by now.
  if (lua_status == LUA_ERRMEM && vm->refusals > 0 && vm->breach == 0) vm->breach = WM_CODE_MEMORY;
  if (vm->breach != 0) {
    if (lua_status != LUA_OK) lua_pop(L, 1);
    describe_breach(vm);
    return WM_BREACH;
  }
  if (lua_status == LUA_OK) return WM_OK;
  int signal = wm_signal(L, -1);
  if (signal == 0) describe_error(vm, lua_status);
  lua_pop(L, 1);
  return signal == WM_SIGNAL_UNKNOWN ? WM_UNKNOWN : WM_FAULT;
}

wm_status wm_run_protected(wm_vm *vm, lua_CFunction function, void *argument) {
  lua_State *L = vm->L;
  int top = lua_gettop(L);
  if (!lua_checkstack(L, 4)) {
    wm_set_breach(vm, WM_CODE_MEMORY);
    return wm_finish(vm, LUA_OK);
  }
  lua_pushcfunction(L, wm_note_place);
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, argument);
  wm_status status = wm_finish(vm, lua_pcall(L, 1, 0, top + 1));
  lua_settop(L, top);
  return status;
}
