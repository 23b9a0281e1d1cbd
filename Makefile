# Everything that CI, a packager or a new user runs. `make help` lists it.

PREFIX ?= /usr/local
SWIFT  ?= swift
BUILD  := .build
BINARY := $(BUILD)/release/realimport

# The release binary brings its own Swift, libstdc++ and libgcc: nothing foreign may be in the process before Python.
# The linker must find libstdc++.a alone (-static-libstdc++ is ignored), and nothing but main may be seen from outside.
STATIC := $(BUILD)/static-libraries
# A program reaches its thread-local storage directly and never calls __tls_get_addr. Objects that could also be part of
# a library name it all the same, and the loader would be needed for that name: it gets a value of its own.
TLS    := $(STATIC)/tls.o
# Functions that every check runs lie together, so that fewer pages of the program are touched (`make order`). The option
# is gold's; without it they lie wherever the linker puts them.
ORDER  := Scripts/order.txt
ifneq ($(shell command -v ld.gold),)
ORDER_FLAGS = -Xswiftc -use-ld=gold -Xlinker --section-ordering-file=$(abspath $(ORDER))
endif
# Without --disable-local-rpath the loader would look for the C library beside the program first.
LINK_FLAGS = -c release --static-swift-stdlib --disable-local-rpath \
	-Xlinker -L$(abspath $(STATIC)) -Xlinker --version-script=$(abspath Scripts/exports.map) \
	-Xlinker --gc-sections -Xlinker $(abspath $(TLS)) -Xswiftc -Xfrontend -Xswiftc -function-sections \
	-Xswiftc -Xclang-linker -Xswiftc -static-libgcc -Xswiftc -Xclang-linker -Xswiftc -no-pie $(ORDER_FLAGS)
RELEASE_FLAGS = $(LINK_FLAGS) -Xlinker --strip-all

.PHONY: help build install run demo test lint bench order compare score clean prerequisites

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## make build           the release binary, .build/release/realimport
build: prerequisites $(STATIC)/libstdc++.a $(TLS)
	$(SWIFT) build $(RELEASE_FLAGS) --product realimport
# The linker writes its file page by page, and so it lies in the page cache; read from there anew, as an installed copy
# is, it is mapped in larger pieces. Nothing changes in the file, and where it cannot be done nothing is lost.
	@dd of=$(BINARY) oflag=nocache conv=notrunc,fdatasync count=0 status=none 2>/dev/null && cat $(BINARY) >/dev/null || true

$(STATIC)/libstdc++.a:
	mkdir -p $(STATIC)
	ln -sf "$$(cc -print-file-name=libstdc++.a)" $@

$(TLS):
	mkdir -p $(STATIC)
	printf '.globl __tls_get_addr\n.hidden __tls_get_addr\n.set __tls_get_addr, 0\n.section .note.GNU-stack\n' | cc -c -x assembler -o $@ -

## make install         puts it into PREFIX/bin (PREFIX=/usr/local)
install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/realimport"

## make run             checks the Python environment that it finds here; ARGS='torch vllm' chooses
run: build
	$(BINARY) $(ARGS)

## make demo            makes the conflict of vllm 0.10.1.1 beside torch 2.2.0 in .build-demo/ and checks it (6 GB)
demo: build
	Scripts/demo $(BINARY)

## make test            all that CI runs: lint, unit tests, end-to-end tests on real environments
test: prerequisites lint build
	$(SWIFT) test --skip EndToEndTests
	REALIMPORT_BINARY=$(abspath $(BINARY)) $(SWIFT) test --skip-build --filter EndToEndTests

lint: prerequisites
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

## make bench           what realimport costs, as ratios against plain Python in the same run; fuzzes what reads files, too
bench: build
	$(SWIFT) build $(RELEASE_FLAGS) --product packaging-bench
	$(SWIFT) build $(RELEASE_FLAGS) --product objects-bench
	Scripts/bench $(BINARY) $(BUILD)/release

## make order           lists anew the functions that a check runs, for the linker (needs valgrind and ld.gold)
ORDERED := $(BUILD)-order
order: prerequisites $(STATIC)/libstdc++.a $(TLS)
	$(SWIFT) build --scratch-path $(ORDERED) $(LINK_FLAGS) -Xlinker -Map=$(abspath $(ORDERED))/map --product realimport
	strip --strip-debug -o $(ORDERED)/realimport $(ORDERED)/release/realimport
	python3 Scripts/order.py $(ORDERED)/realimport $(ORDERED)/map $(ORDER)
	rm -f $(BINARY)

## make compare         forks against fresh processes, over CASES (folders with make.sh and probe.txt)
CASES ?= ../shared/environments
compare: build
	python3 Scripts/compare.py $(BINARY) $(CASES) $(BUILD)-environments/cases

## make score           how often the cause named first is right, over environments and reports of SHARED (../shared), if there
SHARED ?= ../shared
score: build
	Scripts/score $(BINARY) $(SHARED) $(BUILD)-environments/cases

## make clean           removes what was built; environments of tests and of the demo, too
clean:
	rm -rf $(BUILD) .build-*

prerequisites:
	@Scripts/prerequisites
