# SPDX-License-Identifier: GPL-2.0-or-later
"""Labelled tiles: where they lie, how they are split, augmented and synthesised."""
