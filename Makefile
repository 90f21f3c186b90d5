# Everything a newcomer needs: `make demo` and `make test`. Both install what is missing.
SWIFT ?= swift
BIN = .build/debug/waymark

.PHONY: demo test setup build docs stubs clean asan tsan fuzz

setup:
	@scripts/setup.sh

build: setup
	$(SWIFT) build --product waymark

demo: build
	@scripts/demo.sh $(BIN)

test: setup
	@scripts/test.sh

# The whole suite again with a sanitizer, each in a build folder of its own.
asan: setup
	@scripts/sanitize.sh address
tsan: setup
	@scripts/sanitize.sh thread

# Made-up input for as long as you like: make fuzz SECONDS=600 SEED=1 TARGET=ndjson (pack, ndjson, csv or sfeel; default: all in turn).
SECONDS ?= 600
SEED ?= 1
fuzz: setup
	$(SWIFT) run -c release fuzz --seconds $(SECONDS) --seed $(SEED) $(TARGET)

# What is generated from the field catalogue.
docs stubs: build
	$(BIN) fields -o docs/fields.md
	$(BIN) schema -o docs/schema/cohort.schema.json
	$(BIN) stubs -o editor/waymark.lua

clean:
	rm -rf .build
