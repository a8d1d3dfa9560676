# make demo      install what is needed into .venv, read samples/ into demo.db and show the events
# make test      style, types, architecture and the fast tests; sets itself up
# make test-all  the same, with the slow tests
# make test-browser  the page in a real browser; installs Debian's Chromium and PostgreSQL if they are missing
# make bench     quality and speed against bench/floors.json
# make docs      write the generated pages of docs/ again
# make lock      resolve requirements/*.txt again
# make clean     remove .venv, demo.db and caches
#
# Needs Python 3.11 or newer and make. Another interpreter: make demo PYTHON=python3.12

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
BUILD := pyproject.toml $(wildcard hatch_build.py)
CODE := src tests $(wildcard bench) $(wildcard hatch_build.py)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.DELETE_ON_ERROR:
.PHONY: demo test test-all test-browser check bench docs lock clean

demo: $(VENV)/.run
	$(BIN)/reportedly run samples --into demo.db
	$(BIN)/reportedly events demo.db

test: check
	$(BIN)/python -m pytest -m "not slow and not browser"

test-all: check
	$(BIN)/python -m pytest -m "not browser"

test-browser: $(VENV)/.dev
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.browser.postgres
	$(BIN)/python -m pytest -m browser

check: $(VENV)/.dev
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python -m bench floors

docs: $(VENV)/.dev
	env -u REPORTEDLY_CASEBOOK COLUMNS=80 $(BIN)/python -m typer reportedly.cli utils docs --name reportedly --title "Command line" --output docs/cli.md
	$(BIN)/python -m tests.docs.tutorial

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is older than 3.11. Nothing was installed. Name a newer one: make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt $(BUILD)
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

lock: $(VENV)/.made
	$(PIP) uv
	$(COMPILE) pyproject.toml requirements/build.in --output-file requirements/run.txt
	$(COMPILE) --constraints requirements/run.txt pyproject.toml requirements/build.in requirements/dev.in --output-file requirements/dev.txt

clean:
	rm -rf $(VENV) demo.db demo.db-* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
