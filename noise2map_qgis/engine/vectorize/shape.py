# SPDX-License-Identifier: GPL-2.0-or-later
"""The shape that outlines are drawn in, as asked for. Light, so that dialogs list shapes without GDAL."""

from __future__ import annotations

from dataclasses import dataclass

EXACT, SIMPLIFIED, REGULAR = "exact", "simplified", "regular"
SHAPES = (EXACT, SIMPLIFIED, REGULAR)


@dataclass(frozen=True)
class Shape:
    """How outlines are drawn: one of SHAPES, and metres by which they may move (0: one pixel, or none for `exact`)."""

    kind: str = EXACT
    tolerance: float = 0.0

    @classmethod
    def of(cls, kind: str | None, tolerance: float) -> Shape:
        """Return the shape asked for; a tolerance alone means `simplified`."""
        if kind is None:
            return cls(SIMPLIFIED if tolerance > 0 else EXACT, tolerance)
        return cls(kind, tolerance)
