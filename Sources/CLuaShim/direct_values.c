// Comparing, calculating and joining as Lua does, for the values of everyday rules.
#include <math.h>

#include "direct.h"

#pragma STDC FP_CONTRACT OFF

// Whole numbers beyond this are not compared with fractions here, as they may not be exact as such.
static const int64_t most_exact = (int64_t)1 << 53;

static bool is_number(const wm_value *value) { return value->tag == WM_INT || value->tag == WM_NUMBER; }

static bool is_exact(const wm_value *value) {
  return value->tag == WM_NUMBER || (value->as.i >= -most_exact && value->as.i <= most_exact);
}

static double number_of(const wm_value *value) { return value->tag == WM_INT ? (double)value->as.i : value->as.d; }

static int64_t span_or_date(const wm_value *value) {
  int kind = value->tag == WM_HANDLE ? wm_handle_kind(value->as.i) : 0;
  return kind == WM_DATE || kind == WM_DAYS || kind == WM_MONTHS ? kind : 0;
}

bool wm_direct_equal(const wm_value *a, const wm_value *b, bool *equal) {
  if (a->tag >= WM_OTHER || b->tag >= WM_OTHER) return false;
  if (a->tag != b->tag) {
    if (is_number(a) && is_number(b)) {
      if (!is_exact(a) || !is_exact(b)) return false;
      *equal = number_of(a) == number_of(b);
    } else {
      *equal = false;
    }
    return true;
  }
  switch (a->tag) {
    case WM_NIL: *equal = true; break;
    case WM_NUMBER: *equal = a->as.d == b->as.d; break;
    case WM_STRING:
      if (a->length > WM_DIRECT_TEXT && a->length == b->length) return false;
      *equal = wm_is_text(a, b->as.text, (size_t)b->length);
      break;
    default: *equal = a->as.i == b->as.i;
  }
  return true;
}

bool wm_direct_less(const wm_value *a, const wm_value *b, bool or_equal, bool *less) {
  if (a->tag == WM_INT && b->tag == WM_INT) {
    *less = or_equal ? a->as.i <= b->as.i : a->as.i < b->as.i;
    return true;
  }
  if (is_number(a) && is_number(b)) {
    if (!is_exact(a) || !is_exact(b)) return false;
    double x = number_of(a), y = number_of(b);
    *less = or_equal ? x <= y : x < y;
    return true;
  }
  int64_t kind = span_or_date(a);
  if (kind == 0 || kind != span_or_date(b)) return false;
  int64_t x = wm_handle_number(a->as.i), y = wm_handle_number(b->as.i);
  *less = or_equal ? x <= y : x < y;
  return true;
}

static bool calculate_whole(int operation, int64_t a, int64_t b, wm_value *result) {
  int64_t value;
  switch (operation) {
    case OP_ADD: value = (int64_t)((uint64_t)a + (uint64_t)b); break;
    case OP_SUB: value = (int64_t)((uint64_t)a - (uint64_t)b); break;
    case OP_MUL: value = (int64_t)((uint64_t)a * (uint64_t)b); break;
    case OP_IDIV:
    case OP_MOD:
      // By zero is an error, and by -1 has an overflow of its own.
      if (b == 0 || b == -1) return false;
      value = operation == OP_IDIV ? a / b : a % b;
      if (a % b != 0 && (a ^ b) < 0) value += operation == OP_IDIV ? -1 : b;
      break;
    default: return false;
  }
  *result = (wm_value){ .tag = WM_INT, .as.i = value };
  return true;
}

static bool calculate(int operation, double a, double b, wm_value *result) {
  double value;
  switch (operation) {
    case OP_ADD: value = a + b; break;
    case OP_SUB: value = a - b; break;
    case OP_MUL: value = a * b; break;
    case OP_DIV: value = a / b; break;
    case OP_IDIV: value = floor(a / b); break;
    case OP_MOD:
      value = fmod(a, b);
      if (value > 0 ? b < 0 : value < 0 && b != value) value += b;
      break;
    default: return false;
  }
  *result = (wm_value){ .tag = WM_NUMBER, .as.d = value };
  return true;
}

static bool shift_date(int operation, const wm_value *a, const wm_value *b, wm_value *result) {
  bool is_date = wm_is_handle(a, WM_DATE);
  int64_t day = wm_handle_number(a->as.i), other = wm_handle_number(b->as.i);
  if (is_date && operation == OP_SUB && wm_is_handle(b, WM_DATE)) {
    *result = (wm_value){ .tag = WM_INT, .as.i = day - other };
    return true;
  }
  int64_t kind = span_or_date(b);
  if (!is_date || (kind != WM_DAYS && kind != WM_MONTHS) || (operation != OP_ADD && operation != OP_SUB)) return false;
  int64_t length = operation == OP_ADD ? other : -other;
  day = kind == WM_DAYS ? day + length : wm_add_months(day, length);
  if (day < WM_EARLIEST || day > WM_LATEST) return false;
  *result = (wm_value){ .tag = WM_HANDLE, .as.i = wm_make(WM_DATE, day) };
  return true;
}

bool wm_direct_arithmetic(int operation, const wm_value *a, const wm_value *b, wm_value *result) {
  if (a->tag == WM_INT && b->tag == WM_INT && operation != OP_DIV) return calculate_whole(operation, a->as.i, b->as.i, result);
  if (is_number(a) && is_number(b)) return calculate(operation, number_of(a), number_of(b), result);
  return a->tag == WM_HANDLE && b->tag == WM_HANDLE && shift_date(operation, a, b, result);
}

// A whole number as Lua writes it, at the end of 24 bytes; returns its first byte.
static const char *in_digits(int64_t number, char digits[24], size_t *length) {
  uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  char *first = digits + 24;
  do {
    *--first = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (number < 0) *--first = '-';
  *length = (size_t)(digits + 24 - first);
  return first;
}

bool wm_direct_concat(wm_direct *direct, const wm_value *values, int count, wm_value *result) {
  size_t start = direct->text_count, length = 0;
  for (int i = 0; i < count; i++) {
    char digits[24];
    const char *text = values[i].as.text;
    size_t more = (size_t)values[i].length;
    if (values[i].tag == WM_INT) {
      text = in_digits(values[i].as.i, digits, &more);
    } else if (values[i].tag != WM_STRING) {
      return false;
    }
    if (length + more > WM_DIRECT_TEXT || start + length + more > WM_DIRECT_TEXTS) return false;
    memcpy(direct->texts + start + length, text, more);
    length += more;
  }
  direct->text_count = start + length;
  *result = (wm_value){ .tag = WM_STRING, .length = (int32_t)length, .as.text = direct->texts + start };
  return true;
}
