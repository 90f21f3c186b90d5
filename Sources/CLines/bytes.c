// What kinds of bytes there are.
#include "include/wl.h"

// Which of two kinds of code a processor can run is found out while the program is loaded, when ThreadSanitizer cannot follow anything yet.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WL_ONE_KIND
#endif
#endif

// A loop that compilers make one of whole registers; of the larger ones, where the processor has them.
#if defined(__x86_64__) && defined(__linux__) && !defined(WL_ONE_KIND)
__attribute__((target_clones("avx2", "default")))
#endif
wl_kinds wl_kinds_of(const uint8_t *bytes, size_t length) {
  uint8_t odd = 0, high = 0;
  for (size_t i = 0; i < length; i++) {
    odd |= (uint8_t)((bytes[i] < 0x20) | (bytes[i] == 0x5C));
    high |= bytes[i];
  }
  return (wl_kinds){ odd != 0, high >= 0x80 };
}
