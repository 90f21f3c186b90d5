#!/bin/sh
# The same invented people under every pack, as though they lived there and had never been managed.
# Usage: compare.sh [FOLDER]   The cohorts and records are kept in FOLDER; without it they are thrown away.
# $WAYMARK is the program; without it, `waymark` is looked for on the path.
set -eu
waymark=${WAYMARK:-waymark}
day=2026-11-01
rules=$(cd "$(dirname "$0")/../../rules" && pwd)
if [ $# -gt 0 ]; then
    work=$1
    mkdir -p "$work"
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi

"$waymark" cohort synth --count 300 --seed 1 --as-of $day -o "$work/people.ndjson"

# NAME PACK PLACE LOCAL: moves everybody to the place, into no cohort, with these local fields; and evaluates.
evaluate() {
    sed -e "s/\"borough\":\"[^\"]*\"/\"borough\":\"$3\"/" -e 's/"cohort":{[^}]*}/"cohort":null/' -e "s/}\$/$4}/" \
        "$work/people.ndjson" >"$work/$1.people.ndjson"
    "$waymark" evaluate "$rules/$2" "$work/$1.people.ndjson" --as-of $day -o "$work/$1.ndjson" 2>"$work/$1.summary"
    awk -v name="$1" '
        function part(text, key) {
            if (!match(text, "\"" key "\":\"[^\"]*\"")) return "-"
            return substr(text, RSTART + length(key) + 4, RLENGTH - length(key) - 5)
        }
        {
            told = substr($0, index($0, "\"recommendation\":{"))
            told = substr(told, 1, index(told, "\"criteria\":") - 1)
            unknown = told
            sub(/.*"unknown":\[/, "", unknown)
            sub(/\].*/, "", unknown)
            gsub(/"/, "", unknown)
            print name "\t" part($0, "nominal") "\t" part(told, "action") "\t" part(told, "category") "\t" unknown
        }' "$work/$1.ndjson" >>"$work/answers"
}

rm -f "$work/answers"
evaluate gripping-the-offender gripping-the-offender Hackney ''
evaluate staffordshire staffordshire Stafford ''
evaluate stoke-on-trent stoke-on-trent Stoke-on-Trent ''
evaluate wakefield wakefield Wakefield ',"local":{}'
evaluate wakefield-asked wakefield Wakefield ',"local":{"partner_reports":[]}'
evaluate west-midlands west-midlands Birmingham ',"local":{}'
evaluate birmingham birmingham Birmingham ',"local":{}'
evaluate birmingham-asked birmingham Birmingham ',"local":{"rough_sleeping":false,"housing":"settled","centre_crimes":[],"gambling":false}'

awk -F '\t' '
    {
        if (!($1 in seen)) { seen[$1] = 1; names[++packs] = $1 }
        count[$1, $3]++
        answer[$1, $2] = $3
        if (!($2 in person)) { person[$2] = 1; ids[++people] = $2 }
        if ($3 == "select") {
            if (!(($1, $4) in category)) kinds[$1] = kinds[$1] " " $4
            category[$1, $4]++
        }
        many = split($5, fields, ",")
        for (i = 1; i <= many; i++) {
            if (!(($1, fields[i]) in unknown)) wanted[$1] = wanted[$1] " " fields[i]
            unknown[$1, fields[i]]++
        }
    }
    function listed(title, name, keys, number,   parts, many, i, line) {
        many = split(keys, parts, " ")
        for (i = 1; i <= many; i++) line = line (i > 1 ? ", " : "") parts[i] " " number[name, parts[i]]
        if (many) printf "  %-22s %s\n", name, line
    }
    function chosen(name, id) { return answer[name, id] == "select" }
    END {
        printf "%-24s %6s %7s %6s %6s\n", people " invented people", "select", "monitor", "none", "refer"
        for (p = 1; p <= packs; p++) {
            n = names[p]
            printf "  %-22s %6d %7d %6d %6d\n", n, count[n, "select"], count[n, "monitor"], count[n, "none"], count[n, "refer"]
        }
        print "\nselected as"
        for (p = 1; p <= packs; p++) listed("", names[p], kinds[names[p]], category)
        print "\nreferred for want of"
        for (p = 1; p <= packs; p++) listed("", names[p], wanted[names[p]], unknown)
        six = split("gripping-the-offender staffordshire stoke-on-trent wakefield-asked west-midlands birmingham-asked", asked, " ")
        for (i = 1; i <= people; i++) {
            times = 0
            for (p = 1; p <= six; p++) times += chosen(asked[p], ids[i])
            by[times]++
        }
        print "\nselected by so many of the six, everything asked"
        for (t = 0; t <= six; t++) printf "  %-22s %6d\n", t, by[t]
        print "\nselected by the one on the left, and not by the one above"
        printf "  %-22s", ""
        for (p = 1; p <= six; p++) printf " %8s", substr(asked[p], 1, 8)
        print ""
        for (p = 1; p <= six; p++) {
            printf "  %-22s", asked[p]
            for (q = 1; q <= six; q++) {
                only = 0
                for (i = 1; i <= people; i++) only += chosen(asked[p], ids[i]) && !chosen(asked[q], ids[i])
                printf " %8s", p == q ? "-" : only
            }
            print ""
        }
    }' "$work/answers"

# ONE OTHER INSTEAD: the first person whom one pack selects and for whom another gives something else.
first() {
    awk -F '\t' -v one="$1" -v other="$2" -v instead="$3" '
        $1 == one && $3 == "select" { chosen[$2] = 1 }
        $1 == other && $3 == instead && ($2 in chosen) { print $2; exit }' "$work/answers"
}

# NAME PACK ID: what is recommended, and the score that it rests on.
words() {
    printf '\n%s\n' "$3 in $1"
    "$waymark" explain "$rules/$2" "$work/$1.people.ndjson" "$3" --as-of $day |
        sed -n -e '/^Recommendation/,/This is a rec/p' -e '/^Within the scope/,/^$/p' -e '/^Serious acquisitive crime score/,/^  The doc/p' |
        sed -e '/^Recommendation/d' -e '/^  This is a rec/d' -e '/^  The doc/d' -e '/^$/d'
}

one=$(first staffordshire stoke-on-trent monitor)
words staffordshire staffordshire "$one"
words stoke-on-trent stoke-on-trent "$one"
two=$(first gripping-the-offender staffordshire monitor)
words gripping-the-offender gripping-the-offender "$two"
words staffordshire staffordshire "$two"
