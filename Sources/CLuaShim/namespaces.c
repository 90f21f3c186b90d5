// Namespaces: `param`, `d` and what is in it.
#include "internal.h"

static int call_method(lua_State *L) {
  wm_vm *vm = wm_of(L);
  const wm_field *method = &vm->types[lua_tointeger(L, lua_upvalueindex(1))].fields[lua_tointeger(L, lua_upvalueindex(2))];
  int argument = lua_gettop(L);
  if (lua_type(L, argument) != LUA_TSTRING)
    wm_raise(L, WM_CODE_ARGUMENT, "`%s` wants a name in quotes, as in `:%s(\"sac\")`", method->key, method->key);
  wm_value result = { .tag = WM_NIL };
  char error[1024] = "";
  wm_status status = vm->host.method(vm->host.context, method->spec.type, lua_tostring(L, argument), &result, error, sizeof error);
  if (status == WM_UNKNOWN) wm_raise_unknown_slot(L, result.tag == WM_NUMBER ? (int32_t)result.as.d : -1);
  if (status != WM_OK && error[0] != 0) wm_raise(L, WM_CODE_HOST, "%s", error);
  if (status != WM_OK) wm_raise_status(L, status);
  wm_push_value(L, vm, &result);
  return 1;
}

int wm_namespace_index(lua_State *L, int64_t bits) {
  wm_vm *vm = wm_of(L);
  int32_t type_id = (int32_t)wm_handle_number(bits);
  const wm_type *type = &vm->types[type_id];
  const wm_field *field = lua_type(L, 2) == LUA_TSTRING ? wm_lookup(type, lua_tostring(L, 2)) : NULL;
  if (field == NULL) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : lua_typename(L, lua_type(L, 2));
    wm_raise_name(L, WM_CODE_UNDEFINED_NAME, WM_NAME_FIELD, type_id, -1, name);
  }
  switch (field->spec.kind) {
    case WM_FIELD_NAMESPACE: wm_push_bits(L, wm_make(WM_NAMESPACE, field->spec.type)); return 1;
    case WM_FIELD_CONSTANT: wm_push_value(L, vm, &field->spec.constant); return 1;
    case WM_FIELD_METHOD:
      lua_pushinteger(L, type_id);
      lua_pushinteger(L, field - type->fields);
      lua_pushcclosure(L, call_method, 2);
      return 1;
    default: break;
  }
  int32_t slot = field->spec.slot;
  if (slot < 0 || slot >= vm->memo_count) wm_raise_unknown_slot(L, slot);
  if (slot < WM_MEMO_WORDS * 64) vm->reads.memos[slot >> 6] |= 1ull << (slot & 63);
  if (vm->memos[slot].state == WM_MEMO_UNSET) {
    wm_status status = vm->host.compute(vm->host.context, slot);
    if (status == WM_FAULT || status == WM_BREACH) wm_raise_status(L, status);
  }
  if (vm->memos[slot].state != WM_MEMO_KNOWN) wm_raise_unknown_slot(L, slot);
  const wm_value *value = &vm->memos[slot].value;
  if (value->tag == WM_POOLED) wm_push_own_text(L, value->as.i);
  else wm_push_value(L, vm, value);
  return 1;
}
