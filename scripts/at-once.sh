# Sourced by what runs the tests. Sets `at_once`, the options of `swift test` that say how many tests run side by side.

# Each of many has a store open: more files than an ordinary shell allows.
[ "$(ulimit -n)" = unlimited ] || [ "$(ulimit -n)" -ge 8192 ] || ulimit -S -n 8192 2>/dev/null || ulimit -S -n "$(ulimit -H -n)"

# All of them at once have some 1,300 files open and thousands of threads: Foundation's `Process` then reads behind the end of the list of its
# files, and now and then crashes. Swift before 6.3 has no such option.
at_once="--experimental-maximum-parallelization-width 16"
swift test --help-hidden 2>/dev/null | grep -q -e "${at_once% *}" || at_once=

# Where a test crashes, what the crashed thread was doing is enough to be told.
export SWIFT_BACKTRACE="${SWIFT_BACKTRACE:-threads=crashed}"
