# What a maintainer does, as one word each. `make generate` and `make test` are all that a fresh machine needs: both see
# to libyaml first. All calls of the compiler share SWIFT_FLAGS, and so one build.

SWIFT       ?= swift
SWIFT_FLAGS ?= -Xswiftc -warnings-as-errors
CONFIG      ?= spec/callsign.yaml
BASE        ?= HEAD
SOURCES     := Package.swift Plugins Sources Tests Templates Generated Examples/*/Package.swift Examples/*/Sources
# Within the tool on Linux, the standard library is a quarter to a third faster than beside it, and the tool runs where
# no Swift is installed. Apple's systems have their own.
# Whether two accesses to a property of an object overlap is checked in all that is tested, and takes a thirtieth of the
# time.
RELEASE      = --configuration release --product callsign -Xswiftc -enforce-exclusivity=unchecked \
               $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
CALLSIGN     = $(SWIFT) run $(SWIFT_FLAGS) --skip-build --quiet callsign

.DEFAULT_GOAL := help
.PHONY: help generate check diff test try-plugins try-examples try-descriptions release release-path benchmark
.PHONY: format lint build tool libyaml

help:
	@echo "make generate      write the client under Generated/ that spec/ makes"
	@echo "make check         fail, with a difference, if Generated/ is not what spec/ makes"
	@echo "make diff          say what an edit of spec/ changes for callers, compared with the commit BASE"
	@echo "make test          build without warnings, run the tests, check the formatting and the committed client"
	@echo "make try-plugins   use the plugins from a package outside this one, as an app does"
	@echo "make try-examples  build and run the examples, as somebody without an account does"
	@echo "make try-descriptions   have what clients of all kinds of descriptions send judged by openapi-core"
	@echo "make release       build the tool as one file to install, and say where it is"
	@echo "make benchmark     compare the generator with libyaml, and the client with calls by hand"
	@echo "make format        format the sources"

generate: tool
	$(CALLSIGN) generate --config $(CONFIG)
	$(CALLSIGN) generate --config Tests/Constructs/callsign.yaml --quiet

check: tool
	$(CALLSIGN) check --config $(CONFIG)

diff: tool
	@old=$$(mktemp -d) && trap 'rm -rf "$$old"' EXIT && git archive $(BASE) $(dir $(CONFIG)) | tar -xC "$$old" \
		&& $(CALLSIGN) diff "$$old/$(CONFIG)" $(CONFIG)

test: build
	$(SWIFT) test $(SWIFT_FLAGS) --skip-build
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	$(CALLSIGN) check --config $(CONFIG)

try-plugins: libyaml
	Scripts/try-plugins

try-examples: libyaml
	Scripts/try-examples

try-descriptions: libyaml
	Scripts/try-descriptions

release: libyaml
	$(SWIFT) build $(RELEASE)
	@$(MAKE) --no-print-directory release-path

release-path:
	@$(SWIFT) build $(RELEASE) --show-bin-path | sed 's,$$,/callsign,'

benchmark:
	Benchmarks/Client/run
	Benchmarks/Generator/run

format:
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

build: libyaml
	$(SWIFT) build $(SWIFT_FLAGS) --build-tests

tool: libyaml
	$(SWIFT) build $(SWIFT_FLAGS) --product callsign

libyaml:
	@Scripts/ensure-libyaml
