# The commands of this project; `make help` lists them. Needs Python 3.11 or newer, make and git.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup run ui sql status test lint check format lock clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## make the environment in .venv from the lock

# uv installs the lock in seconds; where it cannot reach its index as configured, pip does the same.
$(READY): requirements.lock requirements-uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11, 3.12 or 3.13 is needed; this is %d.%d. Name one: make PYTHON=python3.12 ..." % sys.version_info[:2] if not (3, 11) <= sys.version_info[:2] < (3, 14) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements-uv.lock
	$(BIN)/uv pip install -q --system-certs --python $(BIN)/python --no-deps --require-hashes -r requirements.lock \
	  || $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(READY) ## refresh the warehouse from seeds/
	$(BIN)/baokho refresh

ui: $(READY) ## open the pipeline in Dagster's UI on http://127.0.0.1:3000
	$(BIN)/baokho ui

sql: $(READY) ## ask the warehouse: make sql Q="SELECT ..."
	@$(BIN)/baokho sql "$(or $(Q),SELECT table_schema, table_name FROM information_schema.tables)"

status: $(READY) ## show the state of the warehouse
	@$(BIN)/baokho status

test: $(READY) ## run the tests
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(READY) ## check format, style, types, import rules and SQL
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint -q warehouse

check: lint ## everything that a commit must pass, with coverage
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered

format: $(READY) ## format Python and SQL
	$(BIN)/ruff format
	$(BIN)/ruff check --fix
	$(BIN)/sqlfluff fix -q warehouse

lock: $(READY) ## renew requirements.lock after a change of dependencies in pyproject.toml
	$(BIN)/uv pip compile -q --system-certs --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --group dev pyproject.toml -o requirements.lock

clean: ## remove the environment, working state and the published file
	rm -rf $(VENV) var warehouse/baokho.duckdb
