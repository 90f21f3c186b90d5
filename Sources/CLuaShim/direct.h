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

// What an instruction found when it ran before.
typedef struct {
  int32_t type, field;    // where its name was; -1: nothing yet. Or one of the places below.
  union {
    struct {              // a plain field, or an answer
      int32_t cell;       // of an answer its slot
      int32_t pool;       // of an enumeration; of a record or a namespace its type
      uint16_t pool_count;
      uint8_t word, bit;  // of the reads: twice the bit's number and 1; 0: it is not recorded
      uint8_t kind;       // wm_field_kind + 1; 0: it is for neither wm_read_again nor wm_answer_again
      bool asks;          // a question to a list begins here that can be done in one: `n.offences:count(f)`
    };
    struct {              // the third of a question's four instructions
      const wm_bound_filter *bound;
      uint32_t age;       // vm->forgotten when it was found
    };
  };
} wm_found;

typedef struct {
  const void *identity;
  uint8_t *bytes;         // as lua_dump wrote it, into which long texts point
  uint32_t *code;
  wm_value *constants, *globals, *upvalues;  // `globals`: what the global of a constant's name stands for
  wm_found *found;        // for each instruction
  int32_t length, constant_count, upvalue_count, parameters, registers;
  int64_t runs, strays;   // how often it was begun, and how often it had to be left to Lua then
  bool able;
} wm_direct_function;

enum { WM_DIRECT_VALUES = 4096, WM_DIRECT_TEXTS = 16 << 10, WM_DIRECT_TEXT = 2048 };
// Calls inside one another; deeper ones are left to Lua.
enum { WM_MOST_DEPTH = 8 };

struct wm_direct {
  wm_direct_function *functions;
  wm_constant_table *tables;
  int32_t function_count, function_capacity, table_count, table_capacity;
  int32_t *numbers;       // for each of vm->functions_ref, its place in `functions`; -1: none
  wm_recall *recalls;     // for each likewise, what it answered before
  int32_t number_count;
  lua_CFunction builtins[WM_BUILTINS];
  wm_value *top;          // of `values`
  size_t text_count;
  int64_t work;           // instructions since the outermost call began
  int32_t nesting;
  size_t kept;            // bytes, for what functions answered before
  wm_value values[WM_DIRECT_VALUES];
  char texts[WM_DIRECT_TEXTS];
};

// Parts of an instruction.
#define WM_A(i) ((i) >> 7 & 255)
#define WM_B(i) ((i) >> 16 & 255)
#define WM_C(i) ((i) >> 24)
#define WM_K(i) ((i) >> 15 & 1)

static inline bool wm_is_handle(const wm_value *value, int kind) {
  return value->tag == WM_HANDLE && wm_handle_kind(value->as.i) == kind;
}
static inline bool wm_is_text(const wm_value *value, const char *text, size_t length) {
  return value->tag == WM_STRING && (size_t)value->length == length
      && (value->as.text == text || memcmp(value->as.text, text, length) == 0);
}

static inline wm_value wm_whole(int64_t number) { return (wm_value){ .tag = WM_INT, .as.i = number }; }
static inline wm_value wm_truth(bool is_true) { return (wm_value){ .tag = WM_BOOL, .as.i = is_true }; }
static inline wm_value wm_as_handle(int64_t bits) { return (wm_value){ .tag = WM_HANDLE, .as.i = bits }; }

// What stands in place of a type where an instruction found something other than a field: a list's verb, and, counted down from the
// last of these, one of the constant tables.
enum { WM_VERB_PLACE = -2, WM_TABLE_PLACE = -3 };

// `object.name` where the object is a record and the instruction found the name's field before, which is there, and is no age, no text
// and no fraction. False: the long way has to be gone, and `result` is as it was.
static inline __attribute__((always_inline)) bool wm_read_again(wm_vm *vm, const wm_value *object, const wm_found *found, wm_value *result) {
  if (object->tag != WM_HANDLE || found->kind == 0) return false;
  uint64_t bits = (uint64_t)object->as.i, same = (uint64_t)wm_record_bits(vm->generation, found->type, 0);
  if (((bits ^ same) & ~((uint64_t)(WM_MAX_CELLS - 1) << 12)) != 0) return false;
  int64_t first = wm_cell_of(object->as.i);
  uint64_t place = (uint64_t)(first + found->cell);
  if (place >= vm->cell_count) return false;
  int64_t cell = vm->cells[place];
  if (cell == WM_NONE) return false;
  switch (found->kind - 1) {
    case WM_FIELD_INT: *result = wm_whole(cell); break;
    case WM_FIELD_BOOL: *result = wm_truth(cell != 0); break;
    case WM_FIELD_DATE: *result = wm_as_handle(wm_make(WM_DATE, cell)); break;
    case WM_FIELD_ENUM:
      if ((uint64_t)cell >= (uint64_t)found->pool_count) return false;
      *result = (wm_value){ .tag = WM_STRING, .length = (int32_t)vm->pool[found->pool + cell].length, .as.text = vm->pool[found->pool + cell].text };
      break;
    case WM_FIELD_LIST: *result = wm_as_handle(wm_list_bits(vm->generation, found->type, found->field)); break;
    default:
      if (cell != 1) return false;
      *result = wm_as_handle(wm_record_bits(vm->generation, found->pool, first));
  }
  vm->reads.fields[found->word] |= (uint64_t)(found->bit & 1) << (found->bit >> 1);
  return true;
}

// The same for `answers.name`: an answer that is known.
static inline bool wm_answer_again(wm_vm *vm, const wm_value *object, const wm_found *found, wm_value *result) {
  if (!wm_is_handle(object, WM_NAMESPACE) || wm_handle_number(object->as.i) != found->type) return false;
  if (found->kind - 1 == WM_FIELD_NAMESPACE) {
    *result = wm_as_handle(wm_make(WM_NAMESPACE, found->pool));
    return true;
  }
  if (found->kind - 1 != WM_FIELD_MEMO || vm->memos[found->cell].state != WM_MEMO_KNOWN) return false;
  const wm_value *value = &vm->memos[found->cell].value;
  double d = value->as.d;
  switch (value->tag) {
    case WM_BOOL: *result = wm_truth(value->as.i != 0); break;
    case WM_NUMBER:
      if (!(d > -9007199254740992.0 && d < 9007199254740992.0 && d == (double)(int64_t)d)) return false;
      *result = wm_whole((int64_t)d);
      break;
    case WM_POOLED:
      if (value->as.i < 0 || value->as.i >= vm->pool_count || vm->pool[value->as.i].length > INT32_MAX) return false;
      *result = (wm_value){ .tag = WM_STRING, .length = (int32_t)vm->pool[value->as.i].length, .as.text = vm->pool[value->as.i].text };
      break;
    default: return false;
  }
  vm->reads.memos[found->cell >> 6] |= 1ull << (found->cell & 63);
  return true;
}

// `object.name`, whatever the object is, where the instruction found the name before.
static inline __attribute__((always_inline)) bool wm_index_again(wm_vm *vm, const wm_value *object, const wm_found *found, wm_value *result) {
  if (object->tag == WM_HANDLE) {
    if (found->kind != 0) return found->kind > WM_FIELD_LIST + 1 ? wm_answer_again(vm, object, found, result) : wm_read_again(vm, object, found, result);
    if (found->type != WM_VERB_PLACE || wm_handle_kind(object->as.i) != WM_LIST || wm_generation_of(object->as.i) != vm->generation) return false;
    *result = (wm_value){ .tag = WM_BUILTIN, .as.i = found->field };
    return true;
  }
  if (object->tag != WM_TABLE || found->type != WM_TABLE_PLACE - object->as.i) return false;
  *result = vm->direct->tables[object->as.i].values[found->field];
  return true;
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

// `object[key]`, where `found` is the instruction's own memory, NULL for none.
wm_way wm_direct_index(wm_vm *vm, const wm_value *object, const wm_value *key, wm_found *found, wm_value *result);
// Asks a list of the row: `bound` is NULL for every item. False: only Lua's own way can tell.
bool wm_direct_ask(wm_vm *vm, wm_builtin verb, const wm_value *list, const wm_bound_filter *bound, wm_value *answer);
// Has a slot worked out whose answer is wanted, unless it was. False: all is to be done again by Lua.
bool wm_work_out(wm_vm *vm, int32_t slot);
// Calls a builtin; its results, at most three, go where `arguments` are. Returns how many there are, or -1: left to Lua.
int wm_direct_builtin(wm_vm *vm, wm_builtin builtin, wm_value *arguments, int count, wm_way *way);

#endif
