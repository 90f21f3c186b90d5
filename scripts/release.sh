#!/bin/sh
# Builds optimised programs as they are released, into .build/profile/release: scripts/release.sh [--record-profile] PRODUCT …
# Swift's library is linked in, so that they need no Swift where they run, and the modules in which a run spends its time are
# built for what ran when bench/profile.proftext was recorded. `--record-profile` records that file anew, and builds no program.
set -eu

scratch=.build/profile
kept=bench/profile.proftext
# Swift's own: another's need not know the format.
profdata=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p')/../../bin/llvm-profdata
# Swift's own reader of XML asks for it when it is linked in.
pkg-config --exists libxml-2.0 || { echo "release: libxml2 is missing: apt-get install libxml2-dev" >&2; exit 1; }

# Swift's own linker builds functions of one file into another's (docs/decisions/0029-linked-as-one.md), packs the addresses that depend
# on where the program lies, and keeps no names for others. Libraries are the system's, and never what lies beside the program.
# Types that are known when the program is built are asked for directly, not looked up by their written names when it starts: a look-up
# goes through all the 10,000 statements of which type is of which protocol, and made up a fifth of starting.
build() {
    for product; do
        swift build -c release --product "$product" --static-swift-stdlib --disable-local-rpath --scratch-path "$scratch" \
            -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic \
            -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
            -Xswiftc -gnone -Xswiftc -no-toolchain-stdlib-rpath -Xswiftc -file-prefix-map -Xswiftc "$PWD=." -Xcc "-ffile-prefix-map=$PWD=."
    done
}

# Neither Swift nor its packages notice that a profile changed; what was built for another is taken away.
forget() {
    for module in CLuaShim $(sed -n 's/^let profiled: Set = //p' Package.swift | tr -d '[]",'); do rm -f "$scratch/release/$module.build"/*.o; done
}

if [ "${1:-}" = --record-profile ]; then
    WAYMARK_PROFILE=record
    export WAYMARK_PROFILE
    rm -f "$scratch/used.profdata"
    forget
    build waymark
    runs=$scratch/runs
    rm -rf "$runs"
    mkdir -p "$runs"
    # Our own packs over made-up people.
    people=2000
    LLVM_PROFILE_FILE=/dev/null "$scratch/release/waymark" cohort synth --count $people --as-of 2026-09-30 -o "$runs/cohort.ndjson"
    for pack in rules/*/; do
        [ -f "$pack/pack.lua" ] || continue
        SWIFT_DETERMINISTIC_HASHING=1 LLVM_PROFILE_FILE="$runs/$(basename "$pack").profraw" \
            "$scratch/release/waymark" evaluate "$pack" "$runs/cohort.ndjson" --as-of 2026-09-30 --jobs 1 --rejects "$runs/rejects" >/dev/null
    done
    "$profdata" merge -sparse -text -o "$runs/all.proftext" "$runs"/*.profraw
    # Only functions of which a part ran for each person of one run. `$0`: no bytes of a kind that there is none of here. Without it a
    # name that begins with `$`, as Swift's do, would be read as their number.
    awk -v least=$people '
        function end() { if (counts) text = text "$0\n"; counts = 0 }
        NR <= 2 { print; next }
        /^$/ { end(); if (most >= least) print text; text = ""; most = 0; next }
        /^# Num Value Kinds/ { end() }
        { text = text $0 "\n" }
        /^# Counter Values/ { counts = 1; next }
        counts && $0 + 0 > most { most = $0 + 0 }
    ' "$runs/all.proftext" >"$kept"
    echo "$kept: $(grep -c '^# Func Hash' "$kept") functions"
    exit 0
fi

[ $# -gt 0 ] || { echo "release: say what to build: scripts/release.sh waymark" >&2; exit 2; }
mkdir -p "$scratch"
if "$profdata" merge "$kept" -o "$scratch/new.profdata"; then
    if cmp -s "$scratch/new.profdata" "$scratch/used.profdata"; then rm "$scratch/new.profdata"; else mv "$scratch/new.profdata" "$scratch/used.profdata" && forget; fi
    WAYMARK_PROFILE=use
    export WAYMARK_PROFILE
else
    echo "release: this Swift cannot read $kept, so the program is built without it: the same answers, about a tenth slower" >&2
    rm -f "$scratch/used.profdata"
    forget
fi
build "$@"
