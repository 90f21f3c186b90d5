// What functions answered before: a tree for each function, whose nodes are what it reads and whose leaves are what it came to.
#include <stdlib.h>

#include "filter.h"
#include "recall.h"

enum { WINDOW = 256 };  // calls after which it is looked at whether keeping is worth while

// Neither unknown nor a whole number.
#define STRANGE (WM_NONE + 1)

// ---- what is read -----------------------------------------------------------------------------------

static int64_t whole(double d) {
  return d > -9007199254740992.0 && d < 9007199254740992.0 && d == (double)(int64_t)d ? (int64_t)d : STRANGE;
}

static int64_t field_value(wm_vm *vm, const wm_input *input) {
  int64_t bits = wm_record_bits(vm->generation, input->type, 0);
  wm_value value;
  if (!wm_has_value(vm, bits, input->field)) return WM_NONE;
  switch (input->field->spec.kind) {
    case WM_FIELD_BOOL: case WM_FIELD_INT: case WM_FIELD_YEARS: case WM_FIELD_ENUM: case WM_FIELD_NUMBER: break;
    case WM_FIELD_RECORD: return 1;
    default: return STRANGE;
  }
  if (!wm_field_value(vm, bits, input->field, &value)) return STRANGE;
  switch (value.tag) {
    case WM_BOOL: case WM_INT: return value.as.i;
    case WM_NUMBER: return whole(value.as.d);
    case WM_POOLED: return value.as.i - input->field->spec.pool;
    default: return STRANGE;
  }
}

static int64_t answer_value(const wm_vm *vm, int32_t slot, int32_t tag) {
  const wm_memo *memo = &vm->memos[slot];
  if (memo->state != WM_MEMO_KNOWN) return WM_NONE;
  if (memo->value.tag != tag) return STRANGE;
  switch (tag) {
    case WM_BOOL: return memo->value.as.i != 0;
    case WM_POOLED: return memo->value.as.i;
    case WM_NUMBER: return whole(memo->value.as.d);
    default: return STRANGE;
  }
}

static inline int64_t cell_of(const wm_vm *vm, int32_t cell) { return (uint64_t)cell < vm->cell_count ? vm->cells[cell] : WM_NONE; }

// Adds what the question is charged to `asked`. A list that is not known answers nothing.
static inline int64_t question_value(wm_vm *vm, const wm_input *input, int64_t *asked) {
  const wm_tally *tally = input->tally;
  if (tally != NULL && tally->counted == vm->begun) {
    int64_t charge = wm_question_work(input->conditions, tally->items);
    vm->steps += charge;
    *asked += charge;
    return input->place == WM_ASK_COUNT ? tally->counts[input->number] : (int64_t)(tally->chosen >> input->number & 1);
  }
  if (cell_of(vm, input->field->spec.cell) == WM_NONE) return WM_NONE;
  wm_value answer;
  int64_t list = wm_list_bits(vm->generation, input->type, (int32_t)(input->field - vm->types[input->type].fields)), steps = vm->steps;
  bool is_answered = wm_answer_question(vm, (wm_verb)input->place, list, input->bound, &answer);
  *asked += vm->steps - steps;
  return is_answered ? answer.as.i : STRANGE;
}

// ---- recording --------------------------------------------------------------------------------------

static void record(wm_vm *vm, const wm_input *input, int64_t value) {
  wm_recorder *recorder = vm->recorder;
  if (value == STRANGE || recorder->count == WM_MOST_INPUTS) {
    wm_lose_record(vm);
    return;
  }
  // What is read again is the same again; but questions are charged each time.
  for (int32_t i = 0; i < recorder->count && input->kind != WM_INPUT_QUESTION; i++)
    if (wm_is_same_input(&recorder->inputs[i], input)) return;
  recorder->inputs[recorder->count] = *input;
  recorder->values[recorder->count++] = value;
}

void wm_record_field(wm_vm *vm, int64_t bits, const wm_field *field) {
  const wm_field_spec *spec = &field->spec;
  wm_input input = { .kind = WM_INPUT_FIELD, .place = spec->cell, .type = wm_type_of(bits), .field = field };
  if (wm_cell_of(bits) != 0 || wm_generation_of(bits) != vm->generation || spec->cell < 0) {
    wm_lose_record(vm);  // an item of a list, which lies elsewhere in another row
    return;
  }
  bool is_plain = spec->age_cell < 0 && spec->kind != WM_FIELD_LIST;
  switch (spec->kind) {
    case WM_FIELD_ENUM: input.span = spec->pool_count; break;
    case WM_FIELD_BOOL: case WM_FIELD_RECORD: input.span = 2; break;
    case WM_FIELD_LIST: input.span = 2, input.kind = WM_INPUT_LIST; break;
    case WM_FIELD_INT: break;
    default: is_plain = false;
  }
  if (is_plain) input.kind = WM_INPUT_CELL;
  int64_t cell = cell_of(vm, spec->cell);
  record(vm, &input, is_plain ? cell : spec->kind != WM_FIELD_LIST ? field_value(vm, &input) : cell == WM_NONE ? cell : 1);
}

void wm_record_answer(wm_vm *vm, int32_t slot) {
  wm_input input = { .kind = WM_INPUT_ANSWER, .place = slot, .type = -1 };
  if (vm->memos[slot].state == WM_MEMO_KNOWN) input.type = vm->memos[slot].value.tag;
  record(vm, &input, answer_value(vm, slot, input.type));
}

void wm_record_question(wm_vm *vm, wm_verb verb, int64_t list, const wm_bound_filter *bound, const wm_value *answer, int64_t steps) {
  vm->recorder->elsewhere += steps;
  if (answer->tag != WM_INT && answer->tag != WM_BOOL) {
    wm_lose_record(vm);
    return;
  }
  wm_input input = { .kind = WM_INPUT_QUESTION, .place = verb, .type = wm_type_of(list), .bound = bound };
  input.field = &vm->types[input.type].fields[wm_cell_of(list)];
  input.span = answer->tag == WM_BOOL ? 2 : 0;
  if (bound != NULL) {
    input.tally = verb <= WM_ASK_ANY ? bound->tally : NULL;
    input.conditions = bound->count, input.number = bound->place;
  }
  record(vm, &input, answer->as.i);
}

// ---- the tree ---------------------------------------------------------------------------------------

void wm_free_recall(wm_recall *recall) {
  for (int32_t i = 0; i < recall->text_count; i++) free(recall->texts[i]);
  free(recall->texts);
  free(recall->words);
  free(recall->inputs);
  free(recall->answers);
  free(recall->reads);
  memset(recall, 0, sizeof *recall);
}

static void forget(wm_vm *vm, wm_recall *recall) {
  vm->direct->kept -= recall->bytes;
  wm_free_recall(recall);
}

// False: what the function comes to when it is called like this is not kept.
static bool begin(wm_vm *vm, wm_recall *recall, const int64_t *handles, int32_t count) {
  if (recall->is_closed || count < 1 || count > 2 || handles[0] != vm->root_bits) return false;
  int64_t second = count == 2 ? handles[1] : 0;
  if (count == 2 && wm_handle_kind(second) != WM_NAMESPACE) return false;
  if (recall->count != 0 && recall->age == vm->forgotten) return recall->root == vm->root && recall->count == count && recall->second == second;
  forget(vm, recall);
  recall->age = vm->forgotten;
  recall->root = vm->root;
  recall->count = count;
  recall->second = second;
  recall->word_count = 1;  // so that no node is at place 0
  return true;
}

// The child that the row leads to: an answer, or WM_LOST. What its questions are charged is added to `asked`.
static int32_t walk(wm_vm *vm, const wm_recall *recall, int64_t *asked) {
  int32_t at = recall->first;
  while (at > WM_LOST) {
    const int32_t *node = recall->words + at;
    int64_t value = cell_of(vm, node[WM_NODE_PLACE]);
    if (node[WM_NODE_KIND] != WM_INPUT_CELL) {
      if (node[WM_NODE_KIND] == WM_INPUT_LIST) value = value == WM_NONE ? value : 1;
      else if (node[WM_NODE_KIND] == WM_INPUT_QUESTION) value = question_value(vm, &recall->inputs[node[WM_NODE_INPUT]], asked);
      // What is worked out may need more room for answers, and then all that this tree points at is gone.
      else if (node[WM_NODE_KIND] == WM_INPUT_ANSWER)
        value = wm_work_out(vm, node[WM_NODE_PLACE]) && recall->age == vm->forgotten ? answer_value(vm, node[WM_NODE_PLACE], recall->inputs[node[WM_NODE_INPUT]].type) : STRANGE;
      else value = field_value(vm, &recall->inputs[node[WM_NODE_INPUT]]);
    }
    uint64_t place = (uint64_t)value - (uint64_t)(int64_t)node[WM_NODE_LOW];
    at = place < (uint64_t)node[WM_NODE_SPAN] ? node[WM_NODE_CHILDREN + place] : value == WM_NONE ? node[WM_NODE_UNKNOWN] : WM_LOST;
  }
  return at;
}

// At the end of a window in which hardly anything was found again, or too little for what is full, keeping is given up for good.
static void look_back(wm_vm *vm, wm_recall *recall) {
  bool is_closed = recall->misses > (recall->is_full ? WINDOW / 2 : WINDOW / 10 * 9);
  recall->calls = recall->misses = 0;
  if (!is_closed) return;
  forget(vm, recall);
  recall->is_closed = true;
}

// What a call gave before it gives again, and it reads what it read then.
static wm_status give(wm_vm *vm, const wm_recall *recall, const wm_kept *kept) {
  wm_reads *to = vm->depth == 0 ? &vm->reads : &vm->inner_reads;
  const uint64_t *fields = recall->reads + kept->reads, *memos = fields + vm->read_words;
  if (vm->read_words == 2 && vm->memo_words == 1) {  // as most packs have it
    to->fields[0] = fields[0], to->fields[1] = fields[1], to->memos[0] = fields[2];
    vm->all_reads.fields[0] |= fields[0], vm->all_reads.fields[1] |= fields[1], vm->all_reads.memos[0] |= fields[2];
  } else {
    memcpy(to->fields, fields, (size_t)vm->read_words * sizeof *fields);
    memcpy(to->memos, memos, (size_t)vm->memo_words * sizeof *memos);
    wm_add_reads(vm, to);
  }
  to->withheld = false;
  vm->last = to;
  vm->calls.direct++;
  vm->calls.recalled++;
  wm_move(&vm->results[0], &kept->results[0]);
  wm_move(&vm->results[1], &kept->results[1]);
  if (kept->way == WM_NOT_KNOWN) {
    vm->outcome.unknown_field = kept->unknown_field;
    vm->outcome.unknown_slot = kept->unknown_slot;
    return WM_UNKNOWN;
  }
  vm->reasons += kept->text;
  if (vm->reasons <= vm->limits.reasons) return WM_OK;
  wm_set_breach(vm, WM_CODE_REASONS);
  return wm_finish(vm, LUA_OK);
}

bool wm_recalled(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count, wm_status *status, wm_recall **missed) {
  wm_direct *direct = vm->direct;
  if (vm->doubtful || vm->breach != 0 || function <= 0 || function > direct->number_count) return false;
  wm_recall *recall = &direct->recalls[function - 1];
  bool is_begun = !recall->is_closed && recall->age == vm->forgotten && recall->root == vm->root && recall->count == count
               && handles[0] == vm->root_bits && (count != 2 || handles[1] == recall->second);
  if (!is_begun && !begin(vm, recall, handles, count)) return false;
  if (vm->depth >= WM_MOST_DEPTH || vm->depth >= vm->limits.depth) return false;
  int64_t asked = 0;
  recall->calls++;
  // Another rule that is worked out on the way may call this very function.
  recall->is_closed = true;
  vm->depth++;
  int32_t at = walk(vm, recall, &asked);
  vm->depth--;
  recall->is_closed = false;
  if (at < WM_LOST && !vm->doubtful) {
    const wm_kept *kept = &recall->answers[-at - 1];
    if (!wm_spend(vm, kept->work)) return false;
    *status = give(vm, recall, kept);
    return true;
  }
  vm->steps -= asked;  // the function asks all this again
  recall->misses++;
  if (recall->calls >= WINDOW) look_back(vm, recall);
  if (!recall->is_closed && !recall->is_full) *missed = recall;
  return false;
}
