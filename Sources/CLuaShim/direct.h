// Functions of rules run directly over cells: the instructions that Lua compiled, without Lua's stack, protected calls and
// hook. Whatever is not an everyday case is left to Lua: docs/decisions/0021-rules-without-lua.md.
#ifndef WM_DIRECT_H
#define WM_DIRECT_H

#include "internal.h"

// Numbers of Lua 5.4's instructions.
enum {
  OP_MOVE, OP_LOADI, OP_LOADF, OP_LOADK, OP_LOADKX, OP_LOADFALSE, OP_LFALSESKIP, OP_LOADTRUE, OP_LOADNIL, OP_GETUPVAL,
  OP_SETUPVAL, OP_GETTABUP, OP_GETTABLE, OP_GETI, OP_GETFIELD, OP_SETTABUP, OP_SETTABLE, OP_SETI, OP_SETFIELD, OP_NEWTABLE,
  OP_SELF, OP_ADDI, OP_ADDK, OP_SUBK, OP_MULK, OP_MODK, OP_POWK, OP_DIVK, OP_IDIVK, OP_BANDK, OP_BORK, OP_BXORK, OP_SHRI,
  OP_SHLI, OP_ADD, OP_SUB, OP_MUL, OP_MOD, OP_POW, OP_DIV, OP_IDIV, OP_BAND, OP_BOR, OP_BXOR, OP_SHL, OP_SHR, OP_MMBIN,
  OP_MMBINI, OP_MMBINK, OP_UNM, OP_BNOT, OP_NOT, OP_LEN, OP_CONCAT, OP_CLOSE, OP_TBC, OP_JMP, OP_EQ, OP_LT, OP_LE, OP_EQK,
  OP_EQI, OP_LTI, OP_LEI, OP_GTI, OP_GEI, OP_TEST, OP_TESTSET, OP_CALL, OP_TAILCALL, OP_RETURN, OP_RETURN0, OP_RETURN1,
  OP_FORLOOP, OP_FORPREP, OP_TFORPREP, OP_TFORCALL, OP_TFORLOOP, OP_COUNT
};

// Values are those of wm_tag, texts that Lua keeps or the row holds, and these. WM_TABLE and WM_FUNCTION are places in
// `tables` and `functions`; WM_OTHER is something that only Lua can use.
enum { WM_BUILTIN = WM_OTHER + 1, WM_GLOBALS, WM_TODAY };

typedef enum {
  WM_BUILTIN_COUNT, WM_BUILTIN_ANY, WM_BUILTIN_ALL, WM_BUILTIN_LATEST, WM_BUILTIN_EARLIEST, WM_BUILTIN_HAS, WM_BUILTIN_GET,
  WM_BUILTIN_STEP,   // of a walk begun with `ipairs`
  // From here on, those that rules find by name.
  WM_BUILTIN_IPAIRS, WM_BUILTIN_PAIRS, WM_BUILTIN_LENGTH, WM_BUILTIN_TOSTRING, WM_BUILTIN_DAYS, WM_BUILTIN_MONTHS, WM_BUILTIN_YEARS,
  WM_BUILTIN_MIN, WM_BUILTIN_MAX, WM_BUILTIN_FLOOR, WM_BUILTIN_CEIL, WM_BUILTINS
} wm_builtin;

// A table that nothing can change any more: open addressing on the key's hash.
typedef struct {
  const void *identity;   // as Lua knows it
  wm_value *keys, *values;  // free places have the key WM_NIL
  uint32_t room;          // a power of two, or 0
  int64_t border, length; // what `#` gives, and what Lua looks through for it
} wm_constant_table;

typedef struct {
  const void *identity;
  uint8_t *bytes;         // as lua_dump wrote it, into which long texts point
  uint32_t *code;
  wm_value *constants, *globals, *upvalues;  // `globals`: what the global of a constant's name stands for
  struct { int32_t type, field; } *found;    // for each instruction, where its name was found last
  int32_t length, constant_count, upvalue_count, parameters, registers;
  int64_t runs, strays;   // how often it was begun, and how often it had to be left to Lua then
  bool able;
} wm_direct_function;

enum { WM_DIRECT_VALUES = 4096, WM_DIRECT_TEXTS = 16 << 10, WM_DIRECT_TEXT = 2048 };

struct wm_direct {
  wm_direct_function *functions;
  wm_constant_table *tables;
  int32_t function_count, function_capacity, table_count, table_capacity;
  int32_t *numbers;       // for each of vm->functions_ref, its place in `functions`; -1: none
  int32_t number_count;
  lua_CFunction builtins[WM_BUILTINS];
  wm_value *top;          // of `values`
  size_t text_count;
  int64_t work;           // instructions since the outermost call began
  int32_t nesting;
  wm_value values[WM_DIRECT_VALUES];
  char texts[WM_DIRECT_TEXTS];
};

static inline bool wm_is_handle(const wm_value *value, int kind) {
  return value->tag == WM_HANDLE && wm_handle_kind(value->as.i) == kind;
}
static inline bool wm_is_text(const wm_value *value, const char *text, size_t length) {
  return value->tag == WM_STRING && (size_t)value->length == length
      && (value->as.text == text || memcmp(value->as.text, text, length) == 0);
}

// ---- direct_link.c --------------------------------------------------------------------------------

// The value of a key of a constant table; NULL: none.
const wm_value *wm_constant_at(const wm_constant_table *table, const wm_value *key);

// ---- direct_values.c ------------------------------------------------------------------------------

// Two values that `==` can compare here; false: only Lua can.
bool wm_direct_equal(const wm_value *a, const wm_value *b, bool *equal);
bool wm_direct_less(const wm_value *a, const wm_value *b, bool or_equal, bool *less);
// `operation` is OP_ADD, OP_SUB, OP_MUL, OP_MOD, OP_DIV or OP_IDIV.
bool wm_direct_arithmetic(int operation, const wm_value *a, const wm_value *b, wm_value *result);
bool wm_direct_concat(wm_direct *direct, const wm_value *values, int count, wm_value *result);

// ---- direct_index.c -------------------------------------------------------------------------------

// `object[key]`, where `place` is the instruction's own memory of where it found a name.
wm_way wm_direct_index(wm_vm *vm, const wm_value *object, const wm_value *key, int32_t place[2], wm_value *result);
// Calls a builtin; its results, at most three, go where `arguments` are. Returns how many there are, or -1: left to Lua.
int wm_direct_builtin(wm_vm *vm, wm_builtin builtin, wm_value *arguments, int count, wm_way *way);

#endif
