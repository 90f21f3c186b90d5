// What a sanitizer has to be told about Lua. In an ordinary build this file is empty.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#undef _FORTIFY_SOURCE
#include <setjmp.h>

// Debian's Lua raises errors by `__longjmp_chk`, which ThreadSanitizer does not know: it would believe that every function
// an error jumps out of is still running, and its stack of them would overflow after some ten thousand errors. `longjmp`
// it does know. A program's own function comes before the C library's.
_Noreturn void __longjmp_chk(struct __jmp_buf_tag buffer[1], int value) { longjmp(buffer, value); }
#endif
#endif
