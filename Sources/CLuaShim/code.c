// Reads compiled Lua 5.4: on which lines there is code that can run. lua_getinfo knows only functions that have been made
// already, and counts what nothing reaches, such as the return that stands at every function's `end`.
#include <stdlib.h>

#include "code.h"

typedef struct {
  const uint8_t *at, *end;
  bool failed;
  wm_code_reading *reading;
} cursor;

typedef struct {
  const uint8_t *code;
  int64_t count;
  int64_t first_line;
  bool takes_any;  // a vararg function, whose first instruction no hook sees
} body;

enum { INSTRUCTION = 4, NUMBER = 8, HEADER = 31, ABSOLUTE = -128 };

// Numbers of the instructions that do not simply go on with the next.
enum {
  OP_LFALSESKIP = 6, OP_GETTABLE = 12, OP_JMP = 56, OP_EQ = 57, OP_TESTSET = 67, OP_TAILCALL = 69, OP_RETURN1 = 72, OP_FORLOOP = 73,
  OP_FORPREP = 74, OP_TFORPREP = 75, OP_TFORLOOP = 77
};

static const uint8_t *take(cursor *c, size_t count) {
  if (c->failed || (size_t)(c->end - c->at) < count) {
    c->failed = true;
    return NULL;
  }
  const uint8_t *taken = c->at;
  c->at += count;
  return taken;
}

static int64_t take_byte(cursor *c) {
  const uint8_t *byte = take(c, 1);
  return byte == NULL ? 0 : *byte;
}

// Seven bits a byte, the highest first; the last has its top bit set.
static int64_t take_size(cursor *c) {
  uint64_t size = 0;
  for (int i = 0; i < 10 && !c->failed; i++) {
    uint64_t byte = (uint64_t)take_byte(c);
    size = size << 7 | (byte & 127);
    if (byte & 128) return (int64_t)(size & INT64_MAX);
  }
  c->failed = true;
  return 0;
}

// A count of things that take at least a byte each.
static int64_t take_count(cursor *c) {
  int64_t count = take_size(c);
  if (count > c->end - c->at) c->failed = true;
  return c->failed ? 0 : count;
}

static wm_word take_text(cursor *c) {
  int64_t size = take_size(c);
  if (size == 0) return (wm_word){ NULL, 0 };
  const uint8_t *text = take(c, (size_t)size - 1);
  return (wm_word){ (const char *)text, text == NULL ? 0 : (size_t)size - 1 };
}

static void keep_word(cursor *c, wm_word word) {
  wm_code_reading *reading = c->reading;
  if (c->failed || word.text == NULL) return;
  if (reading->word_count == reading->word_capacity) {
    int32_t capacity = reading->word_capacity == 0 ? 64 : reading->word_capacity * 2;
    void *moved = realloc(reading->words, (size_t)capacity * sizeof *reading->words);
    if (moved == NULL) {
      c->failed = true;
      return;
    }
    reading->words = moved;
    reading->word_capacity = capacity;
  }
  reading->words[reading->word_count++] = word;
}

static void read_constants(cursor *c) {
  int64_t count = take_count(c);
  for (int64_t i = 0; i < count && !c->failed; i++) {
    switch (take_byte(c)) {
    case LUA_TNIL: case LUA_TBOOLEAN: case LUA_TBOOLEAN | 16: break;
    case LUA_TNUMBER: case LUA_TNUMBER | 16: take(c, NUMBER); break;
    case LUA_TSTRING: case LUA_TSTRING | 16: keep_word(c, take_text(c)); break;
    default: c->failed = true;
    }
  }
}

static uint32_t instruction(const body *b, int64_t place) {
  uint32_t word;
  memcpy(&word, b->code + place * INSTRUCTION, sizeof word);
  return word;
}

// Where to go on from an instruction: up to two places, -1 for none.
static void successors(uint32_t word, int64_t place, int64_t next[2]) {
  int operation = (int)(word & 127);
  int64_t wide = word >> 15, jump = (int64_t)(word >> 7) - ((1 << 24) - 1);
  next[0] = place + 1, next[1] = -1;
  if (operation == OP_LFALSESKIP) next[0] = place + 2;
  else if (operation == OP_JMP) next[0] = place + 1 + jump;
  else if (operation >= OP_EQ && operation <= OP_TESTSET) next[1] = place + 2;
  else if (operation >= OP_TAILCALL && operation <= OP_RETURN1) next[0] = -1;
  else if (operation == OP_FORLOOP || operation == OP_TFORLOOP) next[1] = place + 1 - wide;
  else if (operation == OP_FORPREP) next[1] = place + 2 + wide;
  else if (operation == OP_TFORPREP) next[0] = place + 1 + wide;
}

// One byte for each instruction: whether control can come to it. NULL for want of memory.
static bool *reachable(const body *b) {
  bool *reached = calloc((size_t)b->count + 1, sizeof *reached);
  int64_t *pending = malloc(((size_t)b->count + 1) * sizeof *pending);
  if (reached == NULL || pending == NULL) {
    free(reached);
    free(pending);
    return NULL;
  }
  int64_t left = 0;
  if (b->count > 0) reached[0] = true, pending[left++] = 0;
  while (left > 0) {
    int64_t next[2], place = pending[--left];
    successors(instruction(b, place), place, next);
    for (int i = 0; i < 2; i++) {
      if (next[i] < 0 || next[i] >= b->count || reached[next[i]]) continue;
      reached[next[i]] = true;
      pending[left++] = next[i];
    }
  }
  free(pending);
  return reached;
}

static void read_lines(cursor *c, const body *b) {
  int64_t count = take_count(c);
  const uint8_t *steps = take(c, (size_t)count);
  int64_t absolutes = take_count(c);
  if (c->failed || count != b->count) {
    c->failed = true;
    return;
  }
  bool *reached = reachable(b);
  if (reached == NULL) {
    c->failed = true;
    return;
  }
  int64_t line = b->first_line;
  for (int64_t place = 0; place < count && !c->failed; place++) {
    int8_t step = (int8_t)steps[place];
    if (step != ABSOLUTE) {
      line += step;
    } else {
      if (absolutes-- <= 0) c->failed = true;
      take_size(c);
      line = take_size(c);
    }
    bool shown = reached[place] && !(place == 0 && b->takes_any);
    if (shown && !c->failed && line > 0 && line <= INT32_MAX) c->reading->line(c->reading->context, (int32_t)line);
  }
  free(reached);
  if (absolutes != 0) c->failed = true;
}

static void read_function(cursor *c) {
  body b = { NULL, 0, 0, false };
  take_text(c);
  b.first_line = take_size(c);
  take_size(c);
  take_byte(c);
  b.takes_any = take_byte(c) != 0;
  take_byte(c);
  b.count = take_count(c);
  b.code = take(c, (size_t)b.count * INSTRUCTION);
  for (int64_t i = 0; i < b.count && !c->failed; i++)
    if ((instruction(&b, i) & 127) == OP_GETTABLE) c->reading->looks_up = true;
  read_constants(c);
  take(c, (size_t)take_count(c) * 3);
  int64_t inner = take_count(c);
  for (int64_t i = 0; i < inner && !c->failed; i++) read_function(c);
  read_lines(c, &b);
  int64_t locals = take_count(c);
  for (int64_t i = 0; i < locals && !c->failed; i++) {
    take_text(c);
    take_size(c);
    take_size(c);
  }
  int64_t names = take_count(c);
  for (int64_t i = 0; i < names && !c->failed; i++) take_text(c);
}

static bool take_header(cursor *c) {
  static const uint8_t start[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08";
  const uint8_t *header = take(c, HEADER);
  if (header == NULL || memcmp(header, start, sizeof start - 1) != 0) return false;
  take_byte(c);
  return true;
}

bool wm_read_code(const uint8_t *bytes, size_t length, wm_code_reading *reading) {
  cursor c = { bytes, bytes + length, false, reading };
  reading->word_count = 0;
  reading->looks_up = false;
  if (!take_header(&c)) return false;
  read_function(&c);
  return !c.failed && c.at == c.end;
}

// ---- one function ---------------------------------------------------------------------------------

bool wm_read_body(const uint8_t *bytes, size_t length, wm_body *body) {
  cursor c = { bytes, bytes + length, false, NULL };
  if (!take_header(&c)) return false;
  take_text(&c);
  take_size(&c);
  take_size(&c);
  body->parameters = (int32_t)take_byte(&c);
  body->takes_any = take_byte(&c) != 0;
  body->registers = (int32_t)take_byte(&c);
  body->count = take_count(&c);
  body->code = take(&c, (size_t)body->count * INSTRUCTION);
  body->constants = take_count(&c);
  body->rest = c.at;
  body->end = c.end;
  return !c.failed;
}

bool wm_next_constant(wm_body *body, wm_value *value) {
  cursor c = { body->rest, body->end, false, NULL };
  *value = (wm_value){ .tag = WM_NIL };
  switch (take_byte(&c)) {
  case LUA_TNIL: break;
  case LUA_TBOOLEAN: value->tag = WM_BOOL; break;
  case LUA_TBOOLEAN | 16: *value = (wm_value){ .tag = WM_BOOL, .as.i = 1 }; break;
  case LUA_TNUMBER: case LUA_TNUMBER | 16: {
    value->tag = (body->rest[0] & 16) != 0 ? WM_NUMBER : WM_INT;
    const uint8_t *number = take(&c, NUMBER);
    if (number != NULL) memcpy(&value->as, number, NUMBER);
    break;
  }
  case LUA_TSTRING: case LUA_TSTRING | 16: {
    wm_word word = take_text(&c);
    *value = (wm_value){ .tag = WM_STRING, .length = (int32_t)word.length, .as.text = word.text };
    if (word.length > INT32_MAX) c.failed = true;
    break;
  }
  default: c.failed = true;
  }
  body->constants--;
  body->rest = c.at;
  return !c.failed;
}

static int keep_bytes(lua_State *L, const void *bytes, size_t length, void *context) {
  (void)L;
  wm_dumped *dumped = context;
  if (dumped->room - dumped->length < length) {
    size_t room = (dumped->room + length) * 2;
    void *moved = realloc(dumped->bytes, room);
    if (moved == NULL) return 1;
    dumped->bytes = moved;
    dumped->room = room;
  }
  memcpy(dumped->bytes + dumped->length, bytes, length);
  dumped->length += length;
  return 0;
}

bool wm_dump(lua_State *L, wm_dumped *dumped, bool without_names) {
  dumped->length = 0;
  return lua_dump(L, keep_bytes, dumped, without_names) == 0;
}
