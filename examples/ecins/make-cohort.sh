#!/bin/sh
# Writes cohort/cohort.csv and cohort/scores.csv from figures.csv.
set -eu
cd "$(dirname "$0")"
mkdir -p cohort

awk -F, '
  BEGIN { print "id,borough,date_of_birth,convictions_total,arrests_total,custody_status,statutory,cohort.category,cohort.since" }
  NR == 1 { next }
  !($1 in flags) { order[++people] = $1 }
  { flags[$1] = $5 }
  END {
    for (i = 1; i <= people; i++) {
      in_prison = index(flags[order[i]], "P") > 0
      printf "ECINS-%02d,North Staffordshire,1985-01-01,0,0,%s,%s,iom,2014-02-10\n", order[i],
        in_prison ? "custody" : "none", in_prison ? "true" : "false"
    }
  }' figures.csv > cohort/cohort.csv

awk -F, '
  BEGIN {
    band["H"] = "red"; band["M"] = "amber"; band["L"] = "green"
    print "id,date,matrix,score,band,flags"
  }
  NR == 1 { next }
  {
    words = $5
    gsub(/./, "& ", words)
    sub(/ $/, "", words)
    printf "ECINS-%02d,%s,risk,%s,%s,%s\n", $1, $2, $3, band[$4], words
  }' figures.csv > cohort/scores.csv
