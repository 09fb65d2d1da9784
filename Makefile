# Hudna's daily work. A machine with Python 3.11+ and make is enough: each target makes `.venv` itself.
# The first run asks the package registry; later ones need no network.

# The first Python on the PATH that is new enough; say `make PYTHON=/path/to/python3.12 ...` to choose.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$p; break; }; done)

VENV := .venv
PY := $(VENV)/bin/python
CORE := $(VENV)/.core
DEV := $(VENV)/.dev
DOCS := $(VENV)/.docs
TRAIN := $(VENV)/.train
INPUTS := pyproject.toml constraints.txt tools/setup.py

.DEFAULT_GOAL := help
.PHONY: help setup demo test check eval bench fast packs train golden docs picture soak pins clean need-python

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

need-python:
	@test -n "$(PYTHON)" || { \
	echo "Hudna needs Python 3.11 or newer, and there is none on the PATH." >&2; \
	echo "  → install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2; exit 2; }

$(CORE): $(INPUTS) | need-python
	@echo "setup: the core goes into $(VENV) (once; a minute or two)"
	@$(PYTHON) tools/setup.py core
	@touch $@

$(DEV): $(INPUTS) | need-python
	@echo "setup: core and development tools go into $(VENV) (once; a minute or two)"
	@$(PYTHON) tools/setup.py dev
	@touch $(CORE) $@

$(TRAIN): $(INPUTS) | need-python
	@echo "setup: what training needs goes into $(VENV) (once)"
	@$(PYTHON) tools/setup.py train
	@touch $(CORE) $@

$(DOCS): $(INPUTS) | need-python
	@echo "setup: the documentation tool goes into $(VENV) (once)"
	@$(PYTHON) tools/setup.py docs
	@touch $(CORE) $@

setup: $(DEV) ## make .venv with all that development needs

demo: $(CORE) ## a workspace from the bundled corpus, and what it tells
	@rm -rf demo
	@$(VENV)/bin/hudna demo demo
	@echo "  (hudna is $(VENV)/bin/hudna; to have it at hand: . $(VENV)/bin/activate)"

test: $(DEV) ## all tests
	@$(PY) -m pytest $(ARGS)

check: $(DEV) ## form, types, imports, letters, packs, docs
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy --strict src tests eval tools
	$(VENV)/bin/lint-imports
	$(PY) tools/letters.py
	$(PY) tools/packs.py
	$(PY) -m pytest -q tests/test_docs.py

packs: $(DEV) ## every fault of every pack, with file and line; then the packs' examples
	@$(PY) tools/packs.py

eval: $(DEV) ## quality against annotated texts; RAISE=1 raises floors, LOWER="reason" lowers
	@$(PY) eval/run.py $(if $(RAISE),--raise) $(if $(LOWER),--lower "$(LOWER)") $(EVAL_ARGS)

# Built from a copy: what the compiler writes beside the sources must not lie in the working tree.
FAST := build/fast
$(FAST)/.built: $(DEV) $(shell find src -name '*.py' -o -name '*.csv' -o -name '*.yml' -o -name '*.bin')
	@echo "setup: compiling; some minutes (a C compiler is needed)"
	@rm -rf $(FAST) build/copy && mkdir -p build/copy
	@cp -r src pyproject.toml README.md LICENSE NOTICE build/copy
	@HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(PY) -m pip install --quiet --no-deps --target $(FAST) build/copy
	@rm -rf build/copy && touch $@

fast: $(FAST)/.built ## Hudna with its hot rooms compiled, in build/fast (PYTHONPATH=build/fast .venv/bin/hudna ...)

bench: $(DEV) ## articles a second, memory, and other tools beside; BENCH_LIMIT=2000 takes a sample
	@$(PY) eval/bench.py

soak: $(DEV) ## kills, fuzz, length and scale for SOAK_MINUTES (75)
	@$(PY) eval/soak.py

train: $(TRAIN) ## the model of acts anew, from training/acts (and half of the gold, where at hand); TRAIN_ARGS=--check measures
	@$(PY) training/train_acts.py $(TRAIN_ARGS)

golden: $(DEV) ## write tests/golden/*/expected.yml anew; the difference is what you review
	@$(PY) tools/golden.py

docs: $(DOCS) ## the documentation as pages under site/
	@$(VENV)/bin/zensical build --clean

picture: $(DEV) ## docs/images/terminal.svg anew, from what the program prints
	@$(PY) tools/picture.py

pins: need-python ## constraints.txt anew, with the newest releases (makes .venv anew)
	@$(PYTHON) tools/setup.py pins

clean: ## remove all that can be made again
	rm -rf $(VENV) demo site dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	.import_linter_cache .grimp_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
