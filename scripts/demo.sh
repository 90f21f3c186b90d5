#!/bin/sh
# What Waymark does, on figures that were published and on invented people.
# Usage: demo.sh PATH-TO-WAYMARK
set -eu
waymark=$1
out=out
mkdir -p "$out"

say() { printf '\n%s\n' "$*"; }
run() { printf '$ waymark %s\n' "$*"; "$waymark" "$@"; }

say "1. Thirty published risk histories (Keele 2014, Appendix 3): bands, trends, ways out"
examples/ecins/make-cohort.sh
run evaluate examples/ecins/rules/ecins examples/ecins/cohort/cohort.csv --as-of 2014-08-18 -o $out/ecins.ndjson
examples/ecins/show.sh $out/ecins.ndjson

say "2. A synthetic cohort with the proportions of the London pilot"
run cohort synth --count 1363 --seed 1 --as-of 2026-11-01 -o $out/pilot.ndjson
run evaluate rules/gripping-the-offender $out/pilot.ndjson --as-of 2026-11-01 -o $out/pilot-decisions.ndjson || [ $? -eq 3 ]

say "3. One nominal, two boroughs: the same person under two sets of thresholds"
for pack in staffordshire stoke-on-trent; do
    printf '  %-16s' "$pack"
    "$waymark" evaluate "rules/$pack" examples/nominals.ndjson --as-of 2026-11-01 2>/dev/null |
        sed -n 's/.*"nominal":"N-0001".*"recommendation":{"action":"\([^"]*\)","category":"\([^"]*\)".*/\1 as \2/p'
done

say "4. Why, and what would have to change"
run explain rules/staffordshire examples/nominals.ndjson N-0001 --as-of 2026-11-01

say "What to try next"
cat <<NEXT
  waymark explain rules/staffordshire examples/nominals.ndjson N-0004 --as-of 2026-11-01 --letter
  waymark describe rules/stoke-on-trent
  change ppo_threshold in rules/stoke-on-trent/pack.lua to 60, and: waymark check rules/stoke-on-trent
  docs/tutorial.md: write your own first pack
  make demo-web: the same for boards, panels and analysts, in a browser
The program is $waymark; the records are in $out/.
NEXT
