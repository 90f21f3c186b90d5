#!/bin/sh
# Builds once and runs every test; the last line counts them. What is given goes to `swift test`.
set -eu

. "$(dirname "$0")/at-once.sh"

passed=0
failed=0
told=$(mktemp)
trap 'rm -f "$told"' EXIT

# Runs some of the tests and adds them up. Swift Testing says: Test run with 123 tests in 4 suites passed (or failed) after …
run() {
    log=$(mktemp)
    { swift test "$@" 2>&1 || echo "exit" >"$log.failed"; } | tee "$log"
    count=$(sed -n 's/.*Test run with \([0-9]*\) tests.* passed after.*/\1/p' "$log" | tail -n 1)
    if [ ! -f "$log.failed" ] && [ -n "$count" ]; then
        passed=$((passed + count))
    else
        wrong=$(grep -c '^✘ Test ".* failed after' "$log" || true)
        [ "$wrong" -gt 0 ] || wrong=1
        failed=$((failed + wrong))
        grep -A 3 '^✘ Test ".* recorded an issue' "$log" >>"$told" || true
    fi
    rm -f "$log" "$log.failed"
}

# shellcheck disable=SC2086
run "$@" --parallel $at_once --skip EnduranceTests
# These watch the memory of the whole process, so nothing else may run in it.
run "$@" --skip-build --filter EnduranceTests

# Once more what failed, which stands far above.
head -n 80 "$told"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
