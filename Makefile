# `make test` is all that a fresh machine needs.

SOURCES = Package.swift Sources Tests Templates

.PHONY: help test format

help:
	@echo "make test     build without warnings, run the tests, check the formatting"
	@echo "make format   format the sources"

test:
	Scripts/ensure-libyaml
	swift build --build-tests -Xswiftc -warnings-as-errors
	swift test -Xswiftc -warnings-as-errors
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)
