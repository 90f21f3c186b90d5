// How the tree of what a function answered grows by what one more run read and came to.
#include <stdlib.h>

#include "recall.h"

enum {
  MOST_KEPT = 2 << 20,    // bytes, of all functions together
  MOST_ENDS = 1024,       // of one function
  MOST_SPAN = 512,
  LINE = WM_CACHE_LINE / sizeof(int32_t),
  STEP = LINE - WM_NODE_CHILDREN,  // so that a node of so many values is a line
};

void *wm_in_lines(size_t bytes) {
  size_t whole = (bytes + WM_CACHE_LINE - 1) / WM_CACHE_LINE * WM_CACHE_LINE;
  void *memory = aligned_alloc(WM_CACHE_LINE, whole);
  return memory == NULL ? NULL : memset(memory, 0, whole);
}

// Room for `more` behind `count`; false where that is too much, and nothing more is kept of the function.
static bool has_room(wm_vm *vm, wm_recall *recall, void **array, int32_t *room, int32_t count, int32_t more, size_t size) {
  if (count + more <= *room) return true;
  int32_t wanted = *room < 16 ? 32 : *room * 2;
  while (wanted < count + more) wanted *= 2;
  size_t added = (size_t)(wanted - *room) * size;
  void *moved = vm->direct->kept + added > MOST_KEPT ? NULL : wm_in_lines((size_t)wanted * size);
  if (moved == NULL) return recall->is_full = true, false;
  if (*array != NULL) memcpy(moved, *array, (size_t)count * size);
  free(*array);
  *array = moved;
  *room = wanted;
  recall->bytes += added;
  vm->direct->kept += added;
  return true;
}

#define HAS_ROOM(vm, r, what, more) has_room(vm, r, (void **)&(r)->what##s, &(r)->what##_room, (r)->what##_count, more, sizeof *(r)->what##s)

// The place of an input; -1: no room.
static int32_t place_of_input(wm_vm *vm, wm_recall *recall, const wm_input *input) {
  for (int32_t i = 0; i < recall->input_count; i++) {
    if (!wm_is_same_input(&recall->inputs[i], input)) continue;
    if (recall->inputs[i].type < 0) recall->inputs[i].type = input->type;
    return i;
  }
  if (!HAS_ROOM(vm, recall, input, 1)) return -1;
  recall->inputs[recall->input_count] = *input;
  return recall->input_count++;
}

// The place of the words; -1: no room.
static int32_t place_of_reads(wm_vm *vm, wm_recall *recall) {
  uint64_t words[WM_READ_WORDS + WM_MEMO_WORDS];
  int32_t count = vm->read_words + vm->memo_words;
  memcpy(words, vm->reads.fields, (size_t)vm->read_words * sizeof *words);
  memcpy(words + vm->read_words, vm->reads.memos, (size_t)vm->memo_words * sizeof *words);
  for (int32_t i = 0; i < recall->read_count; i += count)
    if (memcmp(recall->reads + i, words, (size_t)count * sizeof *words) == 0) return i;
  if (!HAS_ROOM(vm, recall, read, count)) return -1;
  memcpy(recall->reads + recall->read_count, words, (size_t)count * sizeof *words);
  recall->read_count += count;
  return recall->read_count - count;
}

// A node with room for a value; 0: there is none. The children of `old`, if it is not 0, are its own.
static int32_t make_node(wm_vm *vm, wm_recall *recall, int32_t input, int64_t value, int32_t old) {
  int64_t low = 0, end = recall->inputs[input].span;
  if (end == 0) {
    int64_t first = value == WM_NONE ? 0 : value;
    if (first < INT32_MIN / 2 || first > INT32_MAX / 2) return 0;
    low = first - (first % STEP + STEP) % STEP;
    end = low + STEP;
  }
  if (old != 0) {
    const int32_t *words = recall->words + old;
    if (words[WM_NODE_LOW] < low) low = words[WM_NODE_LOW];
    if ((int64_t)words[WM_NODE_LOW] + words[WM_NODE_SPAN] > end) end = (int64_t)words[WM_NODE_LOW] + words[WM_NODE_SPAN];
  }
  // Small ones lie two in a line; others begin with one.
  int32_t span = (int32_t)(end - low), size = WM_NODE_CHILDREN + span, step = size > LINE / 2 ? LINE : LINE / 2;
  int32_t place = (recall->word_count + step - 1) / step * step;
  if (end - low > MOST_SPAN || !HAS_ROOM(vm, recall, word, place + size - recall->word_count)) return 0;
  recall->word_count = place + size;
  int32_t *node = recall->words + place;
  memset(node, 0, (size_t)size * sizeof *node);
  node[WM_NODE_INPUT] = input, node[WM_NODE_KIND] = recall->inputs[input].kind, node[WM_NODE_PLACE] = recall->inputs[input].place;
  node[WM_NODE_LOW] = (int32_t)low, node[WM_NODE_SPAN] = span;
  if (old == 0) return place;
  const int32_t *before = recall->words + old;
  node[WM_NODE_UNKNOWN] = before[WM_NODE_UNKNOWN];
  memcpy(node + WM_NODE_CHILDREN + (before[WM_NODE_LOW] - low), before + WM_NODE_CHILDREN, (size_t)before[WM_NODE_SPAN] * sizeof *node);
  return place;
}

static bool is_in(const int32_t *node, int64_t value) { return (uint64_t)value - (uint64_t)(int64_t)node[WM_NODE_LOW] < (uint64_t)node[WM_NODE_SPAN]; }

static bool is_same(const wm_value *a, const wm_value *b) {
  if (a->tag != b->tag) return false;
  switch (a->tag) {
    case WM_NIL: return true;
    case WM_STRING: return a->length == b->length && memcmp(a->as.text, b->as.text, (size_t)a->length) == 0;
    case WM_NUMBER: return memcmp(&a->as.d, &b->as.d, sizeof a->as.d) == 0;
    default: return a->as.i == b->as.i;
  }
}

static bool is_same_answer(const wm_kept *a, const wm_kept *b) {
  return a->way == b->way && a->work == b->work && a->reads == b->reads && a->unknown_field == b->unknown_field
      && a->unknown_slot == b->unknown_slot && is_same(&a->results[0], &b->results[0]) && is_same(&a->results[1], &b->results[1]);
}

// The child that stands for it; WM_LOST: no room.
static int32_t keep(wm_vm *vm, wm_recall *recall, const wm_kept *made) {
  wm_kept kept = *made;
  if ((kept.reads = place_of_reads(vm, recall)) < 0) return WM_LOST;
  for (int32_t i = 0; i < recall->answer_count; i++)
    if (is_same_answer(&recall->answers[i], &kept)) return -1 - i;
  if (!HAS_ROOM(vm, recall, answer, 1) || !HAS_ROOM(vm, recall, text, 2)) return WM_LOST;
  for (int i = 0; i < 2; i++) {
    wm_value *value = &kept.results[i];
    if (value->tag != WM_STRING) continue;
    size_t length = (size_t)value->length;
    char *text = vm->direct->kept + length > MOST_KEPT ? NULL : malloc(length + 1);
    if (text == NULL) return recall->is_full = true, WM_LOST;
    memcpy(text, value->as.text, length);
    value->as.text = text;
    kept.text += length;
    recall->texts[recall->text_count++] = text;
    recall->bytes += length;
    vm->direct->kept += length;
  }
  recall->answers[recall->answer_count++] = kept;
  return -recall->answer_count;
}

static bool is_lasting(const wm_value *value) {
  switch (value->tag) {
    case WM_NIL: case WM_BOOL: case WM_INT: case WM_NUMBER: case WM_STRING: return true;
    default: return false;
  }
}

// Whether the question to a list that comes next, in the tree or in this run, tells as well whether the list is known, so that the list
// needs no node of its own.
static bool is_told_by_question(const wm_recall *recall, int32_t at, const wm_recorder *recorder, int32_t place) {
  const wm_input *list = &recorder->inputs[place], *next = NULL;
  if (list->kind != WM_INPUT_LIST || at < 0) return false;
  if (at > 0) next = &recall->inputs[recall->words[at + WM_NODE_INPUT]];
  else if (recorder->values[place] != WM_NONE && place + 1 < recorder->count) next = &recorder->inputs[place + 1];
  return next != NULL && next->kind == WM_INPUT_QUESTION && next->field == list->field;
}

void wm_remember(wm_vm *vm, wm_recall *recall, const wm_recorder *recorder, wm_way way, const wm_value results[2], int64_t steps) {
  // Meanwhile it may have been called from within, and its memory given up.
  if (recall->is_closed || recall->is_full || recall->count == 0 || recall->age != vm->forgotten) return;
  if (recorder->is_lost || way == WM_ASTRAY || vm->doubtful || vm->reads.withheld) return;
  wm_kept made = { .work = vm->steps - steps - recorder->elsewhere, .way = way };
  if (way == WM_NOT_KNOWN) made.unknown_field = vm->outcome.unknown_field, made.unknown_slot = vm->outcome.unknown_slot;
  else made.results[0] = results[0], made.results[1] = results[1];
  if (!is_lasting(&made.results[0]) || !is_lasting(&made.results[1])) return;
  // `link` is a place in `words`, which may move; -1 stands for `first`.
  int32_t link = -1;
  for (int32_t i = 0; i < recorder->count; i++) {
    int64_t value = recorder->values[i];
    int32_t at = link < 0 ? recall->first : recall->words[link];
    if (is_told_by_question(recall, at, recorder, i)) {
      if (value == WM_NONE) link = at + WM_NODE_UNKNOWN;
      continue;
    }
    int32_t input = place_of_input(vm, recall, &recorder->inputs[i]);
    // The same values always lead to the same next question, so anything else is a mistake here: rather keep nothing.
    if (input < 0 || at < 0 || (at > 0 && recall->words[at + WM_NODE_INPUT] != input)) return;
    if (at == 0 || (value != WM_NONE && !is_in(recall->words + at, value))) {
      if (at > 0 && recall->inputs[input].span != 0) return;
      if ((at = make_node(vm, recall, input, value, at)) == 0) return;
      *(link < 0 ? &recall->first : &recall->words[link]) = at;
    }
    link = value == WM_NONE ? at + WM_NODE_UNKNOWN : at + WM_NODE_CHILDREN + (int32_t)(value - recall->words[at + WM_NODE_LOW]);
    if (value != WM_NONE && !is_in(recall->words + at, value)) return;
  }
  if (link < 0 ? recall->first != 0 : recall->words[link] != 0) return;
  int32_t end = keep(vm, recall, &made);
  *(link < 0 ? &recall->first : &recall->words[link]) = end;
  if (end != WM_LOST && ++recall->ends == MOST_ENDS) recall->is_full = true;
}
