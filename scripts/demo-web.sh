#!/bin/sh
# The web application over a made-up borough: a pack in force, another that waits for signatures, a panel's queue and work.
# Usage: demo-web.sh PATH-TO-WAYMARK [PORT]
set -eu
case $1 in /*) waymark=$1 ;; *) waymark=$PWD/$1 ;; esac
port=${2:-8080}
root=$PWD
place=out/demo-web
rm -rf "$place"
mkdir -p "$place/store" "$place/rules"
cp -r rules/staffordshire rules/stoke-on-trent rules/common "$place/rules/"
cp examples/board/*.key examples/board/passphrase.txt "$place/"
chmod 600 "$place"/*.key
# A panel and somebody who looks after the store, beside those of the examples.
sed 's|^  quorum = |  XquorumX = |; s|^  },$|    { id = "p.lee", name = "Pat Lee", agency = "local_authority", roles = { "panel" } },\
    { id = "s.webb", name = "Sam Webb", agency = "local_authority", roles = { "admin" } },\
  },|; s|XquorumX|quorum|' examples/board/waymark.lua >"$place/store/waymark.lua"
cd "$place"

say() { printf '%s\n' "$*"; }
key() { echo "--by $1 --key $1.key --passphrase-file passphrase.txt --store store"; }
today=$(date -u +%Y-%m-%d)
sed -i 's/until_ = "[^"]*"/until_ = "2099-12-31"/' rules/stoke-on-trent/pack.lua

say "A synthetic borough of 150 people …"
"$waymark" cohort synth --count 150 --seed 7 --as-of "$today" | sed 's/"borough":"[^"]*"/"borough":"Stoke-on-Trent"/' >cohort.ndjson
"$waymark" cohort import cohort.ndjson --by j.ofori --why "the demonstration" --store store >/dev/null 2>&1

say "A pack before its board, and signed by three …"
# shellcheck disable=SC2046
{
    "$waymark" board submit rules/stoke-on-trent --cohort cohort.ndjson --skip-mutation $(key j.ofori) >/dev/null
    for member in a.khan b.ash c.day; do "$waymark" board approve stoke-on-trent $(key $member) >/dev/null; done
}

say "The first night's run …"
"$waymark" run --store store

say "A changed pack that waits for signatures …"
sed -i 's/version = "[^"]*"/version = "1.1.0"/; s/target_threshold = { 50 }/target_threshold = { 47 }/' rules/stoke-on-trent/pack.lua
sed -i '/^49 points are monitored in the city/{s/49 points are monitored in the city/49 points are a Target/;s/,49,monitor,monitor,monitor$/,49,target,select,target/;}' \
    rules/stoke-on-trent/tests/thresholds.csv
# shellcheck disable=SC2046
"$waymark" board submit rules/stoke-on-trent --cohort cohort.ndjson --skip-mutation $(key j.ofori) >/dev/null

for id in j.ofori a.khan b.ash c.day r.bell p.lee s.webb; do
    "$waymark" board password $id --store store --passphrase-file passphrase.txt >/dev/null
done

cat <<NEXT

The demo sign-ins: the password of each, and the passphrase of each key, is
    $(head -n 1 passphrase.txt)
  a.khan, b.ash, c.day   sign packs, with the key files in $root/$place
  p.lee                  decides in the panel
  j.ofori                wrote the packs
  r.bell                 reads the log
  s.webb                 looks after the store
Stop it with Ctrl-C.
NEXT
exec "$waymark" serve --store store --port "$port"
