# Python 3.11 or newer and make are all that is needed; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup graph test check docs clean

# Installs the project and what it needs into .venv (again only when pyproject.toml changed).
setup: .venv/ready

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 graph")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch .venv/ready

# Builds the sample corpus into out/.
graph: setup
	$(BIN)/python build_graph.py data/pages --out out

# Runs all tests; those that need Chromium or reference pages skip where these are missing.
test: setup
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest -q

# What a change must pass: lint, types, tests.
check: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest -q

# Writes the generated files anew: ontology, themes, shapes, context, the questions with their answers.
docs: graph
	$(BIN)/python -m graph.ontology
	$(BIN)/python -m graph.questions_doc out docs/questions.md

# Removes what the targets above made.
clean:
	rm -rf out .venv
