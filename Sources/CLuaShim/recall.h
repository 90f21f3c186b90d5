// What functions answered before, by what they read: docs/decisions/0027-what-was-read-before.md.
#ifndef WM_RECALL_H
#define WM_RECALL_H

#include "direct.h"

enum { WM_MOST_INPUTS = 48, WM_CACHE_LINE = 64 };

// Something of a row that decides what a function does next.
typedef enum {
  WM_INPUT_CELL,      // a plain cell that holds a whole number
  WM_INPUT_LIST,      // whether a list is known
  WM_INPUT_QUESTION,  // what a list answers to a filter
  WM_INPUT_ANSWER,    // an answer of another rule
  WM_INPUT_FIELD,     // any other field that comes to a whole number: an age, a value that may be too old
} wm_input_kind;

typedef struct {
  int32_t kind;
  int32_t place;                 // of a field its cell, of an answer its slot, of a question the verb
  int32_t type;                  // of a field or a question, that of its record; of an answer its value's tag, -1 while that was always unknown
  int32_t span;                  // how many values there are, 0: that is not known beforehand
  const wm_field *field;         // of a question its list
  const wm_bound_filter *bound;  // of a question; NULL: it asks for every item
  const wm_tally *tally;         // of a question that can be looked up there, otherwise NULL
  int32_t conditions, number;    // of its filter: how many, and its place in the tally
} wm_input;

// A node is these words and a child for each value from `WM_NODE_LOW` on: the place of another node, or an answer counted down from -1.
// What it reads is the input's, held here as well so that it is at hand. A node lies in as few lines of a cache as it can.
enum { WM_NODE_INPUT, WM_NODE_KIND, WM_NODE_PLACE, WM_NODE_LOW, WM_NODE_SPAN, WM_NODE_UNKNOWN, WM_NODE_CHILDREN };
enum { WM_LOST = 0 };  // no child: this was never read here

static inline bool wm_is_same_input(const wm_input *a, const wm_input *b) {
  if (a->kind != b->kind || a->place != b->place || a->field != b->field || a->bound != b->bound) return false;
  return a->type == b->type || (a->kind == WM_INPUT_ANSWER && (a->type < 0 || b->type < 0));
}

// What one run of a function read, in this order.
struct wm_recorder {
  bool is_lost;       // something else was read, so that the run is not worth keeping
  int32_t count;
  int64_t elsewhere;  // steps that were charged for questions and for other rules
  wm_input inputs[WM_MOST_INPUTS];
  int64_t values[WM_MOST_INPUTS];
};

// What a function came to.
typedef struct {
  wm_value results[2];    // texts are its own
  int64_t work;           // steps, without those for questions and for other rules
  size_t text;            // bytes
  int32_t unknown_field, unknown_slot;  // where the way is WM_NOT_KNOWN
  int32_t reads;          // place of the first word of its set
  wm_way way;
} wm_kept;

// A tree for each function that the host calls.
struct wm_recall {
  // What every call looks at, which is a line of a cache.
  _Alignas(WM_CACHE_LINE) bool is_closed;  // for good, or while it is walked through
  bool is_full;
  uint32_t age;           // vm->forgotten when it was begun
  int32_t root;           // vm->root
  int32_t count;          // handles that the function is called with; 0: it is not begun
  int32_t first;          // child of nothing
  int32_t calls;          // in this window
  int64_t second;         // the second handle, if there are two; the first is the row's
  int32_t *words;         // of nodes
  wm_kept *answers;       // each once, however many ways lead to it
  uint64_t *reads;        // of each set, vm->read_words of fields and vm->memo_words of answers
  wm_input *inputs;
  int32_t misses;         // in this window
  int32_t ends;           // ways that lead to an answer
  char **texts;
  int32_t word_count, word_room, input_count, input_room, answer_count, answer_room, read_count, read_room, text_count, text_room;
  size_t bytes;
};

// ---- recall.c ---------------------------------------------------------------------------------------

// Calls the function, where it read before all that it would read now. False: it has to be run, and where `missed` is not NULL, by
// wm_direct_call with that.
bool wm_recalled(wm_vm *vm, int32_t function, const int64_t *handles, int32_t count, wm_status *status, wm_recall **missed);
void wm_free_recall(wm_recall *recall);

// ---- remember.c -------------------------------------------------------------------------------------

// Memory of zeros that begins with a line of a cache; NULL: there is none.
void *wm_in_lines(size_t bytes);

// Keeps what a run came to that began at `steps`; all it read is in vm->reads.
void wm_remember(wm_vm *vm, wm_recall *recall, const wm_recorder *recorder, wm_way way, const wm_value results[2], int64_t steps);

// ---- recall.c, while a run is recorded: vm->recorder is not NULL -------------------------------------

void wm_record_field(wm_vm *vm, int64_t bits, const wm_field *field);
void wm_record_answer(wm_vm *vm, int32_t slot);
void wm_record_question(wm_vm *vm, wm_verb verb, int64_t list, const wm_bound_filter *bound, const wm_value *answer, int64_t steps);
// Ends the recording, so that the rest of the run is as quick as ever.
static inline void wm_lose_record(wm_vm *vm) {
  if (vm->recorder == NULL) return;
  vm->recorder->is_lost = true;
  vm->recorder = NULL;
}

#endif
