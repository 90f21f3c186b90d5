#ifndef WM_CODE_H
#define WM_CODE_H

#include "internal.h"

typedef struct { const char *text; size_t length; } wm_word;

// What a function compiled to, those inside it included.
typedef struct {
  void (*line)(void *context, int32_t line);  // a line that has code on it which can run
  void *context;
  wm_word *words;       // its text constants, which names of fields are among; they point into what was read
  int32_t word_count, word_capacity;
  bool looks_up;        // it reads a table by a key that only a run knows
} wm_code_reading;

// The instructions and constants of one function, without those of functions inside it. Its pointers go into what was read.
typedef struct {
  const uint8_t *code;   // four bytes each
  int64_t count;
  int32_t parameters, registers;
  bool takes_any;        // a vararg function
  int64_t constants;     // how many wm_next_constant has yet to give
  const uint8_t *rest, *end;
} wm_body;

// What lua_dump wrote, in memory that grows.
typedef struct { uint8_t *bytes; size_t length, room; } wm_dumped;

// The function on the stack's top, compiled. False for want of memory.
bool wm_dump(lua_State *L, wm_dumped *dumped, bool without_names);
// False where it is not the form of Lua 5.4.
bool wm_read_body(const uint8_t *bytes, size_t length, wm_body *body);
// The next constant; a text points into what was read.
bool wm_next_constant(wm_body *body, wm_value *value);
// Reads what lua_dump wrote. False where it is not the form of Lua 5.4, or for want of memory.
bool wm_read_code(const uint8_t *bytes, size_t length, wm_code_reading *reading);

#endif
