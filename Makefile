# Two commands do everything: `make report` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOSSIER ?= fixtures/azerbaijani-diaspora

.PHONY: help setup report test lint readme pictures notebooks format clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

setup: $(VENV)/.installed ## make .venv and install claimcheck

report: $(VENV)/.installed ## reconcile the bundled dossier: print the report, write report.html
	@$(BIN)/claimcheck report $(DOSSIER)
	@$(BIN)/claimcheck report $(DOSSIER) --format html --output report.html
	@echo "The same as a page: report.html"

test: $(VENV)/.installed-dev ## run all the tests
	$(BIN)/pytest -n auto --dist loadfile

lint: $(VENV)/.installed-dev ## ruff, mypy and the walls between the parts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

readme: $(VENV)/.installed-dev ## write the generated parts of README.md anew
	$(BIN)/python tests/readme.py

pictures: $(VENV)/.installed-dev ## draw the pictures of README.md anew
	$(BIN)/python docs/pictures.py

notebooks: $(VENV)/.installed-dev ## run the notebooks and save them with their output
	$(BIN)/python notebooks/execute.py

format: $(VENV)/.installed-dev ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove what was made
	rm -rf $(VENV) report.html .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "claimcheck needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing claimcheck into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	@echo "Installing claimcheck and what its tests need into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed
