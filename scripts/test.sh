#!/bin/sh
# Builds once and runs every test; the last line counts them.
set -eu

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
{ swift test --parallel 2>&1 || echo "exit $?" >"$log.status"; } | tee "$log"
if [ -f "$log.status" ]; then
    status=$(cut -d' ' -f2 "$log.status")
    rm -f "$log.status"
fi
# Swift Testing says: Test run with 123 tests in 4 suites passed (or failed) after …
passed=$(sed -n 's/.*Test run with \([0-9]*\) tests.* passed after.*/\1/p' "$log" | tail -n 1)
if [ "$status" -eq 0 ] && [ -n "$passed" ]; then
    echo "$passed passed, 0 failed"
else
    failed=$(grep -c '^✘ Test .* failed after' "$log" || true)
    echo "0 passed, ${failed:-1} failed"
    [ "$status" -ne 0 ] || status=1
fi
exit "$status"
