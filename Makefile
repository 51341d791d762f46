# Needs make and Python 3.11 or newer; everything else comes from the lock files.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
EDITABLE := $(INSTALL) --no-deps --no-build-isolation --editable .
LOCK := $(BIN)/uv --no-config --quiet pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --no-emit-index-url
PURE := */rules/*,*/report/*,*/model/*,*/period.py,*/text.py
SAY = @echo; echo '$$ partyroll $(1)'; cd demo && ../$(BIN)/partyroll $(1)

.DEFAULT_GOAL := help
.PHONY: help demo test check cov test-all office mutants golden bench lock clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*##  */\1	/p' Makefile | expand -t 12

# --- The environment: made once, made again when a lock file changes ----------------------
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "partyroll needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv

.venv/runtime: requirements.lock pyproject.toml | $(BIN)/pip
	$(INSTALL) --require-hashes -r requirements.lock
	$(EDITABLE)
	@touch $@

.venv/dev: requirements-dev.lock pyproject.toml | $(BIN)/pip
	$(INSTALL) --require-hashes -r requirements-dev.lock
	$(EDITABLE)
	@touch .venv/runtime $@

# --- For everybody ------------------------------------------------------------------------
demo: export PARTYROLL_LEDGER := partyroll.db
demo: .venv/runtime  ## workbooks become a ledger, a list for review, a term report, a working page
	@rm -rf demo && mkdir demo && cp data/sample/*.xlsx demo/
	$(call SAY,import roster.xlsx) || [ $$? -eq 3 ]
	$(call SAY,import following.xlsx) || [ $$? -eq 3 ]
	$(call SAY,import transfer-slip-*.xlsx)
	$(call SAY,transfer limbo --as-of 2026-01-15)
	$(call SAY,import exits-2020-2025.xlsx headcounts.xlsx) || [ $$? -eq 3 ]
	$(call SAY,flag --months 3 --xlsx)
	$(call SAY,report 2020-2025 --xlsx)
	$(call SAY,today --as-of 2026-01-15 --unit "Chi bộ thôn Đông" --xlsx)
	@echo; echo 'Mở trong thư mục demo/: danh-sach-ra-soat-2025.xlsx, bao-cao-2020-2025.xlsx, viec-hom-nay.xlsx'

# Tests start processes, each of which would compile the program again.
test check cov test-all: export PYTHONDONTWRITEBYTECODE =
test: .venv/dev  ## the suite, without the slow tests
	$(BIN)/pytest -n 2 --dist worksteal

# --- For those who change it --------------------------------------------------------------
check: .venv/dev  ## format, lint, types, rooms, tests, documents
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python docs/make_cli.py --check
	$(BIN)/python docs/make_problems.py --check
	$(BIN)/pytest -n 2 --dist worksteal

cov: .venv/dev  ## branches: all of the pure rooms, 95 % of everything
	HYPOTHESIS_PROFILE=many $(BIN)/pytest -n 2 --dist worksteal --cov --cov-report=
	$(BIN)/coverage report --include='$(PURE)' --fail-under=100
	$(BIN)/coverage report --fail-under=95

test-all: .venv/dev  ## the slow tests too
	HYPOTHESIS_PROFILE=new $(BIN)/pytest -n 2 --dist worksteal -m ''

office:  ## LibreOffice, with which the slow tests save workbooks again (Debian, as root)
	apt-get update --quiet
	apt-get install --quiet --yes --no-install-recommends \
		libreoffice-calc libreoffice-writer fonts-liberation2 poppler-utils

mutants: .venv/dev  ## rules changed in small ways: would a test notice? an hour; see docs/mutants.md
	nice -n 10 $(BIN)/python tests/mutants.py $(RULES)

golden: .venv/dev  ## write docs/cli.md and the golden sessions anew; then read the diff
	$(BIN)/python docs/make_cli.py
	$(BIN)/python docs/make_problems.py
	$(BIN)/pytest -q tests/cli/test_golden*.py --golden -m ""

bench: .venv/dev  ## what an import, a list and a report cost, as ratios within one run
	$(BIN)/python bench/import_bench.py
	$(BIN)/python bench/flag_bench.py
	$(BIN)/python bench/report_bench.py

lock: .venv/dev  ## pin anew what pyproject.toml asks for; newest with LOCK_FLAGS=--upgrade
	$(LOCK) $(LOCK_FLAGS) --group build --output-file requirements.lock
	$(LOCK) $(LOCK_FLAGS) --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## take away everything make made
	rm -rf .venv demo dist build mutants htmlcov .coverage .coverage.* .*_cache .hypothesis
