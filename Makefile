# Kho: `make ask` asks the built-in knowledge a question, `make test` runs every test.
# Both install the libraries they need and build what is not built.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
QUESTION ?= districts-implementing 05-CT/TW
ON_MACOS := $(filter Darwin,$(shell uname -s))

# On Linux Swift's runtime and C++'s become part of the command, and by a second link of the same
# objects all libraries, where the system has their archives: nothing is loaded and relocated at its
# start, which takes a third of the time. The code then lies at a fixed address; stack, heap and
# maps stay at random ones, and what reads queries and files is bounds-checked Swift. A copy lies in
# larger pieces of the page cache than what a linker writes here and there, and is mapped faster.
ifndef ON_MACOS
ifneq ($(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static),)
CXX_ARCHIVE := $(wildcard $(shell clang -print-file-name=libstdc++.a 2>/dev/null))
STATIC := --static-swift-stdlib -Xlinker -L$(CURDIR)/.build/archives
endif
endif

build: libraries $(CXX_ARCHIVE:%=.build/archives/libstdc++.a)
	$(SWIFT) build -c release --product kho $(STATIC)
ifneq ($(STATIC),)
	@$(SWIFT)c -static-executable -o $(RELEASE)/kho.whole @$(RELEASE)/kho.product/Objects.LinkFileList \
	  $(WHOLE_FLAGS) >$(RELEASE)/kho.whole.log 2>&1 \
	  && $(RELEASE)/kho.whole --version >/dev/null \
	  && install -m 755 $(RELEASE)/kho.whole $(RELEASE)/kho && rm $(RELEASE)/kho.whole \
	  || { rm -f $(RELEASE)/kho.whole; echo "kho loads the system's libraries at its start" >&2; }
endif

# libedit's archive does not say what it needs itself.
WHOLE_FLAGS = -L$(CURDIR)/.build/archives -llmdb $(patsubst %,-Xlinker -l%,edit tinfo bsd md) \
  -Xlinker --defsym=main=KhoCommand_main -Xlinker --gc-sections -Xlinker -s

.build/archives/libstdc++.a:
	@mkdir -p $(@D) && ln -sf $(CXX_ARCHIVE) $@

ask: build
	@$(RELEASE)/kho ask $(QUESTION)

# The C library that Swift's tests have built is tested from C and from Python as well.
test: libraries
	$(SWIFT) test
	$(SWIFT) build --product KhoC
	KHO_TEST_ROWS=$(TEST_ROWS) Tests/C/run $(LIBKHO_DEBUG)
	KHO_TEST_ROWS=$(TEST_ROWS) Tests/Python/run $(LIBKHO_DEBUG)
TEST_ROWS ?= 100000
LIBKHO_DEBUG = $$($(SWIFT) build --show-bin-path)/libKhoC.$(if $(ON_MACOS),dylib,so)

# The openCypher scenarios against `kho session`: make conformance TCK=directory of the runner.
conformance: libraries
	@test -f "$(TCK)/tck_runner.py" || { echo "name the runner's directory: make conformance TCK=…" >&2; exit 2; }
	$(SWIFT) build --product kho
	python3 "$(TCK)/tck_runner.py" --cmd "$$($(SWIFT) build --show-bin-path)/kho session --scratch" \
	  --no-wildcards --list "$(TCK)/dev.txt" $(if $(MIN_STRICT),--min-strict $(MIN_STRICT))

# The same through the Python package.
conformance-python: libraries
	$(SWIFT) build --product KhoC
	Tests/Python/run $(LIBKHO_DEBUG) --collect-only >/dev/null
	python3 "$(TCK)/tck_runner.py" --cmd "$(CURDIR)/.build/python/bin/python $(CURDIR)/Tests/Python/tck_adapter.py" \
	  --no-wildcards --list "$(TCK)/dev.txt" $(if $(MIN_STRICT),--min-strict $(MIN_STRICT))

# The C library, with the Swift runtime inside: the objects that the command is made of as well.
lib: libraries $(CXX_ARCHIVE:%=.build/archives/libstdc++.a)
	$(SWIFT) build -c release --target KhoC $(STATIC)
	cd $(RELEASE) && for module in KhoC Kho CypherEngine CypherSyntax GraphStorage GraphModel LMDB; do \
	  sed "s|.*/\(.*\)|$$module.build/\1.o|" $$module.build/sources; done > libkho.objects
	cd $(RELEASE) && $(SWIFT)c -emit-library -o $(LIBKHO) @libkho.objects $(LIBKHO_FLAGS)
	ln -sf $(LIBKHO) $(RELEASE)/$(LIBKHO_LINK)

ifneq ($(wildcard Benchmarks/Package.swift),)
bench: libraries $(CXX_ARCHIVE:%=.build/archives/libstdc++.a)
	$(SWIFT) build -c release --package-path Benchmarks $(STATIC)
	python3 Benchmarks/run.py $(SIZE)
endif

# Questions with texts back by C and by Python beside SQLite: needs libsqlite3-dev and what Tests/Python/run needs.
bench-faces: lib
	Benchmarks/faces/run $(RELEASE)/$(LIBKHO)

install: build lib
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/include" \
	  "$(DESTDIR)$(PREFIX)/lib/pkgconfig" "$(DESTDIR)$(PREFIX)/share/kho/seeds" \
	  "$(DESTDIR)$(PREFIX)/share/kho/queries" "$(DESTDIR)$(COMPLETIONS)/bash-completion/completions" \
	  "$(DESTDIR)$(COMPLETIONS)/zsh/site-functions" "$(DESTDIR)$(COMPLETIONS)/fish/vendor_completions.d"
	install -m 755 $(RELEASE)/kho "$(DESTDIR)$(PREFIX)/bin/kho"
	install -m 755 $(RELEASE)/$(LIBKHO) "$(DESTDIR)$(PREFIX)/lib/$(LIBKHO)"
	ln -sf $(LIBKHO) "$(DESTDIR)$(PREFIX)/lib/$(LIBKHO_LINK)"
	install -m 644 Sources/CKho/kho.h "$(DESTDIR)$(PREFIX)/include/kho.h"
	sed 's|@PREFIX@|$(PREFIX)|' Bindings/c/kho.pc.in > "$(DESTDIR)$(PREFIX)/lib/pkgconfig/kho.pc"
	install -m 644 seeds/*.cypher "$(DESTDIR)$(PREFIX)/share/kho/seeds"
	install -m 644 queries/*.cypher "$(DESTDIR)$(PREFIX)/share/kho/queries"
	$(RELEASE)/kho --generate-completion-script bash > "$(DESTDIR)$(COMPLETIONS)/bash-completion/completions/kho"
	$(RELEASE)/kho --generate-completion-script zsh > "$(DESTDIR)$(COMPLETIONS)/zsh/site-functions/_kho"
	$(RELEASE)/kho --generate-completion-script fish > "$(DESTDIR)$(COMPLETIONS)/fish/vendor_completions.d/kho.fish"

clean:
	$(SWIFT) package clean

RELEASE = $(shell $(SWIFT) build -c release --show-bin-path)
COMPLETIONS = $(PREFIX)/share

# Only the functions of kho.h are to be seen. macOS has the Swift runtime itself.
ifdef ON_MACOS
LIBKHO = libkho.0.dylib
LIBKHO_LINK = libkho.dylib
LIBKHO_FLAGS = -L$(dir $(call header,lmdb.h))../lib -llmdb -Xlinker -dead_strip -Xlinker -install_name \
  -Xlinker $(PREFIX)/lib/$(LIBKHO) -Xlinker -exported_symbol -Xlinker '_kho_*'
else
LIBKHO = libkho.so.0
LIBKHO_LINK = libkho.so
LIBKHO_FLAGS = -static-stdlib -llmdb -Xlinker -soname=$(LIBKHO) -Xlinker --gc-sections -Xlinker -s \
  -Xlinker --version-script=$(CURDIR)/Bindings/c/kho.map
endif

# Libraries: LMDB stores, libedit edits lines, tzdata knows time zones. macOS has the last two.
header = $(wildcard /usr/include/$(1) /usr/local/include/$(1) /opt/homebrew/include/$(1))
ifdef ON_MACOS
MISSING := $(if $(call header,lmdb.h),,lmdb)
INSTALL := brew install
else
MISSING := $(if $(call header,lmdb.h),,liblmdb-dev) $(if $(call header,editline/readline.h),,libedit-dev) \
  $(if $(wildcard /usr/share/zoneinfo/tzdata.zi /usr/share/zoneinfo/Asia/Ho_Chi_Minh),,tzdata)
ROOT := $(if $(filter 0,$(shell id -u)),,sudo)
INSTALL := $(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends
endif

libraries:
	@command -v $(SWIFT) >/dev/null || \
	  { echo "Kho needs Swift 6.3 or newer: https://www.swift.org/install" >&2; exit 1; }
ifneq ($(strip $(MISSING)),)
	@echo "Installing what Kho builds on: $(strip $(MISSING))" >&2
	@command -v $(if $(ON_MACOS),brew,apt-get) $(ROOT) >/dev/null || \
	  { echo "Please install them by your system's package manager." >&2; exit 1; }
	@$(if $(ON_MACOS),true,$(ROOT) apt-get update -q) && $(INSTALL) $(MISSING)
endif

.PHONY: build lib ask test conformance conformance-python bench bench-faces install clean libraries
