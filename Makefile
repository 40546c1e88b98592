# Everything a new machine needs: `make demo` to see it work, `make test` to check it.
# The product itself needs none of this; it is installed with pipx (see README.md).

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# One test process more than there are cores: each waits for its browser a good part of the time.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

.PHONY: help demo test lint types imports check test-long test-postgres test-firefox bench lock browser setup clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## / - /'

demo: setup browser ## a whole month of three invented clinics, on both mock portals
	$(BIN)/faturista demo $(DEMO)

test: setup browser check ## lint, types, import rules, then every test (PostgreSQL is installed for it when root)
	$(BIN)/python -m tests.postgres -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(TESTS)

check: lint types imports ## what needs no browser and no test run

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

test-long: setup browser ## process kills by the thousand and through the browser; all pairs of deaths (tens of minutes)
	@command -v soffice >/dev/null || command -v libreoffice >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq libreoffice-calc; } || true
	$(BIN)/pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m long $(TESTS)

test-postgres: setup ## only those on a PostgreSQL server of their own: the ledger's contract, several workers
	$(BIN)/python -m tests.postgres -q -m postgres tests/ledger tests/postgres tests/reconcile

test-firefox: setup ## CASSIND's contract and the panel in Firefox, which both serve (installed when root; some minutes)
	@command -v firefox >/dev/null || command -v firefox-esr >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq firefox-esr; }
	$(BIN)/pytest -q --browser firefox -m "long or not long" -k "cassind and not moderna and not estranha" tests/portals/contract
	$(BIN)/pytest -q --browser firefox tests/portals/locate
	$(BIN)/pytest -q --browser firefox tests/panel/test_in_a_browser.py tests/panel/test_approving_in_a_browser.py \
	  tests/panel/test_for_everybody.py

bench: setup browser ## seconds per entry against a bare script and Selenium (driver installed when root), ratios in one run
	@command -v chromedriver >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium-driver; } || true
	$(BIN)/python -m tests.bench $(BENCH)
	$(BIN)/python -m tests.bench.contas
	$(BIN)/python -m tests.bench.lote
	$(BIN)/python -m tests.bench.panel

setup: $(READY) ## virtual environment, dependencies pinned with hashes

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv; } || \
	  { echo "Python's venv module is missing: install your distribution's python3-venv package, then try again." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

browser: setup ## a browser: the one that is there, else Playwright's own, else the distribution's package when root
	@$(BIN)/python -m portals.browser || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium && $(BIN)/python -m portals.browser; }
	@command -v chromium-headless-shell >/dev/null || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || \
	  { apt-get update -qq && apt-get install -y -qq chromium-headless-shell; } || \
	  echo "No headless shell in this distribution: the browser itself is used, and the tests take a third longer." >&2

lock: ## new versions of every dependency (needs uv)
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra postgres pyproject.toml -o requirements.lock
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  -c requirements.lock --extra postgres --group dev pyproject.toml -o requirements-dev.lock

clean: ## everything this file made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist
