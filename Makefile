# Everything a newcomer needs: `make demo` and `make test`. Both install what is missing.
SWIFT ?= swift
BIN = .build/debug/waymark

.PHONY: bench-build bench-build-plainly profile bench-peers deb deb-check year demo demo-web test setup build docs stubs clean asan tsan test-release bench bench-web bench-instructions bench-limits fuzz dmn-tck

setup:
	@scripts/setup.sh

build: setup
	$(SWIFT) build --product waymark

demo: build
	@scripts/demo.sh $(BIN)

# The web application on this machine, over a made-up borough: make demo-web PORT=8080
PORT ?= 8080
demo-web: build
	@scripts/demo-web.sh $(BIN) $(PORT)

test: setup
	@scripts/setup.sh --browser
	@scripts/test.sh

# The whole suite again with a sanitizer, each in a build folder of its own.
asan: setup
	@scripts/sanitize.sh address
tsan: setup
	@scripts/sanitize.sh thread

# The whole suite again on the optimised program, in a build folder of its own.
test-release: setup
	@scripts/test.sh -c release -Xswiftc -enable-testing --scratch-path .build/release-tests

# A year of nightly runs over so many people, on the optimised program, each decision made again at the end. `make test` has it with fewer.
PEOPLE ?= 2000
year: setup
	WAYMARK_YEAR=$(PEOPLE) $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build/release-tests --filter YearTests

comma := ,
# Beside what people might use instead: make bench-peers COUNTS=10000,100000
bench-peers: bench-build
	python3 bench/peers/compare.py $(subst $(comma), ,$(COUNTS))

# Programs as they are released, in .build/profile/release: docs/decisions/0025-built-for-what-runs.md.
bench-build: setup
	@scripts/setup.sh --release
	@scripts/release.sh waymark bench

# What a release is built for: counts anew what runs. After a change of what a run spends its time in.
profile: setup
	@scripts/setup.sh --release
	@scripts/release.sh --record-profile

bench-build-plainly: setup
	$(SWIFT) build -c release --product waymark
	$(SWIFT) build -c release --product bench

# The table of docs/performance.md: make bench COUNTS=1000,10000,100000,1000000 ROUNDS=5
COUNTS ?= 10000,100000
ROUNDS ?= 7
bench: bench-build
	.build/profile/release/bench speed --counts $(COUNTS) --rounds $(ROUNDS) --packs

# How fast the web application answers twenty people and two programs at once: docs/performance.md.
NOMINALS ?= 10000
bench-web: bench-build
	@scripts/bench-web.sh .build/profile/release $(NOMINALS)

# Fails where an evaluation takes more instructions than bench/instructions.txt allows; RECORD=1 writes that file anew.
bench-instructions: bench-build-plainly
	@scripts/bench-instructions.sh $(if $(RECORD),--record)

# What the limits on packs cost an ordinary run: docs/decisions/0007-cost-of-limits.md.
bench-limits: bench-build
	.build/profile/release/waymark cohort synth --count 20000 --as-of 2026-11-01 -o .build/bench-limits.ndjson
	.build/profile/release/bench limits rules/staffordshire .build/bench-limits.ndjson --pairs 21

# Made-up input for as long as you like: make fuzz SECONDS=600 SEED=1 TARGET=ndjson (pack, ndjson, csv or sfeel; default: all in turn).
SECONDS ?= 600
SEED ?= 1
fuzz: setup
	$(SWIFT) run -c release fuzz --seconds $(SECONDS) --seed $(SEED) $(TARGET)

# DMN's own published test cases, which are not part of this project: docs/convert.md says where they are.
dmn-tck: setup
	@test -d "$(DMN_TCK)" || { echo "name the folder of the cases: make dmn-tck DMN_TCK=path/to/TestCases/compliance-level-2"; exit 2; }
	DMN_TCK="$(abspath $(DMN_TCK))" $(SWIFT) test --filter TCKTests

# The Debian package, in .build/deb: docs/operations.md. `make deb-check` installs it on a new system of its own, as root.
deb: setup
	@scripts/deb.sh

deb-check:
	@scripts/deb-check.sh .build/deb/waymark_*.deb

# What is generated from the field catalogue and the list of checks.
docs stubs: build
	$(BIN) fields -o docs/fields.md
	$(BIN) schema -o docs/schema/cohort.schema.json
	$(BIN) stubs -o editor/waymark.lua
	$(BIN) check --codes -o docs/checks/README.md

clean:
	rm -rf .build
