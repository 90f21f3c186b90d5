#!/bin/sh
# The whole suite with a sanitizer, built in a folder of its own: scripts/sanitize.sh thread, or address.
set -eu

case "${1:-}" in
thread)
    folder=.build/tsan
    # Each process would wait a second for late reports before it ends, and the tests start more than a thousand.
    export TSAN_OPTIONS="atexit_sleep_ms=0 ${TSAN_OPTIONS:-}"
    ;;
address)
    folder=.build/asan
    # Why leaks are not looked for, and what is suppressed: docs/decisions/0006-sanitizers.md.
    export ASAN_OPTIONS="detect_leaks=0 suppressions=$PWD/scripts/asan-suppressions.txt ${ASAN_OPTIONS:-}"
    ;;
*)
    echo "usage: scripts/sanitize.sh thread|address" >&2
    exit 2
    ;;
esac

. "$(dirname "$0")/at-once.sh"
# Anything that a sanitizer reports makes its process end with another code than the test expects.
swift build --build-tests --scratch-path "$folder" --sanitize="$1"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
start=$(date +%s)
# shellcheck disable=SC2086
{ swift test --skip-build $at_once --scratch-path "$folder" --sanitize="$1" 2>&1 || echo "the tests failed" >"$log.failed"; } | tee "$log"
seconds=$(($(date +%s) - start))

count=$(sed -n 's/.*Test run with \([0-9]*\) tests.* after.*/\1/p' "$log" | tail -n 1)
skipped=$(grep -c '^➜ Test ".* skipped' "$log" || true)
wrong=$(grep -c '^✘ Test ".* failed after' "$log" || true)
if [ -f "$log.failed" ] || [ -z "$count" ]; then
    rm -f "$log.failed"
    [ "$wrong" -gt 0 ] || wrong=1
fi
count=${count:-0}
echo "$((count - skipped - wrong)) passed, $skipped skipped, $wrong failed in $seconds seconds"
[ "$wrong" -eq 0 ]
