// Runs the instructions of a function over values of our own.
//
// The instructions are those that Lua made of the source and has in memory, never any that came from elsewhere, so their
// registers and jumps are as sound here as they are in Lua itself.
#include "recall.h"

enum { MOST_NESTED = 16, MOST_WORK = 100000, FEW_STRAYS = 64 };

#define A WM_A
#define B WM_B
#define C WM_C
#define K WM_K
#define BX(i) ((int32_t)((i) >> 15))
#define SIGNED_BX(i) (BX(i) - 65535)
#define SIGNED_B(i) ((int64_t)B(i) - 127)
#define SIGNED_C(i) ((int64_t)C(i) - 127)
#define JUMP(i) ((int32_t)((i) >> 7) - 16777215)

static inline bool is_false(const wm_value *value) { return value->tag == WM_NIL || (value->tag == WM_BOOL && value->as.i == 0); }

static const wm_value nothing = { .tag = WM_NIL };

// Of `ADDK` or `ADD`, the operation without its kind of operand.
static int plain(int operation) { return operation >= OP_ADD ? operation : operation - OP_ADDK + OP_ADD; }

// A comparison with a whole number that the instruction holds.
static inline __attribute__((always_inline)) bool compare_small(int operation, const wm_value *value, int64_t small, bool *holds) {
  if (value->tag == WM_INT) {
    int64_t number = value->as.i;
    *holds = operation == OP_EQI ? number == small : operation == OP_LTI ? number < small : operation == OP_LEI ? number <= small
           : operation == OP_GTI ? number > small : number >= small;
    return true;
  }
  wm_value other = wm_whole(small);
  if (operation == OP_EQI) return wm_direct_equal(value, &other, holds);
  if (value->tag != WM_INT && value->tag != WM_NUMBER) return false;
  bool is_greater = operation == OP_GTI || operation == OP_GEI, or_equal = operation == OP_LEI || operation == OP_GEI;
  return wm_direct_less(is_greater ? &other : value, is_greater ? value : &other, or_equal, holds);
}

// Prepares a loop over whole numbers. Returns -1 where Lua has to, 0 for no turn at all, otherwise 1.
static int prepare_loop(wm_value *r) {
  if (r[0].tag != WM_INT || r[1].tag != WM_INT || r[2].tag != WM_INT || r[2].as.i == 0) return -1;
  int64_t first = r[0].as.i, last = r[1].as.i, step = r[2].as.i;
  if (step > 0 ? first > last : first < last) return 0;
  uint64_t turns = step > 0 ? ((uint64_t)last - (uint64_t)first) / (uint64_t)step
                            : ((uint64_t)first - (uint64_t)last) / ((uint64_t)-(step + 1) + 1);
  r[1] = wm_whole((int64_t)turns);
  wm_move(&r[3], &r[0]);
  return 1;
}

// Calls `r[0]` with the arguments behind it. Its results begin at `r[0]`; `given` is set to how many there are.
static wm_way call(wm_vm *vm, wm_value *r, int arguments, int *given);

// `object.list:verb(filter)`, whose four instructions end with the one before `after`. False: they have to be gone through one by one.
static __attribute__((noinline)) bool ask_at_once(wm_vm *vm, const wm_direct_function *f, const wm_value *object, const uint32_t *after, wm_value *answer) {
  wm_found *found = &f->found[after - 4 - f->code], *binding = &found[2];
  wm_value list;
  if (found[1].type != WM_VERB_PLACE || !wm_read_again(vm, object, found, &list) || !wm_is_handle(&list, WM_LIST)) return false;
  if (binding->bound == NULL || binding->age != vm->forgotten) {
    const wm_value *filter = &f->upvalues[B(after[-2])];
    if (!wm_is_handle(filter, WM_FILTER)) return false;
    binding->bound = wm_binding(vm, filter->as.i, list.as.i);
    binding->age = vm->forgotten;
    if (binding->bound == NULL) return false;
  }
  return wm_direct_ask(vm, (wm_builtin)found[1].field, &list, binding->bound, answer);
}

// Runs a function whose arguments are the first of its registers. Results go to where they begin, less one.
static wm_way run(wm_vm *vm, int32_t number, wm_value *r, int arguments, int *given) {
  wm_direct *direct = vm->direct;
  const wm_direct_function *f = &direct->functions[number];
  wm_value *before = direct->top;
  if (!f->able || direct->work > MOST_WORK || direct->nesting >= MOST_NESTED || r + f->registers + 4 > direct->values + WM_DIRECT_VALUES) return WM_ASTRAY;
  for (int i = arguments; i < f->parameters; i++) r[i] = nothing;
  direct->top = r + f->registers + 4;
  direct->nesting++;
  const uint32_t *pc = f->code;
  int top = 0;   // where values end whose number only a run knows
  int first = 0, count = 0;
  int64_t work = 0;
  wm_way way = WM_ASTRAY;
  for (;;) {
    uint32_t i = *pc++;
    int operation = (int)(i & 127);
    wm_value *ra = &r[A(i)];
    bool holds;
    work++;
    switch (operation) {
      case OP_MOVE: wm_move(ra, &r[B(i)]); continue;
      case OP_LOADI: *ra = wm_whole(SIGNED_BX(i)); continue;
      case OP_LOADF: *ra = (wm_value){ .tag = WM_NUMBER, .as.d = (double)SIGNED_BX(i) }; continue;
      case OP_LOADK: *ra = f->constants[BX(i)]; continue;
      case OP_LOADFALSE: *ra = (wm_value){ .tag = WM_BOOL }; continue;
      case OP_LFALSESKIP:
        *ra = (wm_value){ .tag = WM_BOOL };
        pc++;
        continue;
      case OP_LOADTRUE: *ra = (wm_value){ .tag = WM_BOOL, .as.i = 1 }; continue;
      case OP_LOADNIL:
        for (uint32_t n = 0; n <= B(i); n++) ra[n] = nothing;
        continue;
      case OP_GETUPVAL: *ra = f->upvalues[B(i)]; continue;
      case OP_GETTABUP: {
        const wm_value *object = &f->upvalues[B(i)];
        if (object->tag != WM_GLOBALS) {
          way = wm_direct_index(vm, object, &f->constants[C(i)], &f->found[pc - 1 - f->code], ra);
          if (way != WM_WELL) goto end;
          continue;
        }
        *ra = f->globals[C(i)];
        if (ra->tag == WM_TODAY) *ra = (wm_value){ .tag = WM_HANDLE, .as.i = wm_make(WM_DATE, vm->today) };
        if (ra->tag == WM_OTHER) goto astray;
        continue;
      }
      case OP_GETTABLE:
      case OP_GETI: {
        wm_value place = wm_whole((int64_t)C(i));
        way = wm_direct_index(vm, &r[B(i)], operation == OP_GETI ? &place : &r[C(i)], NULL, ra);
        if (way != WM_WELL) goto end;
        continue;
      }
      case OP_GETFIELD:
      case OP_SELF: {
        const wm_value *object = &r[B(i)];
        if (f->found[pc - 1 - f->code].asks && vm->recorder == NULL && ask_at_once(vm, f, object, pc + 3, ra)) {
          work += 3;
          pc += 3;
          if ((pc[-1] & 127) == OP_CALL) continue;
          first = (int)A(i), count = ra->tag == WM_NIL ? 0 : 1, way = WM_WELL;
          goto end;
        }
        const wm_value *key = operation == OP_GETFIELD || K(i) ? &f->constants[C(i)] : &r[C(i)];
        if (operation == OP_SELF) wm_move(&ra[1], object), object = &ra[1];
        if (vm->recorder == NULL && wm_index_again(vm, object, &f->found[pc - 1 - f->code], ra)) continue;
        way = wm_direct_index(vm, object, key, operation == OP_SELF && !K(i) ? NULL : &f->found[pc - 1 - f->code], ra);
        if (way != WM_WELL) goto end;
        continue;
      }
      case OP_ADDI: {
        if (r[B(i)].tag == WM_INT) {
          *ra = wm_whole((int64_t)((uint64_t)r[B(i)].as.i + (uint64_t)SIGNED_C(i)));
          pc++;
          continue;
        }
        wm_value small = wm_whole(SIGNED_C(i));
        if (!wm_direct_arithmetic(OP_ADD, &r[B(i)], &small, ra)) goto astray;
        pc++;
        continue;
      }
      case OP_ADDK: case OP_SUBK: case OP_MULK: case OP_MODK: case OP_DIVK: case OP_IDIVK:
        if (!wm_direct_arithmetic(plain(operation), &r[B(i)], &f->constants[C(i)], ra)) goto astray;
        pc++;
        continue;
      case OP_ADD:
        if (r[B(i)].tag == WM_INT && r[C(i)].tag == WM_INT) {
          *ra = wm_whole((int64_t)((uint64_t)r[B(i)].as.i + (uint64_t)r[C(i)].as.i));
          pc++;
          continue;
        }
        __attribute__((fallthrough));
      case OP_SUB: case OP_MUL: case OP_MOD: case OP_DIV: case OP_IDIV:
        if (!wm_direct_arithmetic(operation, &r[B(i)], &r[C(i)], ra)) goto astray;
        pc++;
        continue;
      case OP_UNM: {
        wm_value zero = wm_whole(0);
        if (r[B(i)].tag != WM_INT || !wm_direct_arithmetic(OP_SUB, &zero, &r[B(i)], ra)) goto astray;
        continue;
      }
      case OP_NOT: *ra = (wm_value){ .tag = WM_BOOL, .as.i = is_false(&r[B(i)]) }; continue;
      case OP_CONCAT:
        if (!wm_direct_concat(direct, ra, (int)B(i), ra)) goto astray;
        continue;
      case OP_CLOSE: continue;  // nothing here is captured
      case OP_JMP: pc += JUMP(i); break;
      case OP_EQ:
        if (!wm_direct_equal(ra, &r[B(i)], &holds)) goto astray;
        goto branch;
      case OP_EQK:
        if (!wm_direct_equal(ra, &f->constants[B(i)], &holds)) goto astray;
        goto branch;
      case OP_LT: case OP_LE:
        if (!wm_direct_less(ra, &r[B(i)], operation == OP_LE, &holds)) goto astray;
        goto branch;
      case OP_EQI: case OP_LTI: case OP_LEI: case OP_GTI: case OP_GEI:
        if (!compare_small(operation, ra, SIGNED_B(i), &holds)) goto astray;
        goto branch;
      case OP_TEST: holds = !is_false(ra); goto branch;
      case OP_TESTSET:
        if (is_false(&r[B(i)]) == (bool)K(i)) {
          pc++;
          continue;
        }
        wm_move(ra, &r[B(i)]);
        pc += JUMP(*pc) + 1;
        break;
      branch:
        if (holds != (bool)K(i)) {
          pc++;
          continue;
        }
        pc += JUMP(*pc) + 1;
        break;
      case OP_CALL:
      case OP_TAILCALL: {
        int passed = B(i) != 0 ? (int)B(i) - 1 : top - (int)A(i) - 1, results;
        direct->work += work;
        work = 0;
        way = call(vm, ra, passed, &results);
        if (way != WM_WELL) goto end;
        if (operation == OP_TAILCALL) {
          first = (int)A(i), count = results;
          goto end;
        }
        top = (int)A(i) + results;
        for (int n = results; n < (int)C(i) - 1; n++) ra[n] = nothing;
        continue;
      }
      case OP_RETURN: first = (int)A(i), count = B(i) != 0 ? (int)B(i) - 1 : top - first, way = WM_WELL; goto end;
      case OP_RETURN0: way = WM_WELL; goto end;
      case OP_RETURN1: first = (int)A(i), count = 1, way = WM_WELL; goto end;
      case OP_FORPREP: {
        int turns = prepare_loop(ra);
        if (turns < 0) goto astray;
        if (turns == 0) pc += BX(i) + 1;
        continue;
      }
      case OP_FORLOOP:
        if (ra[1].as.i == 0) continue;
        ra[1].as.i = (int64_t)((uint64_t)ra[1].as.i - 1);
        ra[0] = ra[3] = wm_whole((int64_t)((uint64_t)ra[0].as.i + (uint64_t)ra[2].as.i));
        pc -= BX(i);
        break;
      case OP_TFORPREP:
        if (ra[3].tag != WM_NIL) goto astray;
        pc += BX(i);
        continue;
      case OP_TFORCALL: {
        int results;
        for (int n = 0; n < 3; n++) wm_move(&ra[4 + n], &ra[n]);
        way = call(vm, &ra[4], 2, &results);
        if (way != WM_WELL) goto end;
        for (int n = results; n < (int)C(i); n++) ra[4 + n] = nothing;
        i = *pc++;
        if (ra[4].tag == WM_NIL) continue;
        wm_move(&ra[2], &ra[4]);
        pc -= BX(i);
        break;
      }
      default: goto astray;
    }
    if (direct->work + work > MOST_WORK) goto astray;
  }
astray:
  way = WM_ASTRAY;
end:
  direct->work += work;
  if (way == WM_WELL)
    for (int n = 0; n < count; n++) wm_move(&r[n - 1], &r[first + n]);
  *given = count;
  direct->nesting--;
  direct->top = before;
  return way;
}

static wm_way call(wm_vm *vm, wm_value *r, int arguments, int *given) {
  if (r[0].tag == WM_FUNCTION) return run(vm, (int32_t)r[0].as.i, r + 1, arguments, given);
  if (r[0].tag != WM_BUILTIN) return WM_ASTRAY;
  wm_way way = WM_WELL;
  *given = wm_direct_builtin(vm, (wm_builtin)r[0].as.i, r + 1, arguments, &way);
  if (*given < 0) return WM_ASTRAY;
  for (int n = 0; n < *given; n++) wm_move(&r[n], &r[n + 1]);
  return way;
}

// ---- from outside -----------------------------------------------------------------------------------

bool wm_spend(wm_vm *vm, int64_t steps) {
  vm->steps += steps;
  if (vm->steps > vm->limits.instructions / 2) vm->doubtful = true;
  return !vm->doubtful;
}

// Runs a function over its arguments.
static wm_way run_call(wm_vm *vm, int32_t number, const int64_t *handles, int32_t count, wm_value results[2]) {
  wm_direct *direct = vm->direct;
  wm_value *r = direct->top, *before = direct->top;
  size_t texts = direct->text_count;
  int64_t work = direct->work;
  if (r + 1 + count > direct->values + WM_DIRECT_VALUES) return WM_ASTRAY;
  for (int32_t i = 0; i < count; i++) r[1 + i] = (wm_value){ .tag = WM_HANDLE, .as.i = handles[i] };
  direct->work = 0;
  vm->depth++;
  int given = 0;
  wm_way way = run(vm, number, r + 1, count, &given);
  vm->depth--;
  if (!wm_spend(vm, direct->work)) way = WM_ASTRAY;
  direct->work = work;
  for (int i = 0; i < 2 && way == WM_WELL; i++) {
    wm_move(&results[i], i < given ? &r[i] : &nothing);
    if (results[i].tag > WM_HANDLE) way = WM_ASTRAY;
  }
  direct->top = before;
  direct->text_count = texts;
  wm_direct_function *f = &direct->functions[number];
  f->runs++;
  if (way == WM_ASTRAY && ++f->strays > FEW_STRAYS && f->strays > f->runs / 2) f->able = false;
  return way;
}

static __attribute__((noinline)) wm_way run_recorded(wm_vm *vm, int32_t number, const int64_t *handles, int32_t count, wm_recall *recall, wm_value results[2]) {
  wm_recorder recorder;
  recorder.is_lost = false;
  recorder.count = 0;
  recorder.elsewhere = 0;
  int64_t steps = vm->steps;
  vm->recorder = &recorder;
  wm_way way = run_call(vm, number, handles, count, results);
  vm->recorder = NULL;
  wm_remember(vm, recall, &recorder, way, results, steps);
  return way;
}

wm_way wm_direct_call(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count, wm_recall *recall, wm_value results[2]) {
  wm_direct *direct = vm->direct;
  int32_t number = function > 0 && function <= direct->number_count ? direct->numbers[function - 1] : -1;
  if (number < 0 || !direct->functions[number].able || vm->breach != 0 || vm->depth >= WM_MOST_DEPTH || vm->depth >= vm->limits.depth)
    return WM_ASTRAY;
  return recall == NULL ? run_call(vm, number, handles, count, results) : run_recorded(vm, number, handles, count, recall, results);
}
