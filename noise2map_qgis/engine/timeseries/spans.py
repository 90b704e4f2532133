# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs of dates that are compared: each date with the next one, and each with the one after that."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """From one date to a later one, as their numbers from 0 in the order of time."""

    first: int
    last: int

    @property
    def neighbours(self) -> bool:
        """Whether no date lies between the two."""
        return self.last == self.first + 1


def neighbours(dates: int) -> list[Span]:
    """Return the spans between each two neighbouring dates of so many."""
    return [Span(first, first + 1) for first in range(dates - 1)]


def over_one(dates: int) -> list[Span]:
    """Return the spans that pass over one date: they tell whether what that date shows is also in its neighbours."""
    return [Span(first, first + 2) for first in range(dates - 2)]
