// Dates of the proleptic Gregorian calendar, counted in days since 1970-01-01.
#include <stdio.h>

#include "internal.h"

static int64_t day_count(int64_t year, int64_t month, int64_t day) {
  int64_t y = month <= 2 ? year - 1 : year;
  int64_t era = (y >= 0 ? y : y - 399) / 400;
  int64_t year_of_era = y - era * 400;
  int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

void wm_day_parts(int64_t number, int64_t *year, int64_t *month, int64_t *day) {
  int64_t shifted = number + 719468;
  int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int64_t of_era = shifted - era * 146097;
  int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t march_month = (5 * of_year + 2) / 153;
  *day = of_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

static int64_t month_length(int64_t month, int64_t year) {
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 ? 28 + leap : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31;
}

int64_t wm_add_months(int64_t number, int64_t months) {
  int64_t year, month, day;
  wm_day_parts(number, &year, &month, &day);
  int64_t total = year * 12 + month - 1 + months;
  int64_t new_year = (total >= 0 ? total : total - 11) / 12;
  int64_t new_month = total - new_year * 12 + 1;
  int64_t last = month_length(new_month, new_year);
  return day_count(new_year, new_month, day < last ? day : last);
}

int64_t wm_whole_years(int64_t from, int64_t to) {
  int64_t y1, m1, d1, y2, m2, d2;
  wm_day_parts(from, &y1, &m1, &d1);
  wm_day_parts(to, &y2, &m2, &d2);
  return y2 - y1 - (m2 < m1 || (m2 == m1 && d2 < d1));
}

void wm_format_day(int64_t number, char text[16]) {
  int64_t year, month, day;
  wm_day_parts(number, &year, &month, &day);
  snprintf(text, 16, "%04d-%02d-%02d", (int)year, (int)month, (int)day);
}

bool wm_parse_day(const char *text, size_t length, int64_t *number) {
  if (length != 10 || text[4] != '-' || text[7] != '-') return false;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  int64_t year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  int64_t month = (text[5] - '0') * 10 + (text[6] - '0');
  int64_t day = (text[8] - '0') * 10 + (text[9] - '0');
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > month_length(month, year)) return false;
  *number = day_count(year, month, day);
  return true;
}

