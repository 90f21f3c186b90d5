// What is done with whole lines of input, byte by byte, so that it pays to do it in C.
#ifndef WL_H
#define WL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- bytes.c --------------------------------------------------------------------------------------

typedef struct {
  bool has_odd;   // a control character or a backslash
  bool has_high;  // a byte above 0x7F
} wl_kinds;
wl_kinds wl_kinds_of(const uint8_t *bytes, size_t length);

// ---- digests.c ------------------------------------------------------------------------------------
// SHA-256 of many texts at once, by Intel's Multi-Buffer Crypto library where the system has it.

typedef struct wl_engine wl_engine;
typedef struct { const uint8_t *bytes; size_t length; } wl_text;

enum { WL_DIGEST = 32, WL_LONGEST = 32 << 10, WL_FEWEST = 12 };

// NULL: the library is missing, or is another than this was built for. An engine belongs to one thread.
wl_engine *wl_open(void);
void wl_close(wl_engine *engine);
// Writes WL_DIGEST bytes for each text, one after another. A text must not be longer than WL_LONGEST; for fewer than WL_FEWEST it
// is not worth while. False: they have to be digested otherwise.
bool wl_digest(wl_engine *engine, const wl_text *texts, int32_t count, uint8_t *digests);

#endif
