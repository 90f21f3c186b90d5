// `math`, with an exponential and a logarithm that give the same bits everywhere.
#include <math.h>

#include "internal.h"

#pragma STDC FP_CONTRACT OFF

// The logarithm of 2 in two parts; the first has so few bits that whole multiples of it are exact.
static const double log2_high = 0x1.62e42fefa38p-1, log2_low = 0x1.ef35793c7673p-45;

// The C library's own differ in the last bit between machines; these use only + - * / and exact scaling, which do not.
double wm_exp(double x) {
  if (x != x) return x;
  if (x > 709.8) return HUGE_VAL;
  if (x < -745.2) return 0.0;
  double steps = floor(x / (log2_high + log2_low) + 0.5);
  // x = steps * log(2) + r + error, with r of at most 0.35
  double high = x - steps * log2_high, low = steps * log2_low;
  double r = high - low, error = (high - r) - low;
  // exp(r) - 1 - r = r² (1/2 + r/6 + r²/24 + …)
  double series = 0;
  for (int i = 16; i >= 3; i--) series = (series * r + 1) / i;
  double rest = r * r * ((series * r + 1) / 2) + error;
  return ldexp(1 + (r + rest), (int)steps);
}

double wm_log(double x) {
  if (x != x || x == HUGE_VAL) return x;
  if (x < 0) return NAN;
  if (x == 0) return -HUGE_VAL;
  int exponent;
  double m = frexp(x, &exponent);
  if (m < 0.70710678118654752440) m *= 2, exponent--;
  // With f = m - 1 (exact) and s = f / (2 + f): log(m) = 2s + 2s³/3 + 2s⁵/5 + …, and 2s = f - f²/2 + s f²/2.
  double f = m - 1, s = f / (2 + f), square = s * s, half = f * f / 2, series = 0;
  for (int i = 23; i >= 3; i -= 2) series = (series + 2.0 / i) * square;
  return exponent * log2_high - ((half - (s * (half + series) + exponent * log2_low)) - f);
}

static int math_exp(lua_State *L) {
  lua_pushnumber(L, wm_exp(luaL_checknumber(L, 1)));
  return 1;
}

// A logarithm that is a whole number in truth is given as one: log(1000, 10) is 3.
static double log_to_base(double x, double base) {
  double result = wm_log(x) / wm_log(base), whole = floor(result + 0.5);
  if (!(whole >= 1 && whole <= 64 && fabs(result - whole) < 1e-9)) return result;
  double power = 1;
  for (int i = 0; i < (int)whole; i++) power *= base;
  return power == x ? whole : result;
}

static int math_log(lua_State *L) {
  double x = luaL_checknumber(L, 1);
  lua_pushnumber(L, lua_isnoneornil(L, 2) ? wm_log(x) : log_to_base(x, luaL_checknumber(L, 2)));
  return 1;
}

void wm_install_math(lua_State *L) {
  luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 0);
  int stock = lua_gettop(L);
  static const luaL_Reg replaced[] = { { "exp", math_exp }, { "log", math_log }, { NULL, NULL } };
  luaL_newlib(L, replaced);
  static const char *const kept[] = { "abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger", "modf", "pi", "sqrt", "tointeger", "type", "ult", NULL };
  wm_copy_functions(L, stock, stock + 1, kept);
  wm_install_library(L, "math");
  lua_settop(L, stock - 1);
}
