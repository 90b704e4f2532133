# SPDX-License-Identifier: GPL-2.0-or-later
"""Recipes: what is trained on which data and for how long, as typed YAML files."""
