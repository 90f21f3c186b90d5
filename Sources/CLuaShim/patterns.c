// Lua's patterns, with their work counted: a pattern that backtracks without end meets the instruction limit.
#include "pattern.h"

enum { MAX_NESTING = 200, OPERATIONS_A_STEP = 4, FLUSH = 400 };

static const char *run(wm_matching *m, const char *s, const char *p);

static inline void work(wm_matching *m) {
  if (++m->work < FLUSH) return;
  m->work = 0;
  wm_charge(m->L, FLUSH / OPERATIONS_A_STEP);
}

// ---- classes --------------------------------------------------------------------------------------

static bool within(unsigned char c, unsigned char low, unsigned char high) { return c >= low && c <= high; }
static bool is_digit(unsigned char c) { return within(c, '0', '9'); }
static bool is_lower(unsigned char c) { return within(c, 'a', 'z'); }
static bool is_upper(unsigned char c) { return within(c, 'A', 'Z'); }
static bool is_letter(unsigned char c) { return is_lower(c) || is_upper(c); }

// By ASCII alone, whatever the locale.
static bool in_class(unsigned char c, unsigned char name) {
  bool result;
  switch (name | 0x20) {
    case 'a': result = is_letter(c); break;
    case 'c': result = c < 32 || c == 127; break;
    case 'd': result = is_digit(c); break;
    case 'g': result = within(c, 33, 126); break;
    case 'l': result = is_lower(c); break;
    case 'p': result = within(c, 33, 126) && !is_letter(c) && !is_digit(c); break;
    case 's': result = c == ' ' || within(c, 9, 13); break;
    case 'u': result = is_upper(c); break;
    case 'w': result = is_letter(c) || is_digit(c); break;
    case 'x': result = is_digit(c) || within(c | 0x20, 'a', 'f'); break;
    default: return name == c;
  }
  if (!is_letter(name)) return name == c;
  return is_upper(name) ? !result : result;
}

// The end of the single character class that starts at `p`.
static const char *class_end(wm_matching *m, const char *p) {
  char first = *p++;
  if (first == '%') {
    if (p == m->pattern_end) wm_raise(m->L, WM_CODE_ARGUMENT, "the pattern ends with `%%`: write `%%%%` for the character itself");
    return p + 1;
  }
  if (first != '[') return p;
  if (p < m->pattern_end && *p == '^') p++;
  do {  // a `]` that stands first is a character
    if (p >= m->pattern_end) wm_raise(m->L, WM_CODE_ARGUMENT, "the pattern lacks a `]`");
    if (*p++ == '%') p++;
  } while (p >= m->pattern_end || *p != ']');
  return p + 1;
}

// `last` is the closing bracket.
static bool in_set(unsigned char c, const char *p, const char *last) {
  bool wanted = true;
  p++;
  if (*p == '^') wanted = false, p++;
  while (p < last) {
    if (*p == '%') {
      if (in_class(c, (unsigned char)p[1])) return wanted;
      p += 2;
    } else if (p[1] == '-' && p + 2 < last) {
      if (within(c, (unsigned char)p[0], (unsigned char)p[2])) return wanted;
      p += 3;
    } else {
      if ((unsigned char)*p == c) return wanted;
      p++;
    }
  }
  return !wanted;
}

static bool accepts(wm_matching *m, const char *s, const char *p, const char *after) {
  work(m);
  if (s >= m->end) return false;
  unsigned char c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case '%': return in_class(c, (unsigned char)p[1]);
    case '[': return in_set(c, p, after - 1);
    default: return (unsigned char)*p == c;
  }
}

// ---- items ----------------------------------------------------------------------------------------

static const char *longest_first(wm_matching *m, const char *s, const char *p, const char *after) {
  ptrdiff_t count = 0;
  while (accepts(m, s + count, p, after)) count++;
  for (; count >= 0; count--) {
    work(m);
    const char *end = run(m, s + count, after + 1);
    if (end != NULL) return end;
  }
  return NULL;
}

static const char *shortest_first(wm_matching *m, const char *s, const char *p, const char *after) {
  for (;; s++) {
    const char *end = run(m, s, after + 1);
    if (end != NULL) return end;
    if (!accepts(m, s, p, after)) return NULL;
  }
}

static const char *balanced(wm_matching *m, const char *s, const char *p) {
  if (m->pattern_end - p < 2) wm_raise(m->L, WM_CODE_ARGUMENT, "`%%b` in a pattern wants two characters after it");
  if (s >= m->end || *s != p[0]) return NULL;
  int open = 1;
  while (++s < m->end) {
    work(m);
    if (*s == p[1]) {
      if (--open == 0) return s + 1;
    } else if (*s == p[0]) {
      open++;
    }
  }
  return NULL;
}

static const char *open_capture(wm_matching *m, const char *s, const char *p, int kind) {
  if (m->captures >= WM_MAX_CAPTURES) wm_raise(m->L, WM_CODE_ARGUMENT, "the pattern has more than %d captures", WM_MAX_CAPTURES);
  m->capture[m->captures].start = s;
  m->capture[m->captures].length = kind;
  m->captures++;
  const char *end = run(m, s, p);
  if (end == NULL) m->captures--;
  return end;
}

static const char *close_capture(wm_matching *m, const char *s, const char *p) {
  int place = m->captures - 1;
  while (place >= 0 && m->capture[place].length != WM_UNFINISHED) place--;
  if (place < 0) wm_raise(m->L, WM_CODE_ARGUMENT, "the pattern has a `)` without a `(`");
  m->capture[place].length = s - m->capture[place].start;
  const char *end = run(m, s, p);
  if (end == NULL) m->capture[place].length = WM_UNFINISHED;
  return end;
}

static const char *same_again(wm_matching *m, const char *s, char digit) {
  int place = digit - '1';
  if (place < 0 || place >= m->captures || m->capture[place].length == WM_UNFINISHED)
    wm_raise(m->L, WM_CODE_ARGUMENT, "the pattern has `%%%c` before that capture is complete", digit);
  ptrdiff_t length = m->capture[place].length;
  if (length == WM_POSITION) return NULL;  // a place is no text to find again
  wm_charge(m->L, length / 16);
  if (m->end - s < length || memcmp(m->capture[place].start, s, (size_t)length) != 0) return NULL;
  return s + length;
}

static bool at_frontier(wm_matching *m, const char *s, const char *p, const char *after) {
  unsigned char before = s == m->start ? 0 : (unsigned char)s[-1], here = s == m->end ? 0 : (unsigned char)*s;
  work(m);
  return !in_set(before, p, after - 1) && in_set(here, p, after - 1);
}

// ---- the matcher ----------------------------------------------------------------------------------

// Where a match of the pattern from `p` on ends, if it starts at `s`; NULL: nowhere.
static const char *run(wm_matching *m, const char *s, const char *p) {
  if (++m->nesting > MAX_NESTING) wm_raise(m->L, WM_CODE_ARGUMENT, "the pattern is too complex");
  while (s != NULL && p < m->pattern_end) {
    if (*p == '(') {
      bool position = p + 1 < m->pattern_end && p[1] == ')';
      s = open_capture(m, s, p + (position ? 2 : 1), position ? WM_POSITION : WM_UNFINISHED);
      break;
    }
    if (*p == ')') {
      s = close_capture(m, s, p + 1);
      break;
    }
    if (*p == '$' && p + 1 == m->pattern_end) {
      if (s != m->end) s = NULL;
      break;
    }
    if (*p == '%' && p + 1 < m->pattern_end && p[1] == 'b') {
      s = balanced(m, s, p + 2);
      p += 4;
      continue;
    }
    if (*p == '%' && p + 1 < m->pattern_end && p[1] == 'f') {
      p += 2;
      if (p >= m->pattern_end || *p != '[') wm_raise(m->L, WM_CODE_ARGUMENT, "`%%f` in a pattern wants a set after it, as in `%%f[%%w]`");
      const char *after = class_end(m, p);
      if (!at_frontier(m, s, p, after)) s = NULL;
      p = after;
      continue;
    }
    if (*p == '%' && p + 1 < m->pattern_end && is_digit((unsigned char)p[1])) {
      s = same_again(m, s, p[1]);
      p += 2;
      continue;
    }
    const char *after = class_end(m, p);
    char repeat = after < m->pattern_end ? *after : 0;
    if (repeat == '*' || repeat == '+') {
      s = repeat == '*' || accepts(m, s, p, after) ? longest_first(m, s + (repeat == '+'), p, after) : NULL;
      break;
    }
    if (repeat == '-') {
      s = shortest_first(m, s, p, after);
      break;
    }
    bool accepted = accepts(m, s, p, after);
    if (repeat == '?') {
      const char *end = accepted ? run(m, s + 1, after + 1) : NULL;
      if (end != NULL) {
        s = end;
        break;
      }
      p = after + 1;
      continue;
    }
    s = accepted ? s + 1 : NULL;
    p = after;
  }
  m->nesting--;
  return s;
}

const char *wm_match_at(wm_matching *m, const char *s, const char *pattern) {
  work(m);
  m->captures = m->nesting = 0;
  return run(m, s, pattern);
}

void wm_start_matching(wm_matching *m, lua_State *L, const char *subject, size_t length, const char *pattern, size_t pattern_length) {
  m->L = L;
  m->start = subject;
  m->end = subject + length;
  m->pattern_end = pattern + pattern_length;
  m->work = 0;
  wm_charge(L, 1);
}
