#!/bin/sh
# Counts the instructions of an evaluation with the common rules and compares them with bench/instructions.txt.
# With --record, writes what was counted there instead.
set -eu

file=bench/instructions.txt
program=.build/release/waymark
folder=.build/bench
if ! command -v valgrind >/dev/null; then
    echo "skipped: valgrind is not installed, so no instructions were counted"
    exit 0
fi
mkdir -p "$folder"
# Without debug information, which valgrind of Debian 12 cannot read.
objcopy --strip-debug "$program" "$folder/waymark"
program="$folder/waymark"
# So many that rules are mostly found to read what they read before.
.build/release/bench cohort --count 2000 >"$folder/few.ndjson"
.build/release/bench cohort --count 2500 >"$folder/more.ndjson"
# What digests many lines at once does it otherwise on each processor, and may be missing; here it is made to be.
mkdir -p "$folder/without"
: >"$folder/without/libIPSec_MB.so.1"

# Instructions of one whole process. Swift's hashing is made the same each time.
count() {
    LD_LIBRARY_PATH="$folder/without" SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" \
        evaluate bench/common-rules "$1" --as-of 2017-06-30 --jobs 1 --rejects "$folder/rejects" 2>&1 >/dev/null |
        sed -n 's/.*Collected : //p'
}

few=$(count "$folder/few.ndjson")
more=$(count "$folder/more.ndjson")
nominal=$(((more - few) / 500))
start=$((few - 2000 * nominal))

if [ "${1:-}" = --record ]; then
    cat >"$file" <<END
# Instructions as valgrind counts them, for \`make bench-instructions\`: of one nominal more, after two thousand, and of starting,
# loading, ending and what rules read for the first time.
# They differ between compilers and libraries: these are of Swift 6.3.1 and Lua 5.4.4 on Debian 12, x86-64. To record them anew:
# make bench-instructions RECORD=1
threshold_percent 3
nominal $nominal
start $start
END
    echo "recorded: $nominal instructions a nominal, $start to start"
    exit 0
fi

percent=$(sed -n 's/^threshold_percent //p' "$file")
wrong=0
compare() {
    before=$(sed -n "s/^$1 //p" "$file")
    change=$((($2 - before) * 1000 / before))
    echo "$1: $2 instructions, $before recorded, $change per mille more (at most $((percent * 10)))"
    [ "$change" -le $((percent * 10)) ] || wrong=1
}
compare nominal "$nominal"
compare start "$start"
exit $wrong
