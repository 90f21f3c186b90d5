#!/bin/sh
# Compares two builds of waymark record by record: every pack in rules/ and two for measurements, on a made-up cohort, with one job and with two.
# scripts/same-records.sh OLD NEW [NOMINALS]
set -eu

old=$1
new=$2
count=${3:-10000}
folder=.build/same-records
mkdir -p "$folder"
"$old" cohort synth --count "$count" --as-of 2026-11-01 -o "$folder/cohort.ndjson"
wrong=0
for manifest in rules/*/pack.lua bench/common-rules/pack.lua bench/whole-cohort/pack.lua; do
    pack=${manifest%/pack.lua}
    date=$(sed -n 's/.*valid *= *{ *from *= *"\([0-9-]*\)".*/\1/p' "$manifest")
    for day in 2026-11-01 ${date:+"$date"}; do
        "$old" evaluate "$pack" "$folder/cohort.ndjson" --as-of "$day" --rejects "$folder/old.rejects" >"$folder/old" 2>"$folder/old.said" || true
        for jobs in 1 2; do
            "$new" evaluate "$pack" "$folder/cohort.ndjson" --as-of "$day" --jobs "$jobs" --rejects "$folder/new.rejects" >"$folder/new" 2>"$folder/new.said" || true
            if cmp -s "$folder/old" "$folder/new" && cmp -s "$folder/old.rejects" "$folder/new.rejects"; then
                echo "$pack on $day, $jobs job(s): the same $(wc -l <"$folder/new") records"
            else
                echo "$pack on $day, $jobs job(s): DIFFERENT"
                wrong=1
            fi
        done
    done
done
exit $wrong
