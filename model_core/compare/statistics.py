# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics of scores: spread over seeds, mean ranks over data sets, a paired test over scenes.

Scores are F1 or IoU, 0-1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

# Significance level of corrected p values.
LEVEL = 0.05
# Scores that agree to this many digits are ties, as in a printed table.
_DIGITS = 4


@dataclass(frozen=True)
class Spread:
    """Mean and sample standard deviation (n - 1) over seeds; the deviation of one seed is None."""

    mean: float
    deviation: float | None
    count: int


def spread(values: list[float]) -> Spread:
    """Return the spread of values. Raises ValueError if there are none."""
    if not values:
        raise ValueError("A spread needs at least one value.")
    deviation = float(np.std(values, ddof=1)) if len(values) > 1 else None
    return Spread(float(np.mean(values)), deviation, len(values))


def mean_ranks(scores: dict[str, dict[str, tuple[float, float]]]) -> dict[str, float]:
    """Return the mean rank of each competitor over data sets, 1 the best: by F1, ties by IoU, remaining ties share
    ranks.

    `scores` are (F1, IoU) by competitor and data set; sets without a score of every competitor are ignored. The
    result is empty if no set remains.
    """
    common = [name for name in _first(scores) if all(name in sets for sets in scores.values())]
    if not common:
        return {}
    ranks: dict[str, list[float]] = {name: [] for name in scores}
    for data in common:
        keys = {name: tuple(round(score, _DIGITS) for score in sets[data]) for name, sets in scores.items()}
        for name, key in keys.items():
            better = sum(other > key for other in keys.values())
            level = sum(other == key for other in keys.values())
            ranks[name].append(better + (level + 1) / 2)
    return {name: float(np.mean(found)) for name, found in ranks.items()}


@dataclass(frozen=True)
class PairedTest:
    """Two-sided Wilcoxon signed-rank test of a competitor against its reference, scene by scene.

    `scenes` is n, the number of scenes; `equal` the number without a difference, which the test excludes.
    `mean` and `median` are of the difference, competitor minus reference. `effect` is the matched-pairs rank-biserial
    correlation (Kerby 2014), -1 to 1: the share of rank sum in favour minus the share against. `p` is None where no
    scene differs; `corrected` is p after Holm's correction for all tests of the same table.
    """

    scenes: int
    equal: int
    mean: float
    median: float
    effect: float
    p: float | None
    corrected: float | None = None

    @property
    def significant(self) -> bool:
        """Whether the corrected p, or p if it is not corrected, is below the significance level."""
        p = self.p if self.corrected is None else self.corrected
        return p is not None and p < LEVEL


def paired_test(ours: list[float], reference: list[float]) -> PairedTest:
    """Return the test of scores of the same scenes in the same order (Wilcoxon 1945; exact p for few scenes without
    ties).

    Raises ValueError if the lists are empty or of different length.
    """
    from scipy.stats import rankdata, wilcoxon

    if not ours or len(ours) != len(reference):
        raise ValueError(f"Paired scores need the same scenes: {len(ours)} against {len(reference)}.")
    # Rounded, so that equal differences have equal ranks despite floating-point sums.
    difference = np.round(np.subtract(ours, reference), 12)
    moved = difference[difference != 0]
    p, effect = None, 0.0
    if len(moved):
        ranks = rankdata(np.abs(moved))
        effect = float((ranks[moved > 0].sum() - ranks[moved < 0].sum()) / ranks.sum())
        p = float(wilcoxon(moved).pvalue)
    equal = len(difference) - len(moved)
    return PairedTest(len(difference), equal, float(difference.mean()), float(np.median(difference)), effect, p)


def holm(values: list[float | None]) -> list[float | None]:
    """Return p values corrected for multiple tests (Holm 1979), which controls the family-wise error rate."""
    known = sorted((p, index) for index, p in enumerate(values) if p is not None)
    corrected: list[float | None] = [None] * len(values)
    highest = 0.0
    for done, (p, index) in enumerate(known):
        highest = max(highest, min(1.0, p * (len(known) - done)))
        corrected[index] = highest
    return corrected


def _first(mapping: dict[str, Any]) -> Any:
    return next(iter(mapping.values()), {})
