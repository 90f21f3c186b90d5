#!/bin/sh
# Installs the package on a system that has nothing but what the package says it needs, runs the program there, and takes
# it off again: scripts/deb-check.sh PACKAGE.deb. Wants root and mmdebstrap.
set -eu

package=$1
[ "$(id -u)" = 0 ] || { echo "deb-check: run it as root: it makes a system of its own" >&2; exit 2; }
command -v mmdebstrap >/dev/null || { echo "deb-check: mmdebstrap is missing: apt-get install mmdebstrap" >&2; exit 2; }
# What is mounted here nobody else sees, and it goes with this script.
[ -n "${DEB_CHECK_APART:-}" ] || DEB_CHECK_APART=1 exec unshare --mount "$0" "$@"
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
place=$(mktemp -d)
trap 'umount "$place/system/proc" 2>/dev/null || true; rm -rf --one-file-system "$place"' EXIT
wrong=0

say() { printf '%s\n' "$*"; }
inside() { chroot "$place/system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp "$@"; }
as_waymark() { inside setpriv --reuid=waymark --regid=waymark --clear-groups env HOME=/var/lib/waymark "$@"; }
# expect WORDS STATUS COMMAND…: runs it, and says whether it ends so and its output has the words.
expect() {
    words=$1
    status=$2
    shift 2
    code=0
    text=$("$@" 2>&1) || code=$?
    if [ "$code" = "$status" ] && printf '%s' "$text" | tr '\n' ' ' | tr -s ' ' | grep -qF -- "$words"; then
        say "ok      $*: $words"
    else
        say "FAILED  $*: ended with $code, and says"
        say "$text"
        wrong=1
    fi
}

depends=$(dpkg-deb -f "$package" Depends | sed -e 's/ *([^)]*)//g' -e 's/, */,/g')
say "a new $suite with $depends"
mmdebstrap --quiet --variant=essential --include="$depends" "$suite" "$place/system"
# A program in Swift reads its arguments there.
mount -t proc proc "$place/system/proc"
cp "$package" "$place/system/tmp/waymark.deb"
expect "Setting up waymark" 0 inside dpkg -i /tmp/waymark.deb
expect "no Swift" 0 sh -c "find '$place/system/usr' -name 'libswift*' | grep . || echo no Swift"
expect "700 waymark waymark" 0 inside stat -c "%a %U %G" /var/lib/waymark
expect "$(dpkg-deb -f "$package" Version)" 0 as_waymark waymark --version
expect "staffordshire 1.0.0:" 0 as_waymark waymark check /usr/share/waymark/rules/staffordshire
expect "10 nominals evaluated" 0 as_waymark waymark evaluate /usr/share/waymark/rules/staffordshire /usr/share/doc/waymark/examples/nominals.ndjson \
    --as-of 2026-11-01 -o /var/lib/waymark/decisions.ndjson
expect "all is well" 0 as_waymark waymark doctor
expect "nothing has been kept in the store yet" 0 sh -c "cp '$place/system/usr/share/doc/waymark/examples/board/waymark.lua' '$place/system/var/lib/waymark/' &&
    chroot '$place/system' setpriv --reuid=waymark --regid=waymark --clear-groups env WAYMARK_STORE=/var/lib/waymark waymark doctor"
store=$place/system/var/lib/waymark
inside chown root:root /var/lib/waymark/waymark.lua
expect "10 added" 0 as_waymark waymark cohort import /usr/share/doc/waymark/examples/nominals.ndjson --by j.ofori --why "a check" --store /var/lib/waymark
expect "is whole: 10 nominals" 0 as_waymark waymark store backup -o /var/lib/waymark/backup --by d.stone --why "a check" --store /var/lib/waymark
expect "restored" 0 as_waymark waymark store restore /var/lib/waymark/backup --replace --by d.stone --why "a check" --store /var/lib/waymark
expect "the log is whole" 0 as_waymark waymark audit verify --store /var/lib/waymark
expect "Removing waymark" 0 inside dpkg -r waymark
expect "the store in /var/lib/waymark is left" 0 inside dpkg -P waymark
expect "waymark.db" 0 ls "$store"
expect "none" 0 sh -c "find '$place/system/usr' '$place/system/etc' -name '*waymark*' | grep . || echo none"

dpkg-deb -x "$package" "$place/package"
if grep -raqF -- "$PWD" "$place/package"; then
    say "FAILED  the package holds the path of the folder it was built in"
    wrong=1
fi
command -v lintian >/dev/null && lintian --tag-display-limit 0 "$package"
exit $wrong
