# SPDX-License-Identifier: GPL-2.0-or-later
"""The errors of model_core."""

from __future__ import annotations


class DataError(Exception):
    """A data set, recipe, plan or run is missing or not valid; the message names it and what to change."""


class TrainingStopped(Exception):
    """The user stopped a run, which can continue; the message says how."""
