# SPDX-License-Identifier: GPL-2.0-or-later
"""What training raises when it can't go on because of what it was given."""

from __future__ import annotations


class DataError(Exception):
    """A data set, recipe or run is missing, broken or leaks; a sentence with the path and what was expected."""


class TrainingStopped(Exception):
    """A run was stopped by its user and can go on; a sentence that says so."""
