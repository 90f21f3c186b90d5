#!/bin/sh
# Counts, from decision records, the bands, trends and ways out of the thirty cases.
# Usage: show.sh RECORDS.ndjson
set -eu
records=$1
band() { grep -c "\"$1\":{\"score\":[0-9]*,\"to\":[0-9]*,\"band\":\"$2\"" "$records" || true; }
trend() { grep -c "\"$1\":\"$2\"" "$records" || true; }
row() { printf '  %-42s %5s %6s %6s\n' "$1" "$2" "$3" "$4"; }

row "" red amber green
row "At the first date" "$(band first red)" "$(band first amber)" "$(band first green)"
row "At the last date, as printed" "$(band last red)" "$(band last amber)" "$(band last green)"
row "At the last date outside prison" "$(band last_outside red)" "$(band last_outside amber)" "$(band last_outside green)"
echo
row "" up down same
row "First to last date, as printed" "$(trend trend_as_printed rising)" "$(trend trend_as_printed falling)" "$(trend trend_as_printed steady)"
row "The same, zeros in prison set aside" "$(trend trend rising)" "$(trend trend falling)" "$(trend trend steady)"
echo
echo "  Could leave: $(sed -n 's/.*"nominal":"\([^"]*\)".*"action":"deselect".*/\1/p' "$records" | tr '\n' ' ')"
