# SPDX-License-Identifier: GPL-2.0-or-later
"""What an assessment found: the figures, each with its interval, and what limits them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .estimates import Estimate


@dataclass(frozen=True)
class StratumAnswers:
    """One stratum's points: drawn, used in the estimates, can't tell, not answered, and answers that contradict the
    map.
    """

    name: str
    area_m2: float
    drawn: int
    used: int
    cant_tell: int
    unanswered: int
    wrong: int


@dataclass(frozen=True)
class Assessment:
    """What an assessment found. Shares are 0-1, areas square metres; standard errors are 0 where every pixel was
    compared.

    counts: `(2, 2) int64` of points or pixels, rows the map (no, yes), columns the reference (no, yes). users,
    producers, f1, iou, area, mapped_area: of the class yes. strata: empty where every pixel was compared. notes:
    sentences on what limits the figures.
    """

    map_name: str
    reference_name: str
    sampled: bool
    counts: np.ndarray
    overall: Estimate
    users: Estimate
    producers: Estimate
    f1: Estimate
    iou: Estimate
    area: Estimate
    mapped_area: Estimate
    total_area_m2: float
    strata: tuple[StratumAnswers, ...]
    notes: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the figures for JSON, each estimate with the half width of its 95 % confidence interval."""
        figures: dict[str, Any] = {
            "map": self.map_name,
            "reference": self.reference_name,
            "sampled": self.sampled,
            "total_area_m2": self.total_area_m2,
        }
        for name in ("overall", "users", "producers", "f1", "iou", "area", "mapped_area"):
            found: Estimate = getattr(self, name)
            key = f"{name}_m2" if "area" in name else name
            figures[key] = None if np.isnan(found.value) else found.value
            figures[f"{key}_ci95"] = None if np.isnan(found.half_width) else found.half_width
        (figures["tn"], figures["fn"]), (figures["fp"], figures["tp"]) = self.counts.tolist()
        figures["strata"] = [vars(stratum) for stratum in self.strata]
        figures["notes"] = list(self.notes)
        return figures
