# SPDX-License-Identifier: GPL-2.0-or-later
# `make` lists the commands. Each installs what it needs and does nothing twice.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The system's Python, whatever comes first on PATH: only that one has qgis.
SYSTEM_PYTHON ?= /usr/bin/python3
VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check
# Where torch comes from besides pip's own index. For the small CPU build on a computer without a GPU:
#   make setup-train TORCH_INDEX=https://download.pytorch.org/whl/cpu
TORCH_INDEX ?=

export QT_QPA_PLATFORM ?= offscreen

.PHONY: help
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- set-up -------------------------------------------------------------------------------------------------------

.PHONY: setup
setup: $(VENV)/.setup ## install QGIS where it is missing, and make .venv with what the plugin and its tests need

.PHONY: setup-train
setup-train: $(VENV)/.setup-train ## the same, and torch and what training and comparing need

$(VENV)/.constraints.txt: .ci/system-packages .ci/constraints.py .ci/pins.txt
	@.ci/system-packages
	@test -x $(PYTHON) || $(SYSTEM_PYTHON) -m venv --system-site-packages $(VENV)
	@$(SYSTEM_PYTHON) .ci/constraints.py > $@

$(VENV)/.setup: $(VENV)/.constraints.txt pyproject.toml setup.py
	$(PIP) install --quiet --constraint $< --editable '.[dev]'
	@touch $@

$(VENV)/.setup-train: $(VENV)/.setup
	$(PIP) install --quiet --constraint $(VENV)/.constraints.txt $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) --editable '.[dev,train,compare]'
	@touch $@

# --- checks -------------------------------------------------------------------------------------------------------

.PHONY: lint
lint: setup-train ## formatting, ruff, mypy, the arrows between the rooms
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

# TRAIN=0 leaves torch out. Where pip finds none for this Python the tests of training are skipped, and say so.
TRAIN ?= 1
# For example PYTEST="tests/engine -k nodata"
PYTEST ?=

.PHONY: test
test: setup ## every test, in real QGIS where QGIS is meant
	@[ "$(TRAIN)" = 0 ] || $(MAKE) --no-print-directory setup-train \
	    || echo "make test: NO TORCH could be installed here; every test of training is skipped" >&2
	$(PYTHON) -m pytest $(PYTEST)

.PHONY: docs
docs: setup ## the documentation site, in build/docs/site; a dead link is an error
	$(PIP) install --quiet --constraint $(VENV)/.constraints.txt --editable '.[docs]'
	@NO_MKDOCS_2_WARNING=1 $(PYTHON) .ci/docs.py

# For example FUZZ="--count 500 --first 20000"
FUZZ ?=

.PHONY: fuzz
fuzz: setup ## ten thousand random rasters, damaged files and lying models against a plain twin
	$(PYTHON) -m tests.fuzz $(FUZZ)

# Versions of QGIS other than the system's, in Debian roots that are built once and kept outside the checkout.
MATRIX ?= qgis340 qgis344

.PHONY: matrix
matrix: setup ## the plugin's tests on QGIS 3.22 (or the system's), 3.40 and 3.44; as root
	$(PYTHON) -m pytest -q tests/engine tests/algorithms tests/gui tests/test_package.py
	.ci/matrix $(MATRIX)

# --- the plugin ---------------------------------------------------------------------------------------------------

.PHONY: stage
stage: setup ## the plugin as QGIS loads it, in build/plugins
	@$(SYSTEM_PYTHON) .ci/package.py stage build/plugins

.PHONY: package
package: setup ## the ZIP that QGIS installs from, in dist
	@$(SYSTEM_PYTHON) .ci/package.py zip dist
	@$(SYSTEM_PYTHON) .ci/sbom.py dist

.PHONY: sbom
sbom: ## the software bill of materials (CycloneDX JSON), in dist
	@$(SYSTEM_PYTHON) .ci/sbom.py dist

.PHONY: translations
translations: ## bring noise2map_qgis/i18n up to date with the code, and pack the .qm files
	@$(SYSTEM_PYTHON) .ci/translations.py update
	@$(SYSTEM_PYTHON) .ci/translations.py release

# The user's own pair: make demo BEFORE=/path/before.tif AFTER=/path/after.tif
BEFORE ?=
AFTER ?=

.PHONY: demo
demo: setup stage ## Detect change in headless QGIS on a drawn town, or on BEFORE=... AFTER=...
	@$(PYTHON) -m resources.sample.demo $(if $(BEFORE),--before '$(BEFORE)') $(if $(AFTER),--after '$(AFTER)')

# For example BENCH=--quick, or BENCH="--only naive,start"
BENCH ?=

.PHONY: bench
bench: setup-train ## what runs cost against the network alone (minutes); BENCH=--quick for less than one
	@$(PYTHON) -m benchmarks --json build/bench/results.json $(BENCH)

.PHONY: clean
clean: ## remove what make built; .venv stays
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
