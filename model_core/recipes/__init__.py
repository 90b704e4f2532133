# SPDX-License-Identifier: GPL-2.0-or-later
"""Recipes: the data sets, settings and budget of a training run, as typed YAML files."""
