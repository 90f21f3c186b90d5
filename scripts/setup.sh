#!/bin/sh
# Installs what building and testing need beyond Swift, where it is missing.
set -eu

command -v swift >/dev/null 2>&1 || { echo "setup: Swift 6.1 or later is needed: see https://www.swift.org/install" >&2; exit 1; }

missing=""
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
{ command -v pkg-config >/dev/null 2>&1 && pkg-config --exists lua5.4; } || missing="$missing liblua5.4-dev"
{ command -v pkg-config >/dev/null 2>&1 && pkg-config --exists sqlite3; } || missing="$missing libsqlite3-dev"
# The tests ask a stock Lua whether the editor stubs are Lua.
command -v lua5.4 >/dev/null 2>&1 || missing="$missing lua5.4"

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
install() {
    echo "setup: installing $*"
    $as_root apt-get update -qq && $as_root apt-get install -y -qq "$@" >/dev/null
}
# shellcheck disable=SC2086
[ -z "$missing" ] || install $missing
# Digests many lines at once. There is none for other processors, and Waymark does without.
if [ "$(uname -m)" = x86_64 ] && [ ! -f /usr/include/intel-ipsec-mb.h ]; then
    install libipsec-mb-dev || echo "setup: no libipsec-mb-dev: lines are digested one by one" >&2
fi

if [ "${1:-}" = --valgrind ]; then
    command -v valgrind >/dev/null 2>&1 || install valgrind
    exit 0
fi

if [ "${1:-}" = --release ]; then
    # Swift's own reader of XML asks for it where Swift's library is linked in.
    pkg-config --exists libxml-2.0 || install libxml2-dev
    exit 0
fi

# The web application is tested in a real browser, with axe for accessibility. Without them those tests say that they are skipped.
[ "${1:-}" = --browser ] || exit 0
# What draws the charts of reports, and the analyst's editor. Pages do without what is missing.
{ [ -f /usr/share/javascript/chart.js/chart.min.js ] && [ -f /usr/share/javascript/codemirror/lib/codemirror.js ]; } ||
    install libjs-chart.js libjs-codemirror || echo "setup: no libjs-chart.js and libjs-codemirror: the tests that need them are skipped" >&2
{ command -v chromium && command -v chromedriver; } >/dev/null 2>&1 || install chromium chromium-driver || echo "setup: no browser: the tests that need one are skipped" >&2
axe=.build/axe
if [ ! -f $axe/axe_playwright_python/axe.min.js ]; then
    mkdir -p $axe
    { python3 -m pip download -q --no-deps -d $axe axe-playwright-python==0.1.8 && python3 -m zipfile -e $axe/axe_playwright_python-*.whl $axe; } >/dev/null 2>&1 ||
        echo "setup: no axe: the tests of accessibility that need it are skipped" >&2
fi
