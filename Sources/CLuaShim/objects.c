// Objects of the host: Lua calls them, asks for their parts and for their length, and the host answers with one value.
#include "internal.h"

enum { USE_STEPS = 20 };

static int use(lua_State *L, wm_object_use how, int first, int last) {
  wm_vm *vm = wm_of(L);
  int32_t object = (int32_t)wm_handle_number(wm_bits(L, 1));
  wm_charge(L, USE_STEPS);
  wm_outcome place;
  wm_find_place(L, &place);
  wm_read_arguments(L, first, last);
  wm_value result = { .tag = WM_NIL };
  char error[1024] = "";
  int32_t refused = vm->host.object(
      vm->host.context, object, how, place.file, place.line, vm->nodes, vm->node_count, &result, error, sizeof error);
  // The host may have called Lua again, and there a limit may have been reached.
  if (vm->breach != 0) wm_charge(L, 0);
  if (refused != 0) wm_raise(L, WM_CODE_HOST, "%s", error);
  wm_push_value(L, vm, &result);
  return 1;
}

int wm_object_call(lua_State *L) { return use(L, WM_USE_CALL, 2, lua_gettop(L)); }
int wm_object_index(lua_State *L) { return use(L, WM_USE_INDEX, 2, 2); }
int wm_object_length(lua_State *L) { return use(L, WM_USE_LENGTH, 2, 1); }
