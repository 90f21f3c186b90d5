#!/bin/sh
# The rules of Stoke-on-Trent from draft to in force, twice: version 1.2.0 as the first pack of all, and 1.3.0 with a lower threshold for Target.
# Usage: approve.sh PATH-TO-WAYMARK [FOLDER]
# What is made goes into FOLDER and stays there; without FOLDER into a temporary folder that is taken away.
# WAYMARK_QUICK=1 leaves out trying which mistakes the tests notice, which takes most of the time.
set -eu
case $1 in /*) waymark=$1 ;; *) waymark=$PWD/$1 ;; esac
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -gt 1 ]; then
    mkdir -p "$2"
    cd "$2"
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cd "$work"
fi
umask 077
today=$(date +%Y-%m-%d)
quick=
[ -z "${WAYMARK_QUICK:-}" ] || quick=--skip-mutation

say() { printf '\n## %s\n' "$*"; }

# Shows a command, runs it, and leaves the day of the run out of what it says.
run() {
    printf '$ waymark %s\n' "$*" | sed 's/ --key .*/ …/'
    "$waymark" "$@" > out.txt 2>&1 && status=0 || status=$?
    sed "s/$today/(today)/g" out.txt
}
allowed() { run "$@"; [ "$status" -eq 0 ] || { echo "approve.sh: this was to be allowed" >&2; exit 1; }; }
refused() { run "$@"; [ "$status" -eq 4 ] || { echo "approve.sh: this was to be refused" >&2; exit 1; }; echo "(refused: exit code 4)"; }
as() { who=$1; shift; echo "$@" --by "$who" --key "$who.key" --passphrase-file passphrase.txt; }

# A version of the rules, beside the baseline and the modules that it uses.
draft() {
    mkdir -p "$1"
    for part in stoke-on-trent staffordshire common; do cp -R "$here/../../rules/$part" "$1/"; done
    sed -e "s/version = \"[^\"]*\"/version = \"$1\"/" -e "s/from = \"[^\"]*\"/from = \"$2\"/" -e 's/until_ = "[^"]*"/until_ = "2099-12-31"/' \
        "$here/../../rules/stoke-on-trent/pack.lua" > "$1/stoke-on-trent/pack.lua"
}

change() { sed "$1" "$2" > changed.txt && mv changed.txt "$2"; }

say "A store, and five people with keys of their own"
mkdir -p store
# A passphrase of the example's own: everybody else keeps theirs to themselves.
echo "heron sleeps under the bridge" > passphrase.txt
key() { "$waymark" board key new "$1" -o "$1.key" --passphrase-file passphrase.txt; }
cat > store/waymark.lua <<LUA
return {
  waymark = 1,
  people = {
    { id = "j.ofori", name = "Jo Ofori", agency = "police", roles = { "analyst", "board" }, $(key j.ofori) },
    { id = "a.khan", name = "Aisha Khan", agency = "police", roles = { "board" }, $(key a.khan) },
    { id = "b.ash", name = "Ben Ash", agency = "probation", roles = { "board" }, $(key b.ash) },
    { id = "c.day", name = "Cy Day", agency = "local_authority", roles = { "board" }, $(key c.day) },
    { id = "r.bell", name = "Rae Bell", agency = "probation", roles = { "panel" }, $(key r.bell) },
  },
  quorum = { signatures = 3, one_each = { "police", "probation", "local_authority" } },
}
LUA
WAYMARK_STORE=store
export WAYMARK_STORE
sed -n 's/.*name = "\([^"]*\)", agency = "\([^"]*\)", roles = { \([^}]*\) }.*/\1 (\2): \3/p; s/.*\(quorum = .*\),$/\1/p' store/waymark.lua

say "Made-up people to try the rules on"
"$waymark" cohort synth --count 400 --seed 11 --as-of 2026-09-30 2>/dev/null | sed 's/"borough":"[^"]*"/"borough":"Stoke-on-Trent"/' > cohort.ndjson
echo "$(wc -l < cohort.ndjson | tr -d ' ') people in cohort.ndjson"

say "Version 1.2.0: nothing is in force yet"
draft 1.2.0 2026-10-01
allowed board submit 1.2.0/stoke-on-trent --cohort cohort.ndjson $quick $(as j.ofori)
refused board approve stoke-on-trent $(as j.ofori)
refused board approve stoke-on-trent $(as r.bell)
allowed board approve stoke-on-trent $(as a.khan)
refused board approve stoke-on-trent $(as a.khan)
allowed board approve stoke-on-trent $(as b.ash)
"$waymark" board approve stoke-on-trent $(as c.day) > /dev/null
allowed board status --as-of 2026-10-01

say "Version 1.3.0: a score of 47 is enough for Target, no longer 50"
draft 1.3.0 2026-12-01
change 's/target_threshold = { 50 }/target_threshold = { 47 }/' 1.3.0/stoke-on-trent/pack.lua
echo '$ waymark board submit 1.3.0/stoke-on-trent …'
if "$waymark" board submit 1.3.0/stoke-on-trent --cohort cohort.ndjson $quick $(as j.ofori) 2>&1; then exit 1; fi
echo "(not put before the board: one of its tests still says that 49 points are too few)"
change '/^49 points are monitored in the city/{s/49 points are monitored in the city/49 points are a Target/;s/,49,monitor,monitor,monitor$/,49,target,select,target/;}' 1.3.0/stoke-on-trent/tests/thresholds.csv
allowed board submit 1.3.0/stoke-on-trent --cohort cohort.ndjson $quick $(as j.ofori)

say "What the board reads before it signs"
"$waymark" board show stoke-on-trent --html approval.html -o approval.txt
"$waymark" board show stoke-on-trent --evidence -o evidence.json
"$waymark" pack evidence 1.3.0/stoke-on-trent --against 1.2.0/stoke-on-trent --cohort cohort.ndjson $quick --html again.html -o evidence.txt
cmp approval.html again.html && echo "made again from the same packs and people, the page is the same to the last letter"
sed -n '/^In short$/,/^1. What changes$/p' evidence.txt | sed '$d'
sed -n '/^1. What changes$/,/^2. For whom$/p' evidence.txt | sed '$d'

say "A pack that somebody changed on its way is refused"
"$waymark" pack export stoke-on-trent -o travelling.waymark
sed 's/{ 47 }/{ 30 }/' travelling.waymark > altered.waymark
cmp -s travelling.waymark altered.waymark && { echo "approve.sh: nothing was altered" >&2; exit 1; }
refused pack verify altered.waymark --trust store/waymark.lua

say "Signed by all three agencies"
"$waymark" board approve stoke-on-trent $(as b.ash) > /dev/null
"$waymark" board approve stoke-on-trent $(as c.day) > /dev/null
allowed board status --as-of 2026-12-01
echo "(two signatures are not enough: 1.2.0 goes on)"
"$waymark" board approve stoke-on-trent $(as a.khan) > /dev/null
allowed board status --as-of 2026-11-30
allowed board status --as-of 2026-12-01

say "An older version never comes back over a newer one"
head -n 20 cohort.ndjson > few.ndjson
refused board submit 1.2.0/stoke-on-trent --cohort few.ndjson --skip-mutation $(as j.ofori)

say "And the log of all this verifies"
"$waymark" audit verify > out.txt 2>&1 && sed "s/$today/(today)/g; s/sha256:[0-9a-f]*/sha256:…/g" out.txt
