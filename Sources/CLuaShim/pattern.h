// Lua's patterns: the matcher, and what it has captured.
#ifndef WM_PATTERN_H
#define WM_PATTERN_H

#include "internal.h"

// Lengths of captures that have none.
enum { WM_MAX_CAPTURES = 32, WM_UNFINISHED = -1, WM_POSITION = -2 };

typedef struct {
  lua_State *L;
  const char *start, *end;  // of the subject
  const char *pattern_end;
  int nesting, work, captures;
  struct { const char *start; ptrdiff_t length; } capture[WM_MAX_CAPTURES];
} wm_matching;

void wm_start_matching(wm_matching *m, lua_State *L, const char *subject, size_t length, const char *pattern, size_t pattern_length);
// Where a match that starts at `s` ends; NULL: there is none.
const char *wm_match_at(wm_matching *m, const char *s, const char *pattern);

#endif
