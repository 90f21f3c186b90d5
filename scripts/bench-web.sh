#!/bin/sh
# How fast the web application answers: a store with many made-up nominals after a run, twenty people and two programs at once.
# Usage: bench-web.sh FOLDER-OF-THE-BUILT-PROGRAMS [NOMINALS] [SECONDS]
# RATES: requests a second of each, a table for each rate. WARM_UP: seconds before each table that are not counted.
set -eu
case $1 in /*) bin=$1 ;; *) bin=$PWD/$1 ;; esac
count=${2:-10000}
seconds=${3:-60}
waymark=$bin/waymark
place=.build/bench-web
rm -rf "$place"
mkdir -p "$place/store" "$place/rules"
cp -r rules/staffordshire rules/stoke-on-trent rules/common "$place/rules/"
cp examples/board/*.key examples/board/passphrase.txt "$place/"
chmod 600 "$place"/*.key
# Eighteen people beside those of the examples, most of them of panels.
numbers="01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18"
people=
for number in $numbers; do
    case $number in 15 | 16) role=admin ;; 17 | 18) role=auditor ;; *) role=panel ;; esac
    people="$people{ id = \"user.$number\", name = \"User $number\", agency = \"local_authority\", roles = { \"$role\" } }, "
done
sed "s|^  quorum = |  XquorumX = |; s|^  },\$|    $people },|; s|XquorumX|quorum|" examples/board/waymark.lua >"$place/store/waymark.lua"
cd "$place"

key() { echo "--by $1 --key $1.key --passphrase-file passphrase.txt --store store"; }
today=$(date -u +%Y-%m-%d)
sed -i 's/until_ = "[^"]*"/until_ = "2099-12-31"/' rules/stoke-on-trent/pack.lua
synth() { "$waymark" cohort synth --count "$1" --seed 7 --as-of "$today" | sed 's/"borough":"[^"]*"/"borough":"Stoke-on-Trent"/'; }
synth 300 >evidence.ndjson
synth "$count" >cohort.ndjson
"$waymark" cohort import cohort.ndjson --by j.ofori --why "a measurement" --store store 2>&1 | head -n 3
# shellcheck disable=SC2046
{
    "$waymark" board submit rules/stoke-on-trent --cohort evidence.ndjson --skip-mutation $(key j.ofori) >/dev/null
    for member in a.khan b.ash c.day; do "$waymark" board approve stoke-on-trent $(key $member) >/dev/null; done
}
"$waymark" run --store store
sed -i 's/version = "[^"]*"/version = "1.1.0"/' rules/stoke-on-trent/pack.lua
# shellcheck disable=SC2046
"$waymark" board submit rules/stoke-on-trent --cohort evidence.ndjson --skip-mutation $(key j.ofori) >/dev/null
names=a.khan,j.ofori
for number in $numbers; do names=$names,user.$number; done
echo "$names" | tr , '\n' | while read -r id; do "$waymark" board password "$id" --store store --passphrase-file passphrase.txt >/dev/null; done
: >tokens.txt
for name in cases probation; do
    "$waymark" board client $name --may push,recommendations,tasks,packs --borough Stoke-on-Trent --store store 2>/dev/null >>tokens.txt
done

"$waymark" serve --store store --port 0 >served.txt &
server=$!
trap 'kill $server 2>/dev/null || :' EXIT
port=
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    port=$(sed -n 's|.*http://[^:]*:\([0-9]*\)/.*|\1|p' served.txt)
    [ -n "$port" ] && break
    sleep 0.5
done
[ -n "$port" ] || { echo "the program does not serve"; exit 1; }
for rate in ${RATES:-0.5 9.5}; do
    echo
    "$bin/bench" web --port "$port" --server $server --people "$names" --password passphrase.txt --tokens tokens.txt --cohort cohort.ndjson --rate "$rate" --seconds "$seconds" --warm-up "${WARM_UP:-30}"
done
echo
"$waymark" audit verify --store store | head -n 1
