# SPDX-License-Identifier: GPL-2.0-or-later
"""Labelled tiles on disk: published layouts, tables of splits, and pixels as arrays."""
