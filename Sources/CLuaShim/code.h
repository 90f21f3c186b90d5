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

// Reads what lua_dump wrote. False where it is not the form of Lua 5.4, or for want of memory.
bool wm_read_code(const uint8_t *bytes, size_t length, wm_code_reading *reading);

#endif
